"""The action plan: for every objective its goals and their steps, who does them and by when."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from org.models import Department, Placement, User
from org.queries import path_of
from strategy.enums import ActivityState, GoalState
from strategy.goals.queries import goals_in_use, objectives_in_use
from strategy.goals.reading import GoalReading, read_goals, with_relations
from strategy.models import GoalStep, Objective, Plan, SupportingDepartment

OPEN_STEPS = (ActivityState.PLANNED, ActivityState.UNDER_WAY)


@dataclass(frozen=True)
class StepRow:
    """A step, and whether its day has passed while it is open."""

    step: GoalStep
    late: bool


@dataclass(frozen=True)
class GoalRow:
    """A goal with its steps; `late`: its own day has passed while it is open."""

    reading: GoalReading
    late: bool
    steps: tuple[StepRow, ...]


@dataclass(frozen=True)
class ObjectiveRow:
    """An objective with the goals that the filters leave."""

    objective: Objective
    goals: tuple[GoalRow, ...]


@dataclass(frozen=True)
class Wanted:
    """What of an action plan is asked for: a department's subtree, a person's, only what is late."""

    department: Department | None = None
    person: int | None = None
    objective: int | None = None
    late: bool = False

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


def read_action_plan(plan: Plan, user: Any, wanted: Wanted, today: dt.date) -> list[ObjectiveRow]:
    """The objectives of a plan with their goals and steps; a constant number of queries.

    Objectives without goals stay where everything is asked for: they show what is missing.
    """
    objectives = objectives_in_use(user).filter(plan=plan).select_related("owner", "lead")
    if wanted.objective is not None:
        objectives = objectives.filter(pk=wanted.objective)
    goals = with_relations(goals_in_use(user).filter(objective__plan=plan)).prefetch_related(
        Prefetch("steps", GoalStep.objects.select_related("who"))
    )
    if wanted.department is not None:
        goals = _within(goals, wanted.department, today)
    rows = _goal_rows(list(goals), today)
    by_objective: dict[int, list[GoalRow]] = {}
    for row in (left for each in rows if (left := _left(each, wanted)) is not None):
        by_objective.setdefault(row.reading.goal.objective_id, []).append(row)
    found = [ObjectiveRow(each, tuple(by_objective.get(each.pk, ()))) for each in objectives]
    keep_empty = wanted.department is None and wanted.person is None and not wanted.late
    return [row for row in found if row.goals or keep_empty]


def _within(goals: QuerySet, department: Department, today: dt.date) -> QuerySet:
    """Goals that are measured at a department, or whose objective is led or supported from within it."""
    path = path_of(department, today)
    if path is None:
        return goals.none()
    inside = (
        Placement.objects.current()
        .filter(path__startswith=path, valid__contains=today)
        .values_list("department", flat=True)
    )
    supported = SupportingDepartment.objects.filter(department__in=inside).values("objective")
    return goals.filter(Q(department__in=inside) | Q(objective__lead__in=inside) | Q(objective__in=supported))


def _goal_rows(goals: Sequence[Any], today: dt.date) -> Iterator[GoalRow]:
    for reading in read_goals(goals, today):
        goal = reading.goal
        is_open = goal.state == GoalState.OPEN
        steps = tuple(
            StepRow(step, is_open and step.state in OPEN_STEPS and _passed(step.due_on, today))
            for step in goal.steps.all()
        )
        yield GoalRow(reading, is_open and _passed(goal.due_on, today), steps)


def _passed(day: dt.date | None, today: dt.date) -> bool:
    return day is not None and day < today


def _left(row: GoalRow, wanted: Wanted) -> GoalRow | None:
    """The row with the steps that the filters leave; None where nothing of it is asked for."""
    if wanted.person is not None and row.reading.goal.owner_id != wanted.person:
        row = replace(row, steps=tuple(each for each in row.steps if each.step.who_id == wanted.person))
        if not row.steps:
            return None
    if wanted.late:
        row = replace(row, steps=tuple(each for each in row.steps if each.late))
        return row if row.late or row.steps else None
    return row


def people_of(rows: Sequence[ObjectiveRow]) -> list[User]:
    """Everybody who owns a goal or does a step of these rows, by name."""
    found: dict[int, User] = {}
    for row in rows:
        for goal in row.goals:
            named = [goal.reading.goal.owner, *(each.step.who for each in goal.steps)]
            found |= {person.pk: person for person in named if person is not None}
    return sorted(found.values(), key=lambda person: person.name)
