"""Errors that an action raises and a face (page, REST, command) turns into an answer."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with what was handed in: what, where, and how to mend it."""

    message: str
    line: int | None = None  # of a file, counted from 1
    index: int | None = None  # of an array, counted from 0
    field: str = ""
    code: str = "invalid"

    def __str__(self) -> str:
        where = f"line {self.line}" if self.line is not None else ""
        if self.field:
            where = f"{where}, {self.field}" if where else self.field
        return f"{where}: {self.message}" if where else self.message


class Refused(Exception):
    """Input that cannot be taken (400): nothing was stored, every fault is named."""

    def __init__(self, faults: list[Fault] | str) -> None:
        self.faults = [Fault(faults)] if isinstance(faults, str) else faults
        super().__init__("; ".join(str(fault) for fault in self.faults[:5]))


class Conflict(Exception):
    """A write that the present state forbids (409)."""
