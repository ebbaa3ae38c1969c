"""A full rollup that two Celery workers share against the same by one; both must store the same bits."""

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

from benchmarks.databases import environment, run_alone
from benchmarks.results import Figure
from benchmarks.timing import Candidate, interleave
from kpis.actions import share_rollup
from kpis.models import DirtyKPI
from smo.launch import processes, serving
from smo.launch.processes import Process
from smo.launch.surroundings import Surroundings

# The text of a float8 holds every bit of it.
_CELLS = """SELECT md5(string_agg(md5(c::text), '' ORDER BY department_id, fiscal_year, kpi_id, grain))
FROM kpis_cellyear c"""
_LONGEST = 600.0


class Workers:
    """Worker processes of which as many run as are wanted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.running: list[Process] = []

    def be(self, count: int) -> None:
        """Have this many run and take tasks."""
        while len(self.running) > count:
            processes.stop([self.running.pop()])
        while len(self.running) < count:
            log = Surroundings(self.folder, 0).log("worker")
            log.unlink(missing_ok=True)
            self.running.append(processes.start(serving.worker(Surroundings(self.folder, 0), environment())))
            serving.wait_for_worker(self.running[-1:])


def measure(runs: int) -> list[Figure]:
    """Both from nothing stored; the time is that from the request until nothing waits to be computed."""
    bits: dict[int, str] = {}
    with _workers() as workers:
        times = interleave(
            runs,
            *(
                Candidate(name, _shared, _emptied(workers, count, bits))
                for name, count in (("one", 1), ("two", 2))
            ),
        )
        bits[2] = _bits()
    if bits[1] != bits[2]:
        raise AssertionError("two workers store something else than one")
    return [Figure("two_workers_vs_one", times.ratio("two", "one"), 1.15, {"seconds": times.seconds})]


@contextlib.contextmanager
def _workers() -> Iterator[Workers]:
    folder = Path(settings.VAR)
    (folder / "log").mkdir(parents=True, exist_ok=True)
    workers = Workers(folder)
    try:
        yield workers
    finally:
        workers.be(0)


def _emptied(workers: Workers, count: int, bits: dict[int, str]) -> Callable[[], None]:
    def before() -> None:
        if workers.running:
            bits[len(workers.running)] = _bits()
        workers.be(count)
        run_alone("TRUNCATE kpis_cellyear")
        run_alone("CHECKPOINT")

    return before


def _shared() -> None:
    share_rollup()
    deadline = time.monotonic() + _LONGEST
    while DirtyKPI.objects.exists():
        if time.monotonic() > deadline:
            raise AssertionError("the workers did not compute everything")
        time.sleep(0.005)


def _bits() -> str:
    with connection.cursor() as cursor:
        cursor.execute(_CELLS)
        return str(cursor.fetchone()[0])
