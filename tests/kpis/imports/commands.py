"""Running `manage.py import_…` in a test."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.core.management import CommandError, call_command


@dataclass(frozen=True)
class Run:
    """What a command said, and its exit code."""

    code: int
    out: list[str]
    err: list[str]
    reason: str = ""


def run(command: str, path: Path, *options: str) -> Run:
    """Run a command as `manage.py` would, with its exit code."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(command, str(path), *options, stdout=out, stderr=err)
    except CommandError as error:
        return Run(error.returncode, out.getvalue().splitlines(), err.getvalue().splitlines(), str(error))
    return Run(0, out.getvalue().splitlines(), err.getvalue().splitlines())


def write_csv(path: Path, rows: Iterable[Sequence[object]]) -> Path:
    """A CSV file of these rows, the first of which is the header."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path
