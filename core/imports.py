"""What an import from a file did or would do; the same for command line, preview and confirmation."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.core.exceptions import ValidationError
from django.db import transaction

from core.errors import Fault, Refused
from core.tabular import Row, Table

SAMPLE_ROWS = 10


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


def import_rows(
    table: Table,
    store: Callable[[Row], str],
    *,
    skip_bad: bool,
    rows: Iterable[Row] | None = None,
    faults: Iterable[Fault] = (),
) -> Outcome:
    """Store the rows one by one; `store` answers what became of a row ("new departments") or refuses it.

    `rows`: those to store, in their order, where not all of the table's; `faults`: what was found before.
    """
    found = [*table.faults, *faults]
    counts: Counter[str] = Counter()
    for row in table.rows if rows is None else rows:
        try:
            counts[store(row)] += 1
        except Refused as refusal:
            found += [
                Fault(fault.message, row.line, None, fault.field, fault.code) for fault in refusal.faults
            ]
        except ValidationError as error:
            found += faults_of(error, line=row.line)
    good = bool(counts)
    return Outcome(
        counts=dict(counts),
        faults=sorted(found, key=lambda fault: (fault.line or 0, fault.field)),
        total=table.total,
        skippable=good and bool(found),
        stored=good and (skip_bad or not found),
        columns=table.columns,
        sample=[row.texts(table.columns) for row in table.rows[:SAMPLE_ROWS]],
    )


def faults_of(error: ValidationError, line: int | None = None) -> list[Fault]:
    """What Django's validation found, as faults; each with its field where it has one."""
    if not hasattr(error, "error_dict"):
        return [Fault(message, line) for message in error.messages]
    pairs = [(name, message) for name, messages in error.message_dict.items() for message in messages]
    return [Fault(message, line, field="" if name == "__all__" else name) for name, message in pairs]
