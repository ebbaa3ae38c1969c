"""SMART goals and their steps: what was agreed, what is kept up, and what became of them."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from org.models import User
from strategy.enums import GOAL_TRANSITIONS, ActivityState, GoalState
from strategy.models import Goal, GoalStep, Objective
from strategy.validators import check_editable, check_upkeep, refuse

# What is agreed with the plan changes by a revision once the plan is in force; the rest is kept up.
AGREED = ("statement", "kpi", "department", "baseline", "baseline_on", "target", "due_on")
KEPT_UP = ("owner", "resources", "budget", "relevance")


@action
def add_goal(*, by: User | None, objective: Objective, statement: str, **fields: Any) -> Goal:
    """Add a goal to an objective; `fields` of `AGREED` and `KEPT_UP` are optional: the check says what lacks.

    Raises Refused, or Conflict where the plan is in force.
    """
    check_editable(objective.plan, by)
    goal = Goal(objective=objective, statement=statement.strip(), position=_next(objective.goals))
    _set(goal, fields)
    refuse(_faults(goal))
    goal.save()
    return goal


@action
def change_goal(*, by: User | None, goal: Goal, **fields: Any) -> Goal:
    """Change fields of `AGREED` and `KEPT_UP`; raises Refused, or Conflict where the plan fixes the first."""
    plan = goal.objective.plan
    check_upkeep(plan)
    before = {name: getattr(goal, name) for name in AGREED}
    _set(goal, fields)
    if any(getattr(goal, name) != value for name, value in before.items()):
        check_editable(plan, by)
    refuse(_faults(goal))
    goal.save()
    return goal


def _set(goal: Goal, fields: dict[str, Any]) -> None:
    unknown = set(fields) - {*AGREED, *KEPT_UP}
    if unknown:
        raise TypeError(f"a goal has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(goal, name, value)


def _faults(goal: Goal) -> Iterator[Fault]:
    """What no goal can say, SMART or not."""
    if not goal.statement.strip():
        yield Fault(_("Say what will be true."), field="statement", code="required")
    elif len(goal.statement) > 500:
        yield Fault(_("A statement has at most 500 letters."), field="statement")
    if goal.budget is not None and goal.budget < 0:
        yield Fault(_("A budget is 0 or more."), field="budget")
    if goal.due_on and goal.baseline_on and goal.due_on <= goal.baseline_on:
        yield Fault(_("The due date is not after the day of the baseline."), field="due_on")


@action
def set_goal_state(*, by: User | None, goal: Goal, state: str, note: str = "") -> Goal:
    """Say what became of a goal, or open it again; the same state again changes its note only.

    What was missed or dropped needs a note. Raises Refused, or Conflict for a change that cannot be.
    """
    check_upkeep(goal.objective.plan)
    locked = Goal.objects.select_for_update(of=("self",)).get(pk=goal.pk)
    if state != locked.state and state not in GOAL_TRANSITIONS.get(locked.state, ()):
        words = _("This goal is “%(before)s”; it cannot become “%(after)s”.")
        after = GoalState(state).label if state in GoalState.values else state
        raise Conflict(words % {"before": GoalState(locked.state).label, "after": after})
    if state in (GoalState.MISSED, GoalState.DROPPED) and not note.strip():
        raise Refused([Fault(_("Say why."), field="note", code="required")])
    goal.state, goal.closing_note = state, "" if state == GoalState.OPEN else note.strip()
    goal.save(update_fields=["state", "closing_note"])
    return goal


@action
def add_step(
    *,
    by: User | None,
    goal: Goal,
    name: str,
    who: User | None = None,
    due_on: dt.date | None = None,
    state: str = ActivityState.PLANNED,
) -> GoalStep:
    """Add something to do for a goal; raises Refused."""
    check_upkeep(goal.objective.plan)
    step = GoalStep(goal=goal, who=who, due_on=due_on, position=_next(goal.steps))
    return _keep_step(step, name, state)


@action
def change_step(*, by: User | None, step: GoalStep, **fields: Any) -> GoalStep:
    """Change name, who, due_on or state of a step; raises Refused."""
    check_upkeep(step.goal.objective.plan)
    name, state = fields.pop("name", step.name), fields.pop("state", step.state)
    for field in ("who", "due_on"):
        setattr(step, field, fields.pop(field, getattr(step, field)))
    if fields:
        raise TypeError(f"a step has no {', '.join(fields)}")
    return _keep_step(step, name, state)


def _keep_step(step: GoalStep, name: str, state: str) -> GoalStep:
    if not name.strip():
        raise Refused([Fault(_("Say what is to be done."), field="name", code="required")])
    if len(name) > 300:
        raise Refused([Fault(_("A step has at most 300 letters."), field="name")])
    step.name = name.strip()
    if state != step.state or (state == ActivityState.DONE and step.done_on is None):
        step.done_on = timezone.localdate() if state == ActivityState.DONE else None
    step.state = state
    step.save()
    return step


@action
def tick_step(*, by: User | None, step: GoalStep, done: bool = True) -> GoalStep:
    """Say that a step is done, or that it is not after all; the same again changes nothing."""
    check_upkeep(step.goal.objective.plan)
    if (step.state == ActivityState.DONE) == done:
        return step
    return _keep_step(step, step.name, ActivityState.DONE if done else ActivityState.UNDER_WAY)


@action
def remove_step(*, by: User | None, step: GoalStep) -> None:
    """Take a step out; the history keeps it."""
    check_upkeep(step.goal.objective.plan)
    step.delete()


def _next(siblings: Any) -> int:
    """The position after the last."""
    last: int | None = siblings.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
