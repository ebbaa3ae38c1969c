"""The KPIs of a plan as StratML indicators, with a target and an actual for each period."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from kpis.cells import read_cells
from kpis.engine.periods import Calendar, Frequency, Period
from kpis.models import KPI, Measurement, Series, SeriesTarget
from kpis.queries import calendar as fiscal_calendar
from kpis.store.rules import KnownRules, read_rules
from org.models import Department
from org.queries import root_department
from strategy.documents.instances import Counted, arranged
from strategy.queries import PlanStructure
from strategy.stratml.document import Indicator, Relationship, Result, ResultKind
from strategy.stratml.units import read_unit
from strategy.stratml.writer import identifier_for

Extra = dict[str, Any]
Values = dict[tuple[ResultKind, Period], tuple[float, str]]


def indicators_of(structure: PlanStructure) -> dict[int, list[Indicator]]:
    """By objective its indicators. Numbers are the organisation's: of the department at the top."""
    kpis = {link.kpi_id: link.kpi for placed in structure.objectives for link in placed.kpi_links}
    root = root_department()
    values = _values(kpis, root, structure.plan.starts_on) if root else {}
    calendar = fiscal_calendar()
    made = {pk: _indicator(kpi, values.get(pk, {}), calendar) for pk, kpi in kpis.items()}
    return {
        placed.objective.pk: [made[link.kpi_id] for link in placed.kpi_links]
        for placed in structure.objectives
    }


def _values(kpis: dict[int, KPI], root: Department, since: dt.date | None) -> dict[int, Values]:
    """Of each KPI its targets and actuals by period: as reported at the top, else as rolled up there."""
    rules = {one.kpi_id: one for one in read_rules(list(kpis))}
    reported = set(Series.objects.filter(kpi__in=kpis, department=root).values_list("kpi_id", flat=True))
    found = _reported(reported, root, rules)
    calendar = fiscal_calendar()
    first = since or timezone.localdate().replace(month=1, day=1) - dt.timedelta(days=3 * 365)
    by_frequency = defaultdict(list)
    for pk, each in rules.items():
        if pk not in reported:
            by_frequency[each.rules.frequency].append(each)
    for frequency, several in by_frequency.items():
        found |= _rolled_up(several, root, _periods(calendar, frequency, first), calendar)
    return found


def _reported(pks: set[int], root: Department, rules: dict[int, KnownRules]) -> dict[int, Values]:
    found: dict[int, Values] = defaultdict(dict)
    targets = SeriesTarget.objects.current().filter(kpi__in=pks, department=root, target__isnull=False)
    actuals = Measurement.objects.current().filter(kpi__in=pks, department=root, pending=False)
    for kind, rows in (
        (ResultKind.TARGET, targets.values_list("kpi_id", "period", "target", "note")),
        (ResultKind.ACTUAL, actuals.values_list("kpi_id", "period", "value", "note")),
    ):
        for pk, ordinal, number, note in rows:
            found[pk][kind, Period(rules[pk].rules.frequency, ordinal)] = (float(number or 0), note)
    return found


def _periods(calendar: Calendar, frequency: Frequency, first: dt.date) -> list[Period]:
    """From the one that holds `first` to today's, at least one."""
    last = calendar.containing(timezone.localdate(), frequency).ordinal
    begin = min(calendar.containing(first, frequency).ordinal, last)
    return [Period(frequency, ordinal) for ordinal in range(begin, last + 1)]


def _rolled_up(
    rules: list[KnownRules], root: Department, periods: list[Period], calendar: Calendar
) -> dict[int, Values]:
    grid = read_cells(root.pk, rules, periods, calendar, timezone.localdate())
    return {
        pk: {
            (kind, period): (float(number), "")
            for kind, numbers in ((ResultKind.TARGET, row.targets), (ResultKind.ACTUAL, row.values))
            for period, number in zip(periods, numbers, strict=True)
            if number == number  # NaN: there is none
        }
        for pk, row in grid.cells.items()
    }


def _indicator(kpi: KPI, values: Values, calendar: Calendar) -> Indicator:
    kept = kpi.extra
    results, instances = arranged(_counted(values, kept, calendar), list(_aside(kept)), calendar)
    return Indicator(
        dimension=kept.get("name", kpi.name),
        unit_text=_unit(kpi),
        identifier=kept.get("identifier", "") if kept else identifier_for("kpi", kpi.code),
        sequence=kept.get("sequence", "") if kept else kpi.code,
        type=kept.get("type", "") if kept else "Quantitative",
        value_chain_stage=kept.get("value_chain_stage", ""),
        relationships=tuple(_relationship(one) for one in kept.get("relationships", [])),
        results=results,
        instances=instances,
        other_information=kpi.purpose,
        line=0,
        extra=kept.get("left_over", {}),
    )


def _unit(kpi: KPI) -> str:
    """The unit in the file's words where it still is the KPI's."""
    said = str(kpi.extra.get("unit", ""))
    return said if said and (read_unit(said).symbol or "") == kpi.unit else kpi.unit


def _counted(values: Values, kept: Extra, calendar: Calendar) -> Iterable[Counted]:
    """The results that count, each with what the file said of it beyond its number; those in its order."""
    details = {(one["kind"], one["period"]): one for one in kept.get("results", [])}
    order = {key: number for number, key in enumerate(details)}
    keys = {key: (key[0].value, calendar.format(key[1])) for key in values}
    values = dict(sorted(values.items(), key=lambda one: order.get(keys[one[0]], len(order))))
    for (kind, period), (number, note) in values.items():
        detail = details.get(keys[kind, period], {})
        start, end = _dates(detail)
        if start is None and end is None:
            start, end = calendar.start(period), calendar.end(period)
        result = _result(detail, kind, start, end, number, note)
        yield Counted(result, period, "instance" in detail)


def _aside(kept: Extra) -> Iterable[Result]:
    """The results that the import set aside."""
    for one in kept.get("set_aside", []):
        kind = ResultKind(one["kind"])
        yield _result(one, kind, *_dates(one), one.get("number"), one.get("description", ""))


def _dates(said: Extra) -> tuple[dt.date | None, dt.date | None]:
    start, end = (dt.date.fromisoformat(said[name]) if name in said else None for name in ("start", "end"))
    return start, end


def _result(
    said: Extra, kind: ResultKind, start: dt.date | None, end: dt.date | None, number: float | None, note: str
) -> Result:
    return Result(
        kind=kind,
        instance=said.get("instance", 0),
        start=start,
        end=end,
        number=number,
        descriptors=tuple((str(name), str(value)) for name, value in said.get("descriptors", [])),
        description=note,
        line=0,
        extra=said.get("left_over", {}),
    )


def _relationship(one: Extra) -> Relationship:
    return Relationship(
        identifier=one.get("identifier", ""),
        referents=tuple(one.get("referents", ())),
        name=one.get("name", ""),
        description=one.get("description", ""),
        type=one.get("type", ""),
        line=0,
    )
