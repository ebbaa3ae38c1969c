"""What orders a plan's objectives: perspectives with their weights, and priorities."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from org.actions import FAR_PAST
from org.models import User
from strategy.actions.dated import state_from
from strategy.events import structure_changed
from strategy.models import Perspective, PerspectiveWeight, Plan, Priority
from strategy.validators import check_code, check_editable, check_name, check_weight, refuse


def add_default_perspectives(plan: Plan) -> None:
    """The four perspectives of the Balanced Scorecard (Kaplan and Norton, 1992), from the results down."""
    defaults = (
        ("customer", _("Customers"), _("How do those we serve see us?")),
        ("financial", _("Finance"), _("How do we look to those who fund us?")),
        ("process", _("Internal processes"), _("What must we excel at?")),
        ("learning", _("Learning and growth"), _("How can we go on improving and creating value?")),
    )
    Perspective.objects.bulk_create(
        Perspective(plan=plan, code=code, name=name, question=question, position=position)
        for position, (code, name, question) in enumerate(defaults)
    )


@action
def add_perspective(
    *,
    by: User | None,
    plan: Plan,
    code: str,
    name: str,
    question: str = "",
    weight: float = 1.0,
    since: dt.date = FAR_PAST,
) -> Perspective:
    """Add a perspective after the others; it counts with `weight` from `since` on. Raises Refused."""
    check_editable(plan, by)
    refuse(check_name(name, 200), check_code(code, plan.perspectives.all()), check_weight(weight))
    perspective = Perspective.objects.create(
        plan=plan, code=code, name=name.strip(), question=question, position=plan.perspectives.count()
    )
    _weigh(perspective, weight, since, by)
    structure_changed(plan)
    return perspective


@action
def change_perspective(*, by: User | None, perspective: Perspective, **fields: Any) -> Perspective:
    """Change code, name, question or position of a perspective; raises Refused."""
    check_editable(perspective.plan, by)
    for name in ("code", "name", "question", "position"):
        setattr(perspective, name, fields.pop(name, getattr(perspective, name)))
    if fields:
        raise TypeError(f"a perspective has no {', '.join(fields)}")
    others = perspective.plan.perspectives.exclude(pk=perspective.pk)
    refuse(check_name(perspective.name, 200), check_code(perspective.code, others))
    perspective.save()
    structure_changed(perspective.plan)
    return perspective


@action
def change_perspective_weight(
    *, by: User | None, perspective: Perspective, weight: float, since: dt.date
) -> PerspectiveWeight:
    """Let a perspective count with another weight from `since` on; what held before stays readable."""
    check_editable(perspective.plan, by)
    refuse(check_weight(weight))
    row = _weigh(perspective, weight, since, by)
    structure_changed(perspective.plan)
    return row


def _weigh(perspective: Perspective, weight: float, since: dt.date, by: User | None) -> PerspectiveWeight:
    rows = PerspectiveWeight.objects.filter(perspective=perspective)
    row: PerspectiveWeight = state_from(
        rows, since=since, by=by, key={"perspective": perspective}, weight=weight
    )
    return row


@action
def add_priority(
    *,
    by: User | None,
    plan: Plan,
    code: str,
    name: str,
    description: str = "",
    extra: dict[str, Any] | None = None,
) -> Priority:
    """Add a strategic priority after the others; raises Refused."""
    check_editable(plan, by)
    refuse(check_name(name, 500), check_code(code, plan.priorities.all()))
    priority = Priority.objects.create(
        plan=plan,
        code=code,
        name=name.strip(),
        description=description,
        position=plan.priorities.count(),
        extra=extra or {},
    )
    structure_changed(plan)
    return priority


@action
def change_priority(*, by: User | None, priority: Priority, **fields: Any) -> Priority:
    """Change code, name, description or position of a priority; raises Refused."""
    check_editable(priority.plan, by)
    for name in ("code", "name", "description", "position"):
        setattr(priority, name, fields.pop(name, getattr(priority, name)))
    if fields:
        raise TypeError(f"a priority has no {', '.join(fields)}")
    others = priority.plan.priorities.exclude(pk=priority.pk)
    refuse(check_name(priority.name, 500), check_code(priority.code, others))
    priority.save()
    structure_changed(priority.plan)
    return priority
