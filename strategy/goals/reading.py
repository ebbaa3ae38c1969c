"""Goals as pages and REST show them: with what the SMART check finds and how they do against their pace."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.utils import timezone

from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction
from kpis.history import History, read_histories
from kpis.queries import calendar as fiscal_calendar
from kpis.store.rules import KnownRules, read_rules
from org.queries import root_department
from strategy.enums import GoalState
from strategy.goals.chance import chance_of
from strategy.goals.facts import GoalFacts, Measure, Point, Span
from strategy.goals.finding import Smart
from strategy.goals.progress import Progress, progress_of, suggested_state
from strategy.goals.smart import check_goal
from strategy.models import Goal, Objective, ObjectivePlacement


@dataclass(frozen=True)
class GoalReading:
    """A goal with its check, its progress (None: nothing to say yet) and the state that the data suggest."""

    goal: Goal
    facts: GoalFacts
    smart: Smart
    progress: Progress | None
    suggested: str


def with_relations(goals: QuerySet[Goal]) -> QuerySet[Goal]:
    """Goals with what a reading needs of other tables."""
    return goals.select_related("objective__plan", "objective__lead", "kpi", "department", "owner")


def read_goals(goals: Sequence[Goal], today: dt.date | None = None) -> list[GoalReading]:
    """A reading for each goal; the number of queries depends on the frequencies of their KPIs only."""
    day = today or timezone.localdate()
    measures = _measures(goals, day)
    priorities = _priorities([goal.objective_id for goal in goals], day)
    return [
        _reading(goal, facts_of(goal, measures.get(goal.pk), priorities.get(goal.objective_id, "")), day)
        for goal in goals
    ]


def read_goal(goal: Goal, today: dt.date | None = None) -> GoalReading:
    """The reading of one goal, which need not be stored yet."""
    return read_goals([goal], today)[0]


def _reading(goal: Goal, facts: GoalFacts, day: dt.date) -> GoalReading:
    progress = progress_of(facts)
    return GoalReading(goal, facts, check_goal(facts, day), progress, suggested_state(facts, progress, day))


def facts_of(goal: Goal, measure: Measure | None, priority: str) -> GoalFacts:
    """What a goal is judged by."""
    return GoalFacts(
        statement=goal.statement,
        owner=goal.owner.name if goal.owner else "",
        measure=measure,
        baseline=goal.baseline,
        baseline_on=goal.baseline_on,
        target=goal.target,
        due_on=goal.due_on,
        resources=goal.resources,
        budget=goal.budget,
        relevance=goal.relevance,
        objective=goal.objective.name,
        priority=priority,
        spans=_spans(goal.objective),
        is_open=goal.state == GoalState.OPEN,
    )


def _spans(objective: Objective) -> tuple[Span, ...]:
    """Of the objective and its plan, where they say from when to when they go."""
    return tuple(
        Span(each.name, each.starts_on, each.ends_on)
        for each in (objective, objective.plan)
        if each.starts_on or each.ends_on
    )


def _priorities(objectives: Iterable[int], day: dt.date) -> dict[int, str]:
    """The names of the priorities that objectives serve on a day."""
    rows = ObjectivePlacement.objects.current().valid_on(day).filter(objective__in=set(objectives))
    return dict(rows.filter(priority__isnull=False).values_list("objective_id", "priority__name"))


def _measures(goals: Sequence[Goal], day: dt.date) -> dict[int | None, Measure]:
    """The goals' KPIs with their values, by goal; a goal without department means the whole organisation."""
    measured = [goal for goal in goals if goal.kpi_id is not None]
    if not measured:
        return {}
    root, calendar = root_department(day), fiscal_calendar()
    rules = {each.kpi_id: each for each in read_rules([goal.kpi_id for goal in measured if goal.kpi_id])}
    wanted = {
        goal.pk: (place.pk, rules[goal.kpi_id])
        for goal in measured
        if (place := goal.department or root) is not None and goal.kpi_id in rules
    }
    histories = _histories(list(wanted.values()), calendar, day)
    return {
        goal.pk: _measure(goal, wanted[goal.pk][1], history, calendar)
        for goal in measured
        if goal.pk in wanted and (history := histories[wanted[goal.pk][0], wanted[goal.pk][1].kpi_id])
    }


def _histories(
    wanted: Sequence[tuple[int, KnownRules]], calendar: Calendar, day: dt.date
) -> Mapping[tuple[int, int], History]:
    """Native values by department and KPI; several goals may mean the same ones."""
    found = {}
    for histories in read_histories(wanted, calendar, day):
        for row, member in enumerate(histories.members):
            department, known = wanted[int(member)]
            found[department, known.kpi_id] = histories.history(row)
    return found


def _measure(goal: Goal, known: KnownRules, history: History, calendar: Calendar) -> Measure:
    """A goal's KPI with the values that are points (ended, reported, enough of them in)."""
    kpi = goal.kpi
    assert kpi is not None
    values = tuple(
        Point(calendar.end(history.period(place)), float(value))
        for place, (value, eligible) in enumerate(zip(history.values, history.eligible, strict=True))
        if eligible
    )
    measure = Measure(kpi.name, kpi.unit, kpi.decimals, Direction(known.rules.direction), values)
    if goal.state != GoalState.OPEN:
        return measure
    side = measure.side(goal.baseline, goal.target)
    return replace(measure, chance=chance_of(history, calendar, side, goal.target, goal.due_on))
