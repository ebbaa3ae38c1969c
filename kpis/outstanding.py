"""Values that are due: series whose latest ended period has none yet."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.enums import Kind
from kpis.models import Definition, Measurement, Series, SeriesTerm
from kpis.wording import last_ended


@dataclass(frozen=True)
class Outstanding:
    """A value that is expected: of a series, for its latest ended period, by a day."""

    series: Series
    period: Period
    due_on: dt.date

    def is_late(self, today: dt.date) -> bool:
        """Whether the day has passed."""
        return today > self.due_on


def outstanding(wanted: QuerySet[Series], calendar: Calendar, today: dt.date) -> list[Outstanding]:
    """What is due of these series, the earliest first; four queries. A value that awaits approval is in."""
    kpis = wanted.values("kpi")
    definitions = Definition.objects.current().filter(kpi__in=kpis, kind=Kind.REPORTED)
    rules = {each.kpi_id: (Frequency(each.frequency), each.due_days) for each in definitions}
    periods = {frequency: last_ended(calendar, frequency, today) for frequency, _days in rules.values()}
    reported = _reported(kpis, periods.values())
    terms = _terms(wanted)
    found = []
    for series in wanted.select_related("kpi", "department", "steward"):
        if series.kpi_id not in rules:
            continue
        frequency, days = rules[series.kpi_id]
        period = periods[frequency]
        end = calendar.end(period)
        key = (series.kpi_id, series.department_id, period.ordinal)
        if key not in reported and _is_active(terms.get(series.pk, []), end):
            found.append(Outstanding(series, period, end + dt.timedelta(days=days)))
    return sorted(found, key=lambda each: (each.due_on, each.series.kpi.name, each.series.department.name))


def _reported(kpis: Any, periods: Iterable[Period]) -> set[tuple[int, int, int]]:
    """KPI, department and ordinal of what is in."""
    rows = Measurement.objects.current().filter(kpi__in=kpis, period__in=[each.ordinal for each in periods])
    return set(rows.values_list("kpi_id", "department_id", "period"))


def _terms(wanted: QuerySet[Series]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for term in SeriesTerm.objects.current().filter(series__in=wanted):
        found.setdefault(term.series_id, []).append(term.valid)
    return found


def _is_active(ranges: Iterable[Any], day: dt.date) -> bool:
    return any(each.lower <= day and (each.upper is None or day < each.upper) for each in ranges)
