"""A web process with `gc.freeze()` after loading against one without, in turn, with the same pages."""

import subprocess
import sys

from benchmarks.databases import environment
from benchmarks.results import Figure

PAGES = 30
_PROGRAM = """
import gc, logging, os, sys, time
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smo.settings")
import smo.wsgi
from django.test import Client
from benchmarks.organisation_plan import somebody_of_the_office
logging.disable(logging.CRITICAL)
client = Client(SERVER_NAME="localhost")
client.force_login(somebody_of_the_office(), backend="org.sign_in.EmailBackend")
for page in ("/performance/scorecard/?plan=bench", "/"):
    client.get(page)
if sys.argv[1] == "frozen":
    gc.collect()
    gc.freeze()
started = time.perf_counter()
for _ in range(int(sys.argv[2])):
    for page in ("/performance/scorecard/?plan=bench", "/"):
        client.get(page)
print(time.perf_counter() - started)
"""


def measure(runs: int) -> list[Figure]:
    """Seconds of many pages, a large one and a small one in turn."""
    seconds: dict[str, list[float]] = {"frozen": [], "usual": []}
    for _ in range(runs):
        for name, found in seconds.items():
            found.append(_seconds(name))
    ratios = sorted(a / b for a, b in zip(seconds["frozen"], seconds["usual"], strict=True))
    return [Figure("gc_frozen_vs_usual", ratios[len(ratios) // 2], None, {"seconds": seconds})]


def _seconds(name: str) -> float:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _PROGRAM, name, str(PAGES)],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])
