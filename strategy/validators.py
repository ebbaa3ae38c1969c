"""Rules that forms, serializers, imports and actions of the strategy share."""

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from core.errors import Conflict, Fault, Refused
from org.enums import AccountKind
from org.models import User
from org.validators import validate_code
from strategy.enums import PlanKind, PlanState, RevisionState
from strategy.models import Plan

# What an objective says that was agreed on with the plan; the rest of it is kept up directly.
AGREED = ("code", "name", "starts_on", "ends_on")

# Plans to which an approved revision is being applied: their content changes although they are in force.
_APPLYING: ContextVar[frozenset[int]] = ContextVar("_APPLYING", default=frozenset())


@contextmanager
def applying_to(plan: Plan) -> Iterator[None]:
    """Let what runs inside change the agreed content of a plan in force: an approved revision comes in."""
    token = _APPLYING.set(_APPLYING.get() | {plan.pk})
    try:
        yield
    finally:
        _APPLYING.reset(token)


def check_upkeep(plan: Plan) -> None:
    """Whether anything of the plan may change: raises Conflict where it is history or waits for approval.

    Asked before what is kept up in a plan in force, too: owners, descriptions, teams, commentary, steps.
    """
    if plan.state == PlanState.ARCHIVED:
        raise Conflict(_("“%(plan)s” is archived and cannot be changed.") % {"plan": plan.name})
    if plan.revises_id is not None and plan.revision.state != RevisionState.DRAFTING:
        raise Conflict(
            _("“%(plan)s” belongs to a revision that is “%(state)s”; it can be changed while it is written.")
            % {"plan": plan.name, "state": plan.revision.get_state_display()}
        )


def check_editable(plan: Plan, by: User | None) -> None:
    """Whether `by` may change the agreed content of the plan directly; raises Conflict.

    Content: vision, mission, values, perspectives, priorities, objectives' names, dates, places, weights and
    KPIs, goals' statement, KPI and target, cause and effect. Of the organisation's plan in force it changes
    by a revision. `by=None` is the system itself: an import, or a revision that is carried out.
    """
    check_upkeep(plan)
    reason = why_fixed(plan)
    if by is not None and reason and plan.pk not in _APPLYING.get():
        raise Conflict(reason)


def check_person(by: User | None) -> None:
    """Raise Conflict where a program would approve: that is people's to do."""
    if by is not None and by.kind == AccountKind.SERVICE:
        raise Conflict(_("Programs do not approve; a person has to."))


def why_fixed(plan: Plan) -> str:
    """Why people cannot change the agreed content of this plan directly; empty where they can."""
    if plan.revises_id is not None:
        return ""
    if plan.kind != PlanKind.ORGANISATION:
        return _why_part_is_fixed(plan)
    if plan.state == PlanState.ACTIVE:
        return _(
            "“%(plan)s” is active: what was agreed changes by a revision, which begins under “Versions”."
        ) % {"plan": plan.name}
    if plan.state == PlanState.APPROVED:
        return _("“%(plan)s” is approved; to change it, take it back to draft first.") % {"plan": plan.name}
    return ""


def _why_part_is_fixed(plan: Plan) -> str:
    """A departmental or functional plan is written as a draft; then it is what was proposed and agreed."""
    if plan.state == PlanState.DRAFT:
        return ""
    if plan.state == PlanState.CONSULTATION:
        return _("“%(plan)s” is proposed; it can be changed once it is returned.") % {"plan": plan.name}
    return _("“%(plan)s” is agreed; begin its next version to change it.") % {"plan": plan.name}


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


LONGEST_LAG = 120


def check_lag(months: int | None) -> Iterable[Fault]:
    """Faults of how many months an effect takes to show; None: nobody said."""
    if months is not None and not 0 <= months <= LONGEST_LAG:
        words = _("An effect shows after 0 to %(most)d months.") % {"most": LONGEST_LAG}
        yield Fault(words, field="lag_months")


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
