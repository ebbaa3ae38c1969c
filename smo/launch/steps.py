"""Steps before the start (migrate, static files, demo data), skipped while nothing they need changed."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from smo.launch import processes
from smo.launch.bootstrap import PROJECT, Failure, say
from smo.launch.postgres import data_directory
from smo.launch.processes import Program
from smo.launch.surroundings import Surroundings, manage

# Folders whose files no step depends on.
APART = {".git", ".venv", "build", "node_modules", "var", "tests", "docs", "benchmarks", "__pycache__"}


@dataclass(frozen=True)
class Step:
    """A command that makes something ready; `state` changes whenever it has to run again."""

    name: str
    saying: str
    command: Sequence[str | Path]
    state: str


def code_files(folder: Path) -> Iterator[Path]:
    """Yield the Python files of the product and its package lock, in a fixed order."""
    yield folder / "requirements" / "base.txt"
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in APART and not name.startswith("."))
        yield from (Path(place, file) for file in sorted(files) if file.endswith(".py"))


def files_under(*folders: Path) -> Iterator[Path]:
    """Yield every file below the folders, in a fixed order."""
    for folder in folders:
        yield from sorted(file for file in folder.rglob("*") if file.is_file())


def state_of(files: Iterable[Path], *more: str) -> str:
    """Return a hash over the files' places, sizes and times of change, and `more`."""
    digest = hashlib.sha256("\0".join(more).encode())
    for file in files:
        status = file.stat()
        digest.update(f"{file}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def database_identity(var: Path) -> str:
    """Return what changes when the embedded database is made anew.

    For a server that DATABASE_URL names it is new each time: it may be another one than at the last start.
    """
    if os.environ.get("DATABASE_URL") or os.environ.get("DATABASE_URL_FILE"):
        return os.urandom(8).hex()
    return str((data_directory(var) / "PG_VERSION").stat().st_mtime_ns)


def migrate(var: Path) -> Step:
    """Bring the database's tables up to the code."""
    state = state_of(code_files(PROJECT), database_identity(var))
    return Step("migrate", "Bringing the tables up to date", manage("migrate", "--verbosity=0"), state)


def collect_static_files(var: Path) -> Step:
    """Gather style sheets, scripts and fonts under hashed names, compressed."""
    sources = files_under(PROJECT / "static", PROJECT / "build" / "assets")
    state = state_of([PROJECT / "requirements" / "base.txt", *sources], str(var))
    command = manage("collectstatic", "--noinput", "--clear", "--verbosity=0")
    return Step("static", "Gathering style sheets, scripts and fonts", command, state)


def load_demo(var: Path) -> Step:
    """Load the demo organisation; asked again each day, since its figures follow the calendar."""
    state = state_of(code_files(PROJECT), database_identity(var), date.today().isoformat())
    return Step("demo", "Loading the demo organisation", manage("load_demo"), state)


def perform(step: Step, surroundings: Surroundings, environment: dict[str, str]) -> None:
    """Run a step unless its stamp says that it is done; raises Failure with the end of its output."""
    stamp = surroundings.var / "stamps" / step.name
    if stamp.exists() and stamp.read_text() == step.state:
        return
    stamp.parent.mkdir(parents=True, exist_ok=True)
    log = surroundings.log(step.name)
    processes.keep_previous(log)
    say(f"{step.saying} …")
    began = time.monotonic()
    process = processes.start(
        Program(step.name, step.command, environment, log=log, stop_signal=signal.SIGTERM, folder=PROJECT)
    )
    try:
        code = process.popen.wait()
    finally:
        processes.stop([process], grace=5.0)
    if code:
        raise Failure(f"{step.saying} did not succeed.{process.last_words()}")
    stamp.write_text(step.state)
    say(f"  done in {time.monotonic() - began:.1f} s")
