"""`make test` and `make bench`: a PostgreSQL of their own, the programs the suite drives, then pytest."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shlex
import shutil
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

from smo.launch import postgres, processes
from smo.launch.bootstrap import PROJECT, Failure, apt_install, on_debian_as_root, say
from smo.launch.processes import Program
from smo.launch.surroundings import Surroundings, python

# Debian's package of each program that tests drive, and what is skipped without it.
DRIVEN = {
    "chromium": "the browser tests",
    "redis-server": "the tests with Celery workers on Redis",
}


def missing_programs() -> list[str]:
    """Return the packages whose program is not installed."""
    return [name for name in DRIVEN if shutil.which(name) is None]


def in_ci() -> bool:
    """Tell whether a skip for a missing program counts as a failure (CI=true)."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def provide_programs() -> None:
    """Install what is missing where we may; elsewhere say what will be skipped, in CI refuse."""
    missing = missing_programs()
    if missing and on_debian_as_root():
        try:
            apt_install(*missing)
        except Failure as failure:
            say(f"✗ {failure}")
    missing = missing_programs()
    if missing and in_ci():
        raise Failure(f"Missing: {', '.join(missing)}. Here a skip for a missing program is a failure.")
    for name in missing:
        say(f"○ {name} is not installed: {DRIVEN[name]} will be skipped.")


@contextlib.contextmanager
def folder_of_our_own(base: Path) -> Iterator[Path]:
    """Hold a data folder that no other run uses meanwhile: `base`, else `base`-2, `base`-3 and so on."""
    base.parent.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        folder = base if number == 1 else base.with_name(f"{base.name}-{number}")
        with folder.with_name(f"{folder.name}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                number += 1
                continue
            yield folder
            return


def run_in_foreground(
    name: str,
    command: Sequence[str | Path],
    environment: dict[str, str],
    *,
    folder: Path = PROJECT,
    log: Path | None = None,
) -> int:
    """Run a program on the terminal (or into `log`) and return its exit code; a stop reaches it as Ctrl-C."""
    process = processes.start(
        Program(name, command, environment, log=log, stop_signal=signal.SIGINT, folder=folder),
    )
    try:
        return process.popen.wait()
    finally:
        processes.stop([process], grace=30.0)


def with_database(name: str, command: Sequence[str | Path], *, loose: bool, **extra: str) -> int:
    """Run a program with a database of its own under `SMO_VAR/name`, or with that of DATABASE_URL."""
    surroundings = Surroundings.from_environment()
    with contextlib.ExitStack() as stack:
        var = stack.enter_context(folder_of_our_own(surroundings.var / name))
        if not os.environ.get("DATABASE_URL"):
            stack.enter_context(postgres.running(var, postgres.FAST_AND_LOOSE if loose else {}))
        own = Surroundings(var, surroundings.port)
        own.make_folders()
        return run_in_foreground(name, command, own.environment(**extra))


def test() -> int:
    """Run the whole suite; ARGS= is passed on to pytest, and its exit code is returned."""
    provide_programs()
    extra = {"SMO_REQUIRE_ALL": "1"} if in_ci() else {}
    arguments = shlex.split(os.environ.get("ARGS", ""))
    # By file: tests that share a started product stand in one file. (xdist_group is not honoured by
    # pytest-xdist 3.8 with pytest 9.2, whose node ids are no longer plain text.) In the order of
    # tests/conftest.py, which knows the slow ones.
    command = python("-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", *arguments)
    return with_database("test", command, loose=True, **extra)


def bench() -> int:
    """Run the benchmarks on a database with production's durability."""
    command = python("-m", "benchmarks", *shlex.split(os.environ.get("ARGS", "")))
    return with_database("bench", command, loose=False)
