"""Performance indicators of a StratML file as KPIs with a series at the root department."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils import timezone

from kpis.actions import Entry, TargetEntry, create_kpi, open_series, record_measurements, set_targets
from kpis.engine.periods import Calendar, Period
from kpis.enums import DepartmentRollup, Direction, TimeRollup
from kpis.models import KPI
from org.actions import FAR_PAST
from org.models import Department, User
from strategy.actions.stratml.codes import Named, codes_for
from strategy.models import Objective, ObjectiveKPI, Plan
from strategy.stratml.document import shortened
from strategy.stratml.indicators import KpiReading, PeriodValue

NAME_LIMIT, UNIT_LIMIT = 300, 80
MOST_DECIMALS = 4


class Stored(NamedTuple):
    """How much was stored."""

    kpis: int
    targets: int
    measurements: int


def store_indicators(
    plan: Plan,
    objectives: Sequence[Objective],
    readings: Sequence[KpiReading],
    department: Department,
    calendar: Calendar,
    published: dt.date | None,
    by: User | None,
) -> Stored:
    """Store KPIs with their links, targets and values; one value and one target a period."""
    kpis = [
        _store_kpi(code, reading, department, calendar, by)
        for code, reading in zip(_codes(plan, objectives, readings), readings, strict=True)
    ]
    _store_links(objectives, readings, kpis, by)
    pairs = list(zip(kpis, readings, strict=True))
    targets = [
        TargetEntry(kpi.pk, department.pk, one.period.ordinal, target=one.value, note=one.note)
        for kpi, reading in pairs
        for one in reading.targets
    ]
    entries = [
        Entry(
            kpi.pk,
            department.pk,
            one.period.ordinal,
            one.value,
            note=one.note,
            known_since=_known_since(one.period, calendar, published),
        )
        for kpi, reading in pairs
        for one in reading.actuals
    ]
    stored_targets = set_targets(by=by, rows=targets)
    stored_values = record_measurements(by=by, rows=entries)
    return Stored(len(kpis), stored_targets.new, stored_values.new)


def _codes(plan: Plan, objectives: Sequence[Objective], readings: Sequence[KpiReading]) -> list[str]:
    """The plan's code and the indicator's, unique among all KPIs."""
    numbers: dict[int, int] = {}
    named = []
    for reading in readings:
        numbers[reading.objective] = numbers.get(reading.objective, 0) + 1
        parent = objectives[reading.objective].code
        named.append(Named(reading.indicator.sequence, parent, numbers[reading.objective]))
    prefix = f"{plan.code[:28]}."
    taken = KPI.objects.filter(code__istartswith=prefix).values_list("code", flat=True)
    codes = codes_for(named, taken=[code[len(prefix) :] for code in taken], limit=60 - len(prefix))
    return [prefix + code for code in codes]


def _store_kpi(
    code: str, reading: KpiReading, department: Department, calendar: Calendar, by: User | None
) -> KPI:
    """Define a KPI and open its series from its first period on.

    StratML says neither direction nor how values roll up: higher is better, the latest counts.
    """
    extra = dict(reading.extra)
    name = shortened(reading.name, NAME_LIMIT)
    if name != reading.name or name != reading.indicator.dimension:
        extra["name"] = reading.indicator.dimension
    kpi = create_kpi(
        by=by,
        code=code,
        name=name,
        unit=shortened(reading.unit.symbol or "", UNIT_LIMIT),
        decimals=_decimals(one.value for one in (*reading.targets, *reading.actuals)),
        purpose=reading.indicator.other_information,
        frequency=reading.frequency.value,
        direction=Direction.UP,
        time_rollup=TimeRollup.LAST,
        department_rollup=DepartmentRollup.MEAN,
        extra=extra,
    )
    periods = [one.period for one in (*reading.targets, *reading.actuals)]
    since = calendar.start(min(periods)) if periods else FAR_PAST
    open_series(by=by, kpi=kpi, department=department, since=since)
    return kpi


def _decimals(values: Iterable[float]) -> int:
    """The decimals that show every value in full, at most four."""
    texts = (f"{value:.{MOST_DECIMALS}f}".rstrip("0") for value in values)
    return max((len(text.partition(".")[2]) for text in texts), default=0)


def _store_links(
    objectives: Sequence[Objective], readings: Sequence[KpiReading], kpis: Sequence[KPI], by: User | None
) -> None:
    """KPIs measure their objectives, all with the same weight."""
    ObjectiveKPI.objects.bulk_create(
        ObjectiveKPI(
            objective=objectives[reading.objective],
            kpi=kpi,
            position=position,
            valid=(FAR_PAST, None),
            recorded_by=by,
        )
        for position, (reading, kpi) in enumerate(zip(readings, kpis, strict=True))
    )


def _known_since(period: Period, calendar: Calendar, published: dt.date | None) -> dt.datetime:
    """The end of the day of publication, else of the period's last day; never later than now."""
    day = published or calendar.end(period)
    end = dt.datetime.combine(day, dt.time(23, 59, 59), tzinfo=timezone.get_current_timezone())
    return min(end, timezone.now())


__all__ = ["PeriodValue", "Stored", "store_indicators"]
