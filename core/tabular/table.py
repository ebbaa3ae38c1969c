"""What was read: rows with their line numbers, and faults."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.errors import Fault

Cell = str | float | bool | dt.date | None
"""A cell as its file gives it: text from CSV; text, numbers, dates and truths from Excel."""


@dataclass(frozen=True)
class Grid:
    """Cells as they stand in the file, each row with its line (counted from 1), empty rows left out."""

    lines: list[tuple[int, list[Cell]]]
    merged: list[tuple[int, int, str]] = field(default_factory=list)  # first line, last line, "B2:C2"


@dataclass(frozen=True)
class Row:
    """One row: text columns hold text ("" when empty), number and date columns a value or None."""

    line: int
    cells: Mapping[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.cells[column]

    def texts(self, columns: Sequence[str]) -> list[str]:
        """The cells of some columns as text, for showing."""
        return ["" if self.cells[name] is None else str(self.cells[name]) for name in columns]


@dataclass(frozen=True)
class Table:
    """The rows without a fault, and the faults of the others; `columns` are those that the file has.

    A column that the file lacks reads as empty.
    """

    rows: Sequence[Row]
    faults: list[Fault]
    readable: bool = True
    columns: Sequence[str] = ()

    @property
    def total(self) -> int:
        """How many rows the file has, good and bad."""
        return len(self.rows) + len({fault.line for fault in self.faults}) if self.readable else 0
