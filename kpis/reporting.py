"""Reading who reports a KPI, since when, and the targets that a department has."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.models import KPI, Series, SeriesTarget, SeriesTerm

YEARS_SHOWN = 6


def series_with_terms() -> QuerySet[Series]:
    """Series with `known_terms`, when they are active as known now, oldest first; by department."""
    terms = SeriesTerm.objects.current().order_by("valid")
    return (
        Series.objects.select_related("kpi", "department", "steward", "kpi__owner")
        .prefetch_related(Prefetch("terms", queryset=terms, to_attr="known_terms"))
        .order_by("department__name")
    )


@dataclass(frozen=True)
class Reporter:
    """A department that reports a KPI, or did. `is_open`: it reports on some day from `today` on."""

    series: Series
    terms: Sequence[SeriesTerm]
    is_open: bool


def reporters(kpi: KPI, today: dt.date) -> list[Reporter]:
    """Every department with a series of the KPI, those that report first; two queries."""
    found = [_reporter(each, today) for each in series_with_terms().filter(kpi=kpi)]
    return sorted(found, key=lambda each: not each.is_open)


def _reporter(series: Series, today: dt.date) -> Reporter:
    terms: list[SeriesTerm] = series.known_terms  # type: ignore[attr-defined]
    is_open = any(term.valid.upper is None or term.valid.upper > today for term in terms)
    return Reporter(series, terms, is_open)


def is_active(terms: Sequence[SeriesTerm], day: dt.date) -> bool:
    """Whether one of a series' terms holds `day`."""
    return any(
        term.valid.lower <= day and (term.valid.upper is None or day < term.valid.upper) for term in terms
    )


def shown_periods(calendar: Calendar, native: Frequency, shown: Period) -> list[Period]:
    """The native periods whose targets are set together: of a year, years around it, days of a month."""
    if native == Frequency.YEAR:
        first = shown.ordinal - YEARS_SHOWN // 2
        return [Period(native, first + place) for place in range(YEARS_SHOWN)]
    return calendar.children(shown, native)


def current_targets(series: Series, periods: Sequence[Period]) -> dict[int, SeriesTarget]:
    """The targets that a series has now for consecutive periods, by ordinal."""
    rows = SeriesTarget.objects.current().filter(
        kpi=series.kpi_id,
        department=series.department_id,
        period__range=(periods[0].ordinal, periods[-1].ordinal),
    )
    return {row.period: row for row in rows}
