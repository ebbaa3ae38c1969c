"""Storing KPIs of the demonstration, their series, targets and values."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.utils import timezone

from kpis.actions import Entry, TargetEntry, create_kpi, open_series, record_measurements, set_targets
from kpis.engine.periods import Calendar
from kpis.models import KPI, Measurement, SeriesTarget
from org.models import User
from smo.demo.backdating import corrected_when_known
from smo.demo.history import SeriesHistory, Value
from smo.demo.kpis import KPIS
from smo.demo.kpis_formulas import FORMULA_KPIS, FormulaSpec
from smo.demo.organisation import STEWARDS
from smo.demo.people import Departments, People
from smo.demo.spec import KpiSpec


def histories(calendar: Calendar, loaded_on: dt.date) -> list[SeriesHistory]:
    """Every series of the demonstration."""
    return [
        SeriesHistory(spec, reporter, calendar, loaded_on) for spec in KPIS for reporter in spec.reporters
    ]


def store_kpis(people: People, by: User) -> dict[str, KPI]:
    """The KPIs by code; those that are computed after those they are computed from."""
    reported = {spec.code: _store_kpi(spec, people, by) for spec in KPIS}
    return reported | {spec.code: _store_formula(spec, people, by) for spec in FORMULA_KPIS}


def _store_formula(spec: FormulaSpec, people: People, by: User) -> KPI:
    fields = vars(spec) | {"owner": people[spec.owner]}
    return create_kpi(by=by, **{name: fields[name] for name in fields.keys() - {"objective", "weight"}})


def _store_kpi(spec: KpiSpec, people: People, by: User) -> KPI:
    return create_kpi(
        by=by,
        code=spec.code,
        name=spec.name,
        unit=spec.unit,
        decimals=spec.decimals,
        purpose=spec.purpose,
        source=spec.source,
        method=spec.method,
        tendency=spec.tendency,
        owner=people[spec.owner],
        frequency=spec.frequency,
        direction=spec.direction,
        time_rollup=spec.time_rollup,
        department_rollup=spec.department_rollup,
        missing_policy=spec.missing,
        carry_limit=spec.carry,
        due_days=spec.due_days,
        **_default_anchors(spec),
    )


def _default_anchors(spec: KpiSpec) -> dict[str, float]:
    """Target and red line of the KPI itself, where they are the same always and everywhere."""
    if spec.band is not None:
        return dict(zip(("low", "high", "red_low", "red_high"), spec.band, strict=True))
    if not spec.steady:
        return {}
    sign = -1 if spec.direction == spec.direction.UP else 1
    return {"target": spec.goal[1], "red_line": spec.goal[1] + sign * spec.slack}


def open_all(
    all_series: Iterable[SeriesHistory],
    kpis: dict[str, KPI],
    departments: Departments,
    people: People,
    by: User,
) -> None:
    """Have each department report its KPIs from their beginning on."""
    for series in all_series:
        open_series(
            by=by,
            kpi=kpis[series.spec.code],
            department=departments[series.reporter.department],
            steward=people[STEWARDS[series.reporter.department]],
            since=series.since,
            weight=series.reporter.weight,
        )


def store_targets(
    all_series: Iterable[SeriesHistory],
    kpis: dict[str, KPI],
    departments: Departments,
    by: User,
    until: dt.date,
) -> None:
    """Targets up to a day, of periods without any."""
    there = set(SeriesTarget.objects.values_list("kpi_id", "department_id", "period"))
    rows = [
        TargetEntry(
            kpis[series.spec.code].pk,
            departments[series.reporter.department].pk,
            one.period.ordinal,
            target=one.target,
            red_line=one.red_line,
        )
        for series in all_series
        for one in series.targets(until)
    ]
    set_targets(by=by, rows=[row for row in rows if (row.kpi_id, row.department_id, row.period) not in there])


def store_values(
    all_series: Iterable[SeriesHistory],
    kpis: dict[str, KPI],
    departments: Departments,
    people: People,
    now: dt.datetime,
) -> int:
    """Values known by now of periods without any, each recorded by its steward; returns how many."""
    recorded = set(Measurement.objects.values_list("kpi_id", "department_id", "period"))
    first: dict[str, list[Entry]] = defaultdict(list)
    corrections: dict[str, list[Entry]] = defaultdict(list)
    for series in all_series:
        kpi, department = kpis[series.spec.code].pk, departments[series.reporter.department].pk
        for value in series.values(timezone.localdate(now)):
            if (kpi, department, value.period.ordinal) not in recorded:
                kind = corrections if value.reason else first
                kind[STEWARDS[series.reporter.department]].append(_entry(kpi, department, value, now))
    for entries in (first, corrections):
        for steward, rows in sorted(entries.items()):
            record_measurements(by=people[steward], rows=rows)
    corrected_when_known([row for rows in corrections.values() for row in rows])
    return sum(len(rows) for rows in first.values())


def _entry(kpi: int, department: int, value: Value, now: dt.datetime) -> Entry:
    """A value as of the morning on which it became known."""
    morning = dt.datetime.combine(value.known_on, dt.time(9, 12), tzinfo=timezone.get_current_timezone())
    if value.reason:
        morning += dt.timedelta(hours=2)
    return Entry(
        kpi,
        department,
        value.period.ordinal,
        value.value,
        note=value.note,
        reason=value.reason,
        known_since=min(morning, now),
    )
