"""Objectives, and where they stand."""

import datetime as dt
from typing import Any

from core.actions import action
from org.actions import FAR_PAST
from org.models import Department, User
from strategy.actions.dated import state_from
from strategy.events import structure_changed
from strategy.models import Objective, ObjectivePlacement, Perspective, Plan, Priority
from strategy.validators import (
    AGREED,
    check_belongs,
    check_code,
    check_dates,
    check_editable,
    check_name,
    check_upkeep,
    check_weight,
    refuse,
)


@action
def add_objective(
    *,
    by: User | None,
    plan: Plan,
    code: str,
    name: str,
    description: str = "",
    perspective: Perspective | None = None,
    priority: Priority | None = None,
    weight: float = 1.0,
    owner: User | None = None,
    lead: Department | None = None,
    starts_on: dt.date | None = None,
    ends_on: dt.date | None = None,
    since: dt.date = FAR_PAST,
    extra: dict[str, Any] | None = None,
) -> Objective:
    """Add an objective; it stands where it is said from `since` on. Raises Refused."""
    check_editable(plan, by)
    refuse(
        check_name(name, 500),
        check_code(code, plan.objectives.all()),
        check_dates(starts_on, ends_on),
        check_weight(weight),
        check_belongs(plan, "perspective", perspective),
        check_belongs(plan, "priority", priority),
    )
    objective = Objective.objects.create(
        plan=plan,
        code=code,
        name=name.strip(),
        description=description,
        owner=owner,
        lead=lead,
        starts_on=starts_on,
        ends_on=ends_on,
        position=plan.objectives.count(),
        extra=extra or {},
    )
    _place(objective, perspective, priority, weight, since, by)
    structure_changed(plan)
    return objective


_KEPT_UP = ("description", "owner", "lead")


@action
def change_objective(*, by: User | None, objective: Objective, **fields: Any) -> Objective:
    """Change what an objective says, not where it stands. Raises Refused, or Conflict.

    In a plan in force what was agreed (`AGREED`) changes by a revision, the rest (`_KEPT_UP`) directly.
    """
    check_upkeep(objective.plan)
    if any(name in fields and fields[name] != getattr(objective, name) for name in (*AGREED, "position")):
        check_editable(objective.plan, by)
    for name in (*AGREED, "position", *_KEPT_UP):
        setattr(objective, name, fields.pop(name, getattr(objective, name)))
    if fields:
        raise TypeError(f"an objective has no {', '.join(fields)}")
    refuse(
        check_name(objective.name, 500),
        check_code(objective.code, objective.plan.objectives.exclude(pk=objective.pk)),
        check_dates(objective.starts_on, objective.ends_on),
    )
    objective.save()
    structure_changed(objective.plan)
    return objective


@action
def place_objective(
    *,
    by: User | None,
    objective: Objective,
    perspective: Perspective | None,
    priority: Priority | None,
    weight: float = 1.0,
    since: dt.date,
) -> ObjectivePlacement:
    """Put an objective under a perspective (None: unplaced) and a priority from `since` on.

    Before `since` it stays where it stood. Raises Refused.
    """
    check_editable(objective.plan, by)
    refuse(
        check_weight(weight),
        check_belongs(objective.plan, "perspective", perspective),
        check_belongs(objective.plan, "priority", priority),
    )
    row = _place(objective, perspective, priority, weight, since, by)
    structure_changed(objective.plan)
    return row


def _place(
    objective: Objective,
    perspective: Perspective | None,
    priority: Priority | None,
    weight: float,
    since: dt.date,
    by: User | None,
) -> ObjectivePlacement:
    row: ObjectivePlacement = state_from(
        ObjectivePlacement.objects.filter(objective=objective),
        since=since,
        by=by,
        key={"objective": objective},
        perspective=perspective,
        priority=priority,
        weight=weight,
    )
    return row
