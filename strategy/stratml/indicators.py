"""From an indicator to what a KPI needs: its name, unit and frequency, and a value for each period."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kpis.engine.periods import Calendar, Frequency, Period
from strategy.stratml.document import Document, Extra, Indicator, Objective, Remark, Result, ResultKind
from strategy.stratml.errors import gathered
from strategy.stratml.frequency import infer_frequency
from strategy.stratml.json_values import relationship_values, result_details, result_values
from strategy.stratml.units import Unit, read_unit

_BASELINES = ("baseline", "base line")


@dataclass(frozen=True, slots=True)
class PeriodValue:
    """The target or actual of a period at the KPI's frequency; `note` is the file's description of it."""

    period: Period
    value: float
    note: str
    line: int


@dataclass(frozen=True, slots=True)
class KpiReading:
    """What a file says about one KPI. `objective` indexes `Document.objectives`.

    `targets` and `actuals` hold at most one value a period, in the order of periods. `extra` holds, as JSON
    values, everything of the indicator that the other fields do not, by the keys of `_extra`.
    """

    name: str
    objective: int
    indicator: Indicator
    unit: Unit
    frequency: Frequency
    targets: tuple[PeriodValue, ...]
    actuals: tuple[PeriodValue, ...]
    extra: Extra


@dataclass(frozen=True, slots=True)
class KpiReadings:
    """All KPIs of a file in document order, with the remarks made while placing their results in periods."""

    kpis: tuple[KpiReading, ...]
    warnings: tuple[Remark, ...]


@dataclass(slots=True)
class _Placed:
    """The results of one indicator: those that count, and those set aside with the reason."""

    frequency: Frequency
    counted: dict[tuple[ResultKind, Period], Result] = field(default_factory=dict)
    aside: list[tuple[str, Result]] = field(default_factory=list)

    def values(self, kind: ResultKind) -> tuple[PeriodValue, ...]:
        """Give the counted values of a kind in the order of periods."""
        found = [
            PeriodValue(period, result.number, result.description, result.line)
            for (its_kind, period), result in self.counted.items()
            if its_kind == kind and result.number is not None
        ]
        return tuple(sorted(found, key=lambda value: value.period.ordinal))


def read_kpis(document: Document, calendar: Calendar) -> KpiReadings:
    """Give the KPIs that `document` describes, their results placed in the periods of `calendar`.

    A result belongs to the period that holds its end, else its start; without a date it is set aside. Of
    several in one period the last in the file counts. An actual whose descriptor says `Baseline` is what a
    target was set from and no report of a period: set aside. Targets so described do count (they are the
    line the actuals are compared with), where their period has no other target.
    """
    remarks: list[Remark] = []
    kpis, baselines = [], []
    for index, objective in enumerate(document.objectives):
        for indicator in objective.indicators:
            placed = _place(indicator, calendar, remarks)
            baselines += [result for reason, result in placed.aside if reason == "baseline"]
            kpis.append(_reading(index, objective, indicator, placed, calendar, remarks))
    return KpiReadings(tuple(kpis), (*_plan_remarks(kpis, baselines), *gathered(remarks)))


def _reading(
    index: int,
    objective: Objective,
    indicator: Indicator,
    placed: _Placed,
    calendar: Calendar,
    remarks: list[Remark],
) -> KpiReading:
    name = indicator.dimension
    if not name:
        name = objective.title or _("Unnamed indicator")
        message = _("An indicator says not what it measures; it is named after its objective “%(name)s”.")
        remarks.append(Remark(indicator.line, message % {"name": name}))
    return KpiReading(
        name=name,
        objective=index,
        indicator=indicator,
        unit=read_unit(indicator.unit_text),
        frequency=placed.frequency,
        targets=placed.values(ResultKind.TARGET),
        actuals=placed.values(ResultKind.ACTUAL),
        extra=_extra(indicator, placed, calendar),
    )


def _place(indicator: Indicator, calendar: Calendar, remarks: list[Remark]) -> _Placed:
    """Sort the results into periods, later ones over earlier ones."""
    placed = _Placed(infer_frequency(indicator.results))
    for result in sorted(indicator.results, key=lambda one: not _is_baseline(one)):
        day = result.end or result.start
        if result.number is None:
            placed.aside.append(("no_number", result))
        elif result.kind == ResultKind.ACTUAL and _is_baseline(result):
            placed.aside.append(("baseline", result))
        elif day is None:
            placed.aside.append(("undated", result))
            message = _("A result of “%(name)s” has no date; it is kept with the plan and counts nowhere.")
            remarks.append(Remark(result.line, message % {"name": indicator.dimension}))
        else:
            key = (result.kind, calendar.containing(day, placed.frequency))
            earlier = placed.counted.pop(key, None)
            if earlier is not None:
                placed.aside.append(("replaced", earlier))
                remarks.append(_replaced(indicator, earlier, result, calendar.format(key[1])))
            placed.counted[key] = result
    return placed


def _is_baseline(result: Result) -> bool:
    """Tell whether a descriptor says `Baseline`, also `Annual Baseline` and the like."""
    said = (" ".join(value.lower().split()) for _name, value in result.descriptors)
    return any(value.endswith(_BASELINES) for value in said)


def _replaced(indicator: Indicator, earlier: Result, later: Result, period: str) -> Remark:
    message = _(
        "“%(name)s” has several values for %(period)s: the one on line %(line)d counts, "
        "this one is kept with the plan."
    )
    return Remark(earlier.line, message % {"name": indicator.dimension, "period": period, "line": later.line})


def _plan_remarks(kpis: list[KpiReading], baselines: list[Result]) -> Iterable[Remark]:
    """Say once for the plan what holds for many of its indicators."""
    if kpis:
        yield Remark(
            None,
            _("StratML does not say whether more or less is wanted: every KPI is read as higher is better."),
        )
    if baselines:
        message = ngettext(
            "%(count)d baseline is kept with the plan; it is no result of a period.",
            "%(count)d baselines are kept with the plan; they are no results of a period. This is the first.",
            len(baselines),
        )
        yield Remark(baselines[0].line, message % {"count": len(baselines)})


def _extra(indicator: Indicator, placed: _Placed, calendar: Calendar) -> Extra:
    """Gather what a KPI has no field for.

    `set_aside`: results that count nowhere, each with its reason (no_number, baseline, undated, replaced);
    `results`: what the counted ones say beyond period, number and note; the other keys as in the file.
    """
    details = (result_details(result, period, calendar) for (_kind, period), result in placed.counted.items())
    kept: Extra = {
        "identifier": indicator.identifier,
        "sequence": indicator.sequence,
        "type": indicator.type,
        "value_chain_stage": indicator.value_chain_stage,
        "unit": indicator.unit_text,
        "other_information": indicator.other_information,
        "relationships": [relationship_values(one) for one in indicator.relationships],
        "results": [detail for detail in details if detail],
        "set_aside": [{"reason": reason, **result_values(result)} for reason, result in placed.aside],
        "left_over": indicator.extra,
    }
    return {key: what for key, what in kept.items() if what}
