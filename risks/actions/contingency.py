"""Plans for the case that it happens after all: written, tested, called up, stood down."""

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.models import User
from risks.enums import ContingencyState
from risks.models import ContingencyPlan, ContingencyStep, Risk
from risks.validators import check_past, check_standing, refuse

FIELDS = ("name", "trigger", "owner", "resources", "cost", "tested_on", "test_result")


@action
def add_plan(*, by: User | None, risk: Risk, name: str, **fields: Any) -> ContingencyPlan:
    """Write a plan for a risk (`FIELDS`); raises Refused, Conflict."""
    return _store(ContingencyPlan(risk=risk), {"name": name, **fields})


@action
def change_plan(*, by: User | None, plan: ContingencyPlan, **fields: Any) -> ContingencyPlan:
    """Change fields of `FIELDS`; raises Refused, Conflict."""
    return _store(plan, fields)


def _store(plan: ContingencyPlan, fields: dict[str, Any]) -> ContingencyPlan:
    check_standing(plan.risk)
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"a plan has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(plan, name, value.strip() if isinstance(value, str) else value)
    tested: dt.date | None = plan.tested_on
    refuse(
        [] if plan.name else [Fault(_("A name is needed."), field="name", code="required")],
        check_past(tested, timezone.localdate(), "tested_on") if tested else (),
    )
    plan.save()
    return plan


@action
def remove_plan(*, by: User | None, plan: ContingencyPlan) -> None:
    """Remove a plan that was never called up; raises Conflict."""
    check_standing(plan.risk)
    if plan.called_at is not None:
        raise Conflict(_("“%(name)s” was called up: it is kept.") % {"name": plan.name})
    plan.delete()


@action
def add_step(
    *,
    by: User | None,
    plan: ContingencyPlan,
    name: str,
    who: User | None = None,
    within_hours: int | None = None,
) -> ContingencyStep:
    """Add a step after the others; raises Refused, Conflict."""
    check_standing(plan.risk)
    refuse([] if name.strip() else [Fault(_("Say what is done."), field="name", code="required")])
    return ContingencyStep.objects.create(
        plan=plan, name=name.strip(), who=who, within_hours=within_hours, position=plan.steps.count()
    )


@action
def change_step(*, by: User | None, step: ContingencyStep, **fields: Any) -> ContingencyStep:
    """Change `name`, `who` or `within_hours`; raises Refused, Conflict."""
    check_standing(step.plan.risk)
    for name, value in fields.items():
        setattr(step, name, value)
    refuse([] if step.name.strip() else [Fault(_("Say what is done."), field="name", code="required")])
    step.save()
    return step


@action
def remove_step(*, by: User | None, step: ContingencyStep) -> None:
    """Take a step out; raises Conflict while the plan runs."""
    check_standing(step.plan.risk)
    if step.plan.state == ContingencyState.CALLED:
        raise Conflict(_("The plan runs: tick the step instead."))
    step.delete()


@action
def call_up(*, by: User | None, plan: ContingencyPlan, reason: str) -> ContingencyPlan:
    """Start the plan: its steps are due from now on. Raises Conflict where it runs already, Refused."""
    check_standing(plan.risk)
    plan = ContingencyPlan.objects.select_for_update().get(pk=plan.pk)
    if plan.state == ContingencyState.CALLED:
        raise Conflict(_("“%(name)s” runs already.") % {"name": plan.name})
    refuse([] if reason.strip() else [Fault(_("Say why."), field="reason", code="required")])
    plan.state, plan.called_at, plan.called_by = ContingencyState.CALLED, timezone.now(), by
    plan.called_why, plan.ended_at, plan.outcome = reason.strip(), None, ""
    plan.save()
    for step in plan.steps.filter(done_at__isnull=False):  # of the time before
        step.done_at = None
        step.save(update_fields=["done_at"])
    return plan


@action
def tick_step(*, by: User | None, step: ContingencyStep, done: bool = True) -> ContingencyStep:
    """Say that a step is done, or not after all; raises Conflict where the plan does not run."""
    if step.plan.state != ContingencyState.CALLED:
        raise Conflict(_("The plan is not called up."))
    step.done_at = timezone.now() if done else None
    step.save(update_fields=["done_at"])
    return step


@action
def stand_down(*, by: User | None, plan: ContingencyPlan, outcome: str) -> ContingencyPlan:
    """End it and say how it went; raises Conflict where it does not run, Refused."""
    check_standing(plan.risk)
    if plan.state != ContingencyState.CALLED:
        raise Conflict(_("The plan is not called up."))
    refuse([] if outcome.strip() else [Fault(_("Say how it went."), field="outcome", code="required")])
    plan.state, plan.ended_at, plan.outcome = ContingencyState.ENDED, timezone.now(), outcome.strip()
    plan.save()
    return plan
