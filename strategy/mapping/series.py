"""Scores of objectives over the past, as long as a claim of cause and effect needs them."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kpis.cells import read_many
from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar
from kpis.store.rules import KnownRules, read_rules
from kpis.wording import last_ended
from strategy.mapping.association import FloatArray
from strategy.models import Plan
from strategy.scoring.structure import PlanOverTime, read_plan_over_time
from strategy.scoring.trends import plan_trends

# How many periods are looked at: four years of months, six of quarters.
LENGTHS = {Frequency.MONTH: 49, Frequency.QUARTER: 25}


@dataclass(frozen=True)
class ObjectiveSeries:
    """Scores [period] of objectives by frequency, and how often each objective is measured.

    Scores of months rest on what is measured monthly or more often, those of quarters on that and what is
    measured quarterly: a KPI that is only held from one month to the next would jump with every other one.
    `rhythm`: by objective, the frequency of the KPI that is measured most often; without KPIs no entry.
    `kpis`: by objective, what measures it on the last day.
    """

    scores: Mapping[Frequency, Mapping[int, FloatArray]]
    rhythm: Mapping[int, Frequency]
    kpis: Mapping[int, frozenset[int]]

    def common(self, first: int, second: int) -> Frequency | None:
        """The finest frequency at which something of both is measured anew; None: none that is looked at."""
        rhythms = [self.rhythm[key] for key in (first, second) if key in self.rhythm]
        if len(rhythms) < 2:
            return None
        return next((each for each in LENGTHS if not any(each.is_finer_than(own) for own in rhythms)), None)


def read_series(
    plan: Plan,
    department_id: int,
    objectives: Collection[int],
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
) -> ObjectiveSeries:
    """Scores of these objectives at a department over the periods that ended by `as_of`.

    Four queries for the structure and, for months and for quarters, those of `read_many`.
    """
    over_time = read_plan_over_time(plan, known_at)
    rules = {each.kpi_id: each for each in read_rules(over_time.kpi_ids, known_at)}
    over_time = over_time.measured_by(rules)
    kpis = {
        each: frozenset(link.kpi_id for link in over_time.kpis_of(each, as_of)) for each in set(objectives)
    }
    rhythm = {
        each: min((rules[kpi].rules.frequency for kpi in measuring), key=lambda one: one.rank)
        for each, measuring in kpis.items()
        if measuring
    }
    scores = {
        at: _scores(over_time, list(rules.values()), department_id, at, calendar, as_of, known_at)
        for at in LENGTHS
        if any(not at.is_finer_than(own) for own in rhythm.values())
    }
    return ObjectiveSeries(scores, rhythm, kpis)


def _scores(
    over_time: PlanOverTime,
    rules: list[KnownRules],
    department_id: int,
    frequency: Frequency,
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None,
) -> Mapping[int, FloatArray]:
    last = last_ended(calendar, frequency, as_of)
    periods = [calendar.shift(last, n) for n in range(1 - LENGTHS[frequency], 1)]
    often = [each for each in rules if not frequency.is_finer_than(each.rules.frequency)]
    wanted = [(department_id, each) for each in often]
    rows = read_many(wanted, periods, calendar, as_of, known_at=known_at, numbers_only=True)
    by_kpi = {each.kpi_id: row.scores for each, row in zip(often, rows, strict=True)}
    measured = over_time.measured_by(by_kpi)
    return plan_trends(measured, by_kpi, [calendar.end(each) for each in periods]).objectives
