"""The one series and period that somebody names, for what is kept beside a value."""

from dataclasses import dataclass

from core.errors import Refused
from kpis.engine.frequency import Period
from kpis.intake.raw import RawValue
from kpis.intake.rows import RowChecker
from kpis.intake.world import KnownSeries, read_world


@dataclass(frozen=True)
class Place:
    """A series at a native period of its KPI; `series` has what permissions ask for."""

    kpi_id: int
    department_id: int
    period: Period
    series: KnownSeries
    closed: bool


def find_place(kpi: str, department: str, period: str) -> Place:
    """The series and period that codes and a period's text name; raises Refused with what is wrong."""
    row = RawValue(kpi, department, period, None)
    checker = RowChecker(read_world([kpi]))
    known, where = checker.kpi(0, row), checker.department(0, row)
    when = checker.period(0, row, known) if known else None
    series = checker.series(0, row, known, where, when) if known and where else None
    if checker.faults or not (known and where and when and series):
        raise Refused(checker.sorted_faults())
    return Place(known.id, where.id, when.period, series, when.closed)
