"""Values that are due: periods of a series that have ended and have none yet."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from kpis.actions import FAR_PAST
from kpis.closings import ClosedPeriods, closed_periods
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.enums import Kind, MeasurementState
from kpis.models import Definition, Measurement, Series, SeriesTerm
from kpis.wording import last_ended

# How many ended periods back a value is still asked for; older ones are filled in by file.
BACK = {
    Frequency.DAY: 14,
    Frequency.WEEK: 12,
    Frequency.MONTH: 12,
    Frequency.QUARTER: 8,
    Frequency.HALF: 4,
    Frequency.YEAR: 3,
}
_ASKED_AGAIN = (MeasurementState.DRAFT, MeasurementState.RETURNED)
Key = tuple[int, int, int]


@dataclass(frozen=True)
class Outstanding:
    """A value that is expected: of a series, for an ended period, by a day.

    `state`: nothing, or that of the value which was begun (draft) or sent back (returned).
    """

    series: Series
    period: Period
    due_on: dt.date
    state: str = ""

    def is_late(self, today: dt.date) -> bool:
        """Whether the day has passed."""
        return today > self.due_on


@dataclass(frozen=True)
class _Rules:
    """What the definitions of the KPIs say about reporting, and which periods are closed."""

    calendar: Calendar
    today: dt.date
    reporting: Mapping[int, tuple[Frequency, int]]  # frequency and due days by KPI
    closed: ClosedPeriods

    def periods(self, frequency: Frequency, latest_only: bool) -> list[Period]:
        """The ended periods for which a value is asked for, the latest first; not the closed ones."""
        latest = last_ended(self.calendar, frequency, self.today)
        back = 1 if latest_only else BACK[frequency]
        periods = [self.calendar.shift(latest, -step) for step in range(back)]
        return [each for each in periods if not self.closed.holds(each)]


def outstanding(
    wanted: QuerySet[Series], calendar: Calendar, today: dt.date, *, latest_only: bool = False
) -> list[Outstanding]:
    """What is due of these series, the earliest first; six queries.

    All ended periods since the series began, at most `BACK` of them, or only the latest. A series that was
    there always begins with its first value. A value that awaits approval is in; one that was begun or
    returned is due whatever its period.
    """
    rules = _read_rules(wanted, calendar, today)
    periods = {each: rules.periods(each, latest_only) for each, _days in rules.reporting.values()}
    states = _states(wanted, [each.ordinal for several in periods.values() for each in several])
    terms, again = _terms(wanted), _asked_again(wanted)
    found: list[Outstanding] = []
    for series in wanted.select_related("kpi", "department", "steward"):
        if series.kpi_id in rules.reporting:
            asked = periods[rules.reporting[series.kpi_id][0]]
            found += _due_of(series, asked, terms.get(series.pk, []), states, rules)
            found += _begun(series, again.get((series.kpi_id, series.department_id), {}), rules)
    return sorted(found, key=lambda each: (each.due_on, each.series.kpi.name, each.series.department.name))


def _due_of(
    series: Series,
    periods: Sequence[Period],
    terms: Sequence[Any],
    states: Mapping[Key, str],
    rules: _Rules,
) -> list[Outstanding]:
    """What is due of one series among ended periods, the latest of which comes first."""
    days = dt.timedelta(days=rules.reporting[series.kpi_id][1])
    stored = [states.get((series.kpi_id, series.department_id, each.ordinal), "none") for each in periods]
    if any(each.lower == FAR_PAST for each in terms):
        periods = _since_first_value(periods, stored, rules)
    return [
        Outstanding(series, period, end + days)
        for period, state in zip(periods, stored, strict=False)
        if state == "none" and _is_active(terms, end := rules.calendar.end(period))
    ]


def _begun(series: Series, states: Mapping[int, str], rules: _Rules) -> list[Outstanding]:
    """The values of one series that were begun or returned, by ordinal: even of closed periods."""
    frequency, days = rules.reporting[series.kpi_id]
    periods = [(Period(frequency, ordinal), state) for ordinal, state in states.items()]
    return [
        Outstanding(series, period, rules.calendar.end(period) + dt.timedelta(days=days), state)
        for period, state in periods
    ]


def _since_first_value(periods: Sequence[Period], stored: Sequence[str], rules: _Rules) -> Sequence[Period]:
    """The periods from the earliest with a value on; where there is none only the latest, if it is open."""
    places = [place for place, state in enumerate(stored) if state != "none"]
    if places:
        return periods[: max(places) + 1]
    return [each for each in periods[:1] if each == last_ended(rules.calendar, each.frequency, rules.today)]


def next_due_on(wanted: QuerySet[Series], calendar: Calendar, today: dt.date) -> dt.date | None:
    """The day by which the first value of a period that still runs will be due; None where none will."""
    rules = _read_rules(wanted, calendar, today)
    terms = _terms(wanted)
    days = []
    for pk, kpi_id in wanted.values_list("pk", "kpi_id"):
        if kpi_id in rules.reporting:
            frequency, due_days = rules.reporting[kpi_id]
            end = calendar.end(calendar.shift(last_ended(calendar, frequency, today), 1))
            if _is_active(terms.get(pk, []), end):
                days.append(end + dt.timedelta(days=due_days))
    return min(days, default=None)


def _read_rules(wanted: QuerySet[Series], calendar: Calendar, today: dt.date) -> _Rules:
    definitions = Definition.objects.current().filter(kpi__in=wanted.values("kpi"), kind=Kind.REPORTED)
    reporting = {
        kpi: (Frequency(frequency), days)
        for kpi, frequency, days in definitions.values_list("kpi_id", "frequency", "due_days")
    }
    return _Rules(calendar, today, reporting, closed_periods(calendar))


def _states(wanted: QuerySet[Series], ordinals: Iterable[int]) -> dict[Key, str]:
    """The state of what is there, by KPI, department and ordinal; a pending value hides a current one."""
    rows = Measurement.objects.current().filter(
        kpi__in=wanted.values("kpi"),
        department__in=wanted.values("department"),
        period__in=sorted(set(ordinals)),
    )
    found: dict[Key, str] = {}
    for kpi, department, period, state in rows.order_by("-pending").values_list(
        "kpi_id", "department_id", "period", "state"
    ):
        if state == MeasurementState.APPROVED:
            found.setdefault((kpi, department, period), state)
        else:
            found[kpi, department, period] = state
    return found


def _asked_again(wanted: QuerySet[Series]) -> dict[tuple[int, int], dict[int, str]]:
    """The state of what was begun or returned, by KPI and department, then ordinal."""
    rows = Measurement.objects.current().filter(
        pending=True,
        state__in=_ASKED_AGAIN,
        kpi__in=wanted.values("kpi"),
        department__in=wanted.values("department"),
    )
    found: dict[tuple[int, int], dict[int, str]] = {}
    for kpi, department, period, state in rows.values_list("kpi_id", "department_id", "period", "state"):
        found.setdefault((kpi, department), {})[period] = state
    return found


def _terms(wanted: QuerySet[Series]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for series, valid in (
        SeriesTerm.objects.current().filter(series__in=wanted).values_list("series_id", "valid")
    ):
        found.setdefault(series, []).append(valid)
    return found


def _is_active(ranges: Iterable[Any], day: dt.date) -> bool:
    return any(each.lower <= day and (each.upper is None or day < each.upper) for each in ranges)
