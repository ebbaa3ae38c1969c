"""Checking targets that are set directly for cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core.errors import Fault
from kpis.actions import CellTargetEntry
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.engine.layout import grain_of
from kpis.intake.rows import KeyedRow, ReadPeriod
from kpis.intake.targets import RawTarget, TargetRowChecker
from kpis.intake.world import KnownKPI, read_world
from kpis.models import CellTarget
from org.models import User


@dataclass(frozen=True)
class CheckedCellTargets:
    """Entries to store, in the order of their rows, and the faults of the other rows."""

    entries: list[CellTargetEntry]
    faults: list[Fault]

    @property
    def forbidden(self) -> bool:
        """Whether a row asks for what the user may not do."""
        return any(fault.code == "forbidden" for fault in self.faults)


def check_cell_targets(rows: Sequence[RawTarget], *, by: User | None = None) -> CheckedCellTargets:
    """Turn raw rows into entries that `set_cell_targets` takes; as `check_targets` does.

    A period may be of the KPI's frequency or longer, at any department, reporting or not.
    """
    checker = _CellTargetChecker(read_world(row.kpi for row in rows), by=by)
    for position, row in enumerate(rows):
        checker.check(position, row)
    return CheckedCellTargets(checker.entries, checker.sorted_faults())


@dataclass
class _CellTargetChecker(TargetRowChecker):
    entries: list[CellTargetEntry] = field(default_factory=list)

    def check(self, position: int, row: RawTarget) -> None:
        """Check all that a row says by itself, and that it is no repetition."""
        kpi, department = self.kpi(position, row), self.department(position, row)
        period = self.period(position, row, kpi) if kpi else None
        self.check_row(position, row, kpi, department)
        if position in self.refused or not (kpi and department and period):
            return
        frequency = str(period.period.frequency)
        # Ordinals of two frequencies may be the same number: the last day tells them apart.
        self.repetition(
            position, row, (kpi.id, department.id, period.last_day.toordinal() * 10 + _rank(frequency))
        )
        if position not in self.refused:
            key = (kpi.id, department.id, period.period.ordinal, frequency)
            self.entries.append(CellTargetEntry(*key, *row[3:11], note=row.note))

    def period(self, position: int, row: KeyedRow, kpi: KnownKPI) -> ReadPeriod | None:
        """A period for which the KPI has a cell of its own; None is a fault."""
        try:
            period = self.world.calendar.parse(row.period)
        except PeriodError as error:
            self.refuse(position, row, "period", str(error), "period")
            return None
        if not has_own_cell(kpi.frequency, period):
            reason = _("%(kpi)s has no cell of its own for %(period)s: its periods are longer.")
            names = {"kpi": kpi.code, "period": self.world.calendar.format(period)}
            self.refuse(position, row, "period", reason % names, "period")
            return None
        return ReadPeriod(period, self.world.calendar.end(period), closed=False)


def has_own_cell(native: Frequency, period: Period) -> bool:
    """Whether a KPI has a cell for such a period: of its own frequency, or one of months to years."""
    if period.frequency == native:
        return True
    coarser = native.is_finer_than(period.frequency)
    return coarser and grain_of(period.frequency) == grain_of(Frequency.MONTH)


def _rank(frequency: str) -> int:
    return Frequency(frequency).rank


def stored_cell_targets(kpi_id: int) -> dict[tuple[int, Period], CellTarget]:
    """The cell targets of a KPI that hold now, by department and period."""
    rows = CellTarget.objects.current().filter(kpi=kpi_id)
    return {(row.department_id, Period(Frequency(row.frequency), row.period)): row for row in rows}
