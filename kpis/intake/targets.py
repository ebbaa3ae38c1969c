"""Checking targets of series."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext as _

from core.errors import Fault
from kpis.actions import TargetEntry
from kpis.engine.anchors import AnchorError, check_anchors
from kpis.engine.scoring import Direction
from kpis.intake.rows import RowChecker
from kpis.intake.world import KnownDepartment, KnownKPI, read_world
from kpis.store.rules import anchors_of
from org.models import User

_OF_A_LINE, _OF_A_BAND = ("target", "red_line", "best", "worst"), ("low", "high", "red_low", "red_high")


class RawTarget(NamedTuple):
    """A target of a series for one period, as somebody handed it in; without any number there is none."""

    kpi: str
    department: str
    period: str
    target: float | None = None
    red_line: float | None = None
    best: float | None = None
    worst: float | None = None
    low: float | None = None
    high: float | None = None
    red_low: float | None = None
    red_high: float | None = None
    note: str = ""
    line: int | None = None


@dataclass(frozen=True)
class CheckedTargets:
    """Entries to store, in the order of their rows, and the faults of the other rows."""

    entries: list[TargetEntry]
    faults: list[Fault]

    @property
    def forbidden(self) -> bool:
        """Whether a row asks for what the user may not do."""
        return any(fault.code == "forbidden" for fault in self.faults)


def check_targets(rows: Sequence[RawTarget], *, by: User | None = None) -> CheckedTargets:
    """Turn raw rows into entries that `set_targets` takes; as `check_values` does.

    `by`: who sets them; None (a command) may everywhere.
    """
    checker = _TargetChecker(read_world(row.kpi for row in rows), by=by)
    for position, row in enumerate(rows):
        checker.check(position, row)
    return CheckedTargets(checker.entries, checker.sorted_faults())


@dataclass
class TargetRowChecker(RowChecker):
    """What rows of targets of both kinds are checked for."""

    by: User | None = None
    may: dict[str, bool] = field(default_factory=dict)

    def check_row(
        self, position: int, row: RawTarget, kpi: KnownKPI | None, department: KnownDepartment | None
    ) -> None:
        """Who may set it, its lines and its note."""
        if department:
            self._may_set(position, row, department)
        if kpi:
            self._anchors(position, row, kpi)
        if "\x00" in row.note:
            self.refuse(position, row, "note", _("The text holds characters that cannot be kept."))

    def _may_set(self, position: int, row: RawTarget, department: KnownDepartment) -> None:
        if self.by is None:
            return
        if department.path not in self.may:
            self.may[department.path] = self.by.has_perm("kpis.edit_targets", department)
        if not self.may[department.path]:
            reason = _("The targets of %(department)s are not yours to set.")
            self.refuse(position, row, "department", reason % {"department": department.code}, "forbidden")

    def _anchors(self, position: int, row: RawTarget, kpi: KnownKPI) -> None:
        """The lines in their order; a band has other ones."""
        foreign = _OF_A_LINE if kpi.direction == Direction.BAND else _OF_A_BAND
        for name in foreign:
            if getattr(row, name) is not None:
                reason = _("%(kpi)s has no such line.") % {"kpi": kpi.code}
                self.refuse(position, row, name, reason)
        try:
            anchors = anchors_of(row, kpi.direction)
            check_anchors(anchors, Direction(kpi.direction), kpi.tolerance, zero_needs_red_line=False)
        except AnchorError as error:
            self.refuse(position, row, "low" if kpi.direction == Direction.BAND else "target", str(error))


@dataclass
class _TargetChecker(TargetRowChecker):
    entries: list[TargetEntry] = field(default_factory=list)

    def check(self, position: int, row: RawTarget) -> None:
        """Check all that a row says by itself, and that it is no repetition."""
        kpi, department = self.kpi(position, row), self.department(position, row)
        period = self.period(position, row, kpi) if kpi else None
        if kpi and department:
            self.series(position, row, kpi, department, period)
        self.check_row(position, row, kpi, department)
        if position in self.refused or not (kpi and department and period):
            return
        key = (kpi.id, department.id, period.period.ordinal)
        self.repetition(position, row, key)
        if position not in self.refused:
            self.entries.append(TargetEntry(*key, *row[3:11], note=row.note))
