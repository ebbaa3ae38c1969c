"""The memory of a process that does a full rollup and nothing else."""

import subprocess
import sys
from pathlib import Path

from benchmarks.databases import environment, run_alone
from benchmarks.results import Figure

_PROGRAM = """
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smo.settings")
import django
django.setup()
from benchmarks.databases import as_of
from kpis.actions import roll_up_all
from benchmarks.memory import high_water
before = high_water()
roll_up_all(as_of())
print(before, high_water())
"""


def high_water() -> int:
    """Kilobytes that this process held at the most.

    Not `ru_maxrss`: that begins with the memory of the process that started this one.
    """
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0])


def peak() -> tuple[float, float]:
    """Megabytes at the most: before the rollup, and with it; from nothing stored."""
    run_alone("TRUNCATE kpis_cellyear")
    finished = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    before, after = finished.stdout.split()
    return int(before) / 1024, int(after) / 1024


def measure(_runs: int) -> list[Figure]:
    """Peak resident memory of the process."""
    before, after = peak()
    return [Figure("rollup_peak_mb", after, 250, {"megabytes_before": before})]
