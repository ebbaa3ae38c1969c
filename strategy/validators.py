"""Rules that forms, serializers, imports and actions of the strategy share."""

import datetime as dt
import math
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from core.errors import Conflict, Fault, Refused
from org.validators import validate_code
from strategy.enums import PlanState
from strategy.models import Plan


def check_editable(plan: Plan) -> None:
    """An archived plan is history and does not change; raises Conflict."""
    if plan.state == PlanState.ARCHIVED:
        raise Conflict(_("“%(plan)s” is archived and cannot be changed.") % {"plan": plan.name})


def check_code(code: str, taken: QuerySet) -> Iterable[Fault]:
    """Faults of a code that is malformed or already used by one of `taken`, whatever its case."""
    try:
        validate_code(code)
    except ValidationError as error:
        yield Fault(error.messages[0], field="code")
    else:
        if taken.filter(code__iexact=code).exists():
            yield Fault(_("The code %(code)s is taken.") % {"code": code}, field="code", code="unique")


def check_name(name: str, limit: int) -> Iterable[Fault]:
    """Faults of a name that is empty or longer than its field."""
    if not name.strip():
        yield Fault(_("A name is needed."), field="name", code="required")
    elif len(name) > limit:
        yield Fault(_("A name has at most %(limit)d letters.") % {"limit": limit}, field="name")


def check_weight(weight: float) -> Iterable[Fault]:
    """Faults of a weight: relative, finite, zero or more."""
    if not math.isfinite(weight) or weight < 0:
        yield Fault(_("A weight is a number of 0 or more."), field="weight")


def check_dates(starts_on: dt.date | None, ends_on: dt.date | None) -> Iterable[Fault]:
    """Faults of a span that ends before it starts."""
    if starts_on and ends_on and ends_on < starts_on:
        yield Fault(_("The end is before the start."), field="ends_on")


def check_share(share: float, field: str) -> Iterable[Fault]:
    """Faults of a number that should lie between 0 and 1."""
    if not 0 <= share <= 1:
        yield Fault(_("This is a share between 0 and 1."), field=field)


def check_belongs(plan: Plan, field: str, part: Model | None) -> Iterable[Fault]:
    """Faults of a perspective or priority that belongs to another plan."""
    if part is not None and getattr(part, "plan_id", None) != plan.pk:
        yield Fault(_("“%(part)s” belongs to another plan.") % {"part": part}, field=field)


def refuse(*checks: Iterable[Fault]) -> None:
    """Raise Refused with every fault that the checks found; without any, do nothing."""
    faults = [fault for check in checks for fault in check]
    if faults:
        raise Refused(faults)


def part_named(parts: QuerySet, field: str, code: str) -> Any:
    """The perspective or priority with this code; raises Refused naming the field."""
    found = parts.filter(code__iexact=code).first()
    if found is None:
        reason = _("There is no %(code)s in this plan.") % {"code": repr(code)}
        raise Refused([Fault(reason, field=field, code="unknown")])
    return found
