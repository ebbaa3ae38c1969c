"""The read model of the restatements page: changes between two days, scores then and now."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from kpis.as_of import AsOf
from kpis.engine.frequency import Period
from kpis.restating import (
    Change,
    Span,
    definitions_changed,
    targets_changed,
    values_arrived,
    values_corrected,
)
from org.models import Department
from org.queries import path_of
from strategy.models import Plan
from strategy.restating.structure import departments_moved, structure_changed
from strategy.scoring import NodeLine, Scorecard, read_scorecard
from strategy.scoring.structure import read_plan_over_time


@dataclass(frozen=True)
class Effect:
    """A node's score as known at the first day and at the second. `kind`: plan, perspective, objective."""

    kind: str
    code: str
    name: str
    then: NodeLine | None
    now: NodeLine

    @property
    def change(self) -> float | None:
        """Score now minus score then, where both are known."""
        if self.then is None or self.then.score.score is None or self.now.score.score is None:
            return None
        return self.now.score.score - self.then.score.score

    @property
    def differs(self) -> bool:
        """Whether score or status are others than they were."""
        if self.then is None:
            return True
        return bool(
            self.then.score.status != self.now.score.status
            or (self.then.score.score != self.now.score.score and abs(self.change or 1.0) > 1e-9)
        )


@dataclass(frozen=True)
class Restatements:
    """Between the ends of two days: what was changed, the latest first, and what it did to the scores.

    `arrived`: values that came in where none stood before, which move scores without restating anything.
    """

    plan: Plan
    department: Department
    period: Period
    since: AsOf
    until: AsOf
    changes: tuple[Change, ...]
    arrived: int
    effects: tuple[Effect, ...]


def read_restatements(
    plan: Plan, department: Department, period: Period, since: AsOf, until: AsOf
) -> Restatements:
    """What was restated after the end of `since` (a past day) until the end of `until`, and what it did."""
    now = read_scorecard(plan, department, period, until.day, until.known_at, signals=False)
    if since.day >= until.day:  # nothing was known before the one day there is
        effects = tuple(_effects(now, now))
        return Restatements(plan, department, period, since, until, (), 0, effects)
    then = read_scorecard(plan, department, period, since.day, since.known_at, signals=False)
    changes = sorted(_changes(plan, department, now, since, until), key=lambda each: each.at, reverse=True)
    return Restatements(
        plan=plan,
        department=department,
        period=period,
        since=since,
        until=until,
        changes=tuple(changes),
        arrived=values_arrived(_span(plan, department, since, until)),
        effects=tuple(_effects(then, now)),
    )


def _span(plan: Plan, department: Department, since: AsOf, until: AsOf) -> Span:
    assert since.known_at is not None  # a day that has not ended restates nothing
    moment = until.known_at or timezone.now()
    kpi_ids = read_plan_over_time(plan, until.known_at).kpi_ids
    path = path_of(department, until.day, until.known_at) or ""
    return Span(since.known_at, moment, tuple(kpi_ids), path)


def _changes(
    plan: Plan, department: Department, now: Scorecard, since: AsOf, until: AsOf
) -> Iterator[Change]:
    span, calendar = _span(plan, department, since, until), now.calendar
    day = min(calendar.end(now.period), max(until.day, calendar.start(now.period)))
    yield from values_corrected(span, calendar)
    yield from targets_changed(span, calendar)
    yield from definitions_changed(span)
    structures = [read_plan_over_time(plan, moment) for moment in (since.known_at, until.known_at)]
    yield from structure_changed(structures[0], structures[1], day, span)
    yield from departments_moved(day, span)


def _effects(then: Scorecard, now: Scorecard) -> Iterator[Effect]:
    """The plan, its perspectives and its objectives, as they stand now."""
    perspectives = {_key(each.perspective): each.node for each in then.perspectives}
    objectives = {each.objective.pk: each.node for each in then.objectives}
    yield Effect("plan", now.plan.code, now.plan.name, then.node, now.node)
    for band in now.perspectives:
        if band.perspective is not None:
            before = perspectives.get(_key(band.perspective))
            yield Effect("perspective", band.perspective.code, band.perspective.name, before, band.node)
        for line in band.objectives:
            old = objectives.get(line.objective.pk)
            yield Effect("objective", line.objective.code, line.objective.name, old, line.node)


def _key(perspective: object) -> int:
    return getattr(perspective, "pk", 0) or 0
