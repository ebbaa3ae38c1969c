"""What an import from a file did or would do; the same for the command line, the preview and the confirmation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.db import transaction

from core.errors import Fault, Refused


@dataclass(frozen=True)
class Outcome:
    """The answer of an importer.

    `counts`: how many of what, in words of the page ("new departments": 3). `faults`: everything wrong with
    the file. `total`: its rows. `skippable`: leaving out the bad rows would leave something to import.
    `stored`: whether it is in the database now. `notes`: further lines to tell. `sample`: the first rows as
    text, under `columns`.
    """

    counts: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    total: int = 0
    skippable: bool = False
    stored: bool = False
    notes: list[str] = field(default_factory=list)
    columns: Sequence[str] = ()
    sample: Sequence[Sequence[str]] = ()

    @property
    def bad_rows(self) -> int:
        """How many rows have a fault."""
        return len({fault.line for fault in self.faults if fault.line is not None})


class Importer(Protocol):
    """Reads a file and stores all of it or, with faults, nothing (with `skip_bad` the good rows)."""

    def __call__(
        self, *, by: Any, name: str, data: bytes, skip_bad: bool = False, dry_run: bool = False
    ) -> Outcome:
        """Import; with `dry_run` everything is done and then undone. Never raises for what the file holds."""


def attempt(run: Callable[[], Outcome], *, dry_run: bool) -> Outcome:
    """Run an import in one transaction, which is undone for a dry run and for an outcome that is not stored.

    An action that refuses after all undoes everything too, and its faults are the outcome.
    """
    try:
        with transaction.atomic():
            outcome = run()
            if dry_run or not outcome.stored:
                transaction.set_rollback(True)
    except Refused as refusal:
        return Outcome(faults=refusal.faults)
    return outcome
