"""Plans: what they say about themselves and where they stand."""

import datetime as dt
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault
from org.models import User
from strategy.actions.agreeing import check_way, keep_agreement
from strategy.actions.structure import add_default_perspectives
from strategy.events import plan_state_changed, structure_changed
from strategy.models import Plan, Value
from strategy.revisions.elements import PLAN_WORDS
from strategy.validators import check_code, check_dates, check_editable, check_name, check_share, refuse


@action
def create_plan(
    *,
    by: User | None,
    name: str,
    code: str = "",
    description: str = "",
    vision: str = "",
    mission: str = "",
    vision_meaning: str = "",
    mission_meaning: str = "",
    starts_on: dt.date | None = None,
    ends_on: dt.date | None = None,
    min_coverage: float = 0.5,
    default_perspectives: bool = True,
    extra: dict[str, Any] | None = None,
) -> Plan:
    """Begin a draft; without a code one is made of the name. Raises Refused."""
    code = code or free_code(name)
    refuse(
        check_name(name, 300),
        check_code(code, Plan.objects.all()),
        check_dates(starts_on, ends_on),
        check_share(min_coverage, "min_coverage"),
    )
    plan = Plan.objects.create(
        code=code,
        name=name.strip(),
        description=description,
        vision=vision,
        mission=mission,
        vision_meaning=vision_meaning,
        mission_meaning=mission_meaning,
        starts_on=starts_on,
        ends_on=ends_on,
        min_coverage=min_coverage,
        extra=extra or {},
    )
    if default_perspectives:
        add_default_perspectives(plan)
    structure_changed(plan)
    return plan


def free_code(name: str) -> str:
    """A code made of the name's words that no plan has yet: `harbour-city-2030`, `harbour-city-2030-2`."""
    base = slugify(name, allow_unicode=True)[:40].strip("-_") or "plan"
    code, number = base, 1
    while Plan.objects.filter(code__iexact=code).exists():
        number += 1
        code = f"{base}-{number}"
    return code


_CHANGEABLE = {"code", *PLAN_WORDS}


@action
def change_plan(*, by: User | None, plan: Plan, **fields: Any) -> Plan:
    """Change what a plan says about itself (`_CHANGEABLE`); raises Refused, or Conflict where archived."""
    check_editable(plan, by)
    refuse(_unknown(fields))
    for name, value in fields.items():
        setattr(plan, name, value)
    refuse(
        check_name(plan.name, 300),
        check_code(plan.code, Plan.objects.exclude(pk=plan.pk)),
        check_dates(plan.starts_on, plan.ends_on),
        check_share(plan.min_coverage, "min_coverage"),
    )
    plan.save()
    structure_changed(plan)
    return plan


def _unknown(fields: dict[str, Any]) -> list[Fault]:
    message = _("A plan has no such field, or it changes otherwise.")
    return [Fault(message, field=name) for name in fields if name not in _CHANGEABLE]


@action
def set_plan_state(*, by: User | None, plan: Plan, state: str, reason: str = "") -> Plan:
    """Move a plan on as `PLAN_TRANSITIONS` allows; the same state again does nothing.

    Approving keeps the plan as a version with who agreed; going back to draft undoes what was agreed. A draft
    comes into force directly only by the system (`by=None`). Raises Conflict, or Refused where a reason is
    needed: over open objections, and to undo what was agreed.
    """
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if state == locked.state:
        return plan
    check_way(locked, state, by, reason)
    before = locked.state
    plan.state = locked.state = state
    locked.save(update_fields=["state"])
    keep_agreement(locked, by, reason.strip())
    plan_state_changed(plan, before)
    return plan


@action
def add_value(*, by: User | None, plan: Plan, name: str, description: str = "") -> Value:
    """Add something the organisation stands for."""
    check_editable(plan, by)
    refuse(check_name(name, 300))
    position = plan.values_held.count()
    return Value.objects.create(plan=plan, name=name.strip(), description=description, position=position)


@action
def change_value(*, by: User | None, value: Value, name: str, description: str = "") -> Value:
    """Say otherwise what the organisation stands for; raises Refused, or Conflict where archived."""
    check_editable(value.plan, by)
    refuse(check_name(name, 300))
    value.name, value.description = name.strip(), description
    value.save()
    return value
