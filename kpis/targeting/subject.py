"""A KPI whose targets are set: its definition, its series with their times, and who may set which."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction
from kpis.engine.target_shapes import year_before
from kpis.models import KPI, Definition, Measurement, Series, SeriesTarget
from kpis.queries import definition_of, series_with_path
from kpis.reporting import is_active, series_with_terms

LINES, BAND = ("target", "red_line", "best", "worst"), ("red_low", "low", "high", "red_high")
Key = tuple[int, int]
"""A department and a native period (by ordinal)."""


@dataclass(frozen=True)
class TargetedKpi:
    """`series` have `known_terms` and come by the name of their department; `mine` may be set by the user."""

    kpi: KPI
    definition: Definition
    series: tuple[Series, ...]
    mine: frozenset[int]
    calendar: Calendar

    @property
    def frequency(self) -> Frequency:
        """By which it is reported."""
        return Frequency(self.definition.frequency)

    @property
    def lines(self) -> tuple[str, ...]:
        """The numbers that a target of it consists of."""
        return BAND if self.definition.direction == Direction.BAND else LINES

    def periods(self, year: int) -> list[Period]:
        """The native periods of a fiscal year."""
        return self.calendar.children(Period(Frequency.YEAR, year), self.frequency)

    def like(self, period: Period, years: int) -> Period:
        """The native period at the same place `years` before."""
        return year_before(period, years, self.calendar)

    def reports(self, series: Series, period: Period) -> bool:
        """Whether the series is active on the period's last day."""
        return is_active(_terms(series), self.calendar.end(period))

    def stored(self, year: int) -> dict[Key, SeriesTarget]:
        """The targets of a fiscal year that hold now; one query."""
        first, last = self._range(year)
        rows = SeriesTarget.objects.current().filter(kpi=self.kpi, period__range=(first, last))
        return {(row.department_id, row.period): row for row in rows}

    def actuals(self, year: int) -> dict[Key, float]:
        """The actuals of a fiscal year that count now; one query."""
        first, last = self._range(year)
        rows = Measurement.objects.filter(
            kpi=self.kpi, period__range=(first, last), known_to__isnull=True, pending=False
        )
        return {
            (department, period): value
            for department, period, value in rows.values_list("department_id", "period", "value")
        }

    def _range(self, year: int) -> tuple[int, int]:
        return self.calendar.child_range(Period(Frequency.YEAR, year), self.frequency)


def _terms(series: Series) -> Any:
    return series.known_terms  # type: ignore[attr-defined]


def targeted(kpi: KPI, user: Any, calendar: Calendar) -> TargetedKpi:
    """The KPI with its series, and of which the user may set targets; a constant number of queries."""
    placed = series_with_path().filter(kpi=kpi)
    mine = frozenset(each.pk for each in placed if user.has_perm("kpis.edit_targets", each))
    series = tuple(series_with_terms().filter(kpi=kpi))
    return TargetedKpi(kpi, definition_of(kpi), series, mine, calendar)


def settable(targeted: TargetedKpi, codes: Iterable[str] = ()) -> list[Series]:
    """The series that the user may set targets of; with `codes` only those of these departments."""
    wanted = set(codes)
    return [
        each
        for each in targeted.series
        if each.pk in targeted.mine and (not wanted or each.department.code in wanted)
    ]


def years_offered(calendar: Calendar, today: dt.date) -> list[int]:
    """The fiscal years that targets are set for: two that are over, the present one, two to come."""
    present = calendar.containing(today, Frequency.YEAR).ordinal
    return list(range(present - 2, present + 3))
