"""Operational activities of a departmental plan, and the passages of its document."""

from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault
from org.models import User
from strategy.enums import ActivityState
from strategy.models import Objective, OperationalActivity, Plan, PlanSection
from strategy.validators import check_dates, check_editable, check_name, check_upkeep, refuse

_AGREED = ("name", "description", "objective", "starts_on", "due_on", "budget", "position")
_KEPT_UP = ("who", "state")


@action
def add_activity(*, by: User | None, plan: Plan, name: str, **fields: Any) -> OperationalActivity:
    """Add what the department does in the daily run of things for its part of the strategy.

    `fields`: description, objective (one of the plan), who, starts_on, due_on, state, budget. Raises Refused,
    Conflict.
    """
    check_editable(plan, by)
    activity = OperationalActivity(plan=plan, name=name.strip(), position=plan.activities.count())
    _take(activity, fields)
    activity.save()
    return activity


@action
def change_activity(*, by: User | None, activity: OperationalActivity, **fields: Any) -> OperationalActivity:
    """Change an activity; in an agreed plan only who does it and its state. Raises Refused, Conflict."""
    check_upkeep(activity.plan)
    if any(name in fields and fields[name] != getattr(activity, name) for name in _AGREED):
        check_editable(activity.plan, by)
    _take(activity, fields)
    activity.save()
    return activity


@action
def remove_activity(*, by: User | None, activity: OperationalActivity) -> None:
    """Take an activity out of the plan; the history keeps it. Raises Conflict where the plan is agreed."""
    check_editable(activity.plan, by)
    activity.delete()


def _take(activity: OperationalActivity, fields: dict[str, Any]) -> None:
    for name in (*_AGREED, *_KEPT_UP):
        setattr(activity, name, fields.pop(name, getattr(activity, name)))
    if fields:
        raise TypeError(f"an activity has no {', '.join(fields)}")
    refuse(
        check_name(activity.name, 300),
        check_dates(activity.starts_on, activity.due_on),
        _check_own(activity.plan, activity.objective),
        _check_state(activity.state),
        _check_budget(activity.budget),
    )


def _check_own(plan: Plan, objective: Objective | None) -> list[Fault]:
    if objective is None or objective.plan_id == plan.pk:
        return []
    message = _("“%(part)s” belongs to another plan.") % {"part": objective}
    return [Fault(message, field="objective")]


def _check_state(state: str) -> list[Fault]:
    known = state in ActivityState.values
    return [] if known else [Fault(_("There is no such state."), field="state")]


def _check_budget(budget: Any) -> list[Fault]:
    if budget is None or budget >= 0:
        return []
    return [Fault(_("A budget is 0 or more."), field="budget")]


@action
def add_section(*, by: User | None, plan: Plan, title: str, text: str = "") -> PlanSection:
    """Add a passage after the others of the plan's document; raises Refused, Conflict."""
    check_editable(plan, by)
    refuse(_check_title(title))
    position = plan.sections.count()
    return PlanSection.objects.create(plan=plan, title=title.strip(), text=text, position=position)


@action
def change_section(*, by: User | None, section: PlanSection, **fields: Any) -> PlanSection:
    """Change a passage's title, text or position; raises Refused, Conflict."""
    check_editable(section.plan, by)
    for name in ("title", "text", "position"):
        setattr(section, name, fields.pop(name, getattr(section, name)))
    if fields:
        raise TypeError(f"a section has no {', '.join(fields)}")
    refuse(_check_title(section.title))
    section.save()
    return section


@action
def remove_section(*, by: User | None, section: PlanSection) -> None:
    """Take a passage out of the document; the history keeps it. Raises Conflict where the plan is agreed."""
    check_editable(section.plan, by)
    section.delete()


def _check_title(title: str) -> list[Fault]:
    return [Fault(fault.message, field="title", code=fault.code) for fault in check_name(title, 200)]
