"""Consultation rounds: preparing, opening, closing them."""

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from org.models import User
from strategy.actions.consultation.links import give_link
from strategy.actions.plans import set_plan_state
from strategy.consultation.events import consultation_closed, consultation_invited
from strategy.consultation.guests import GuestLink
from strategy.enums import CONSULTATION_TRANSITIONS, ConsultationState, PlanKind, PlanState
from strategy.models import Consultation, Plan
from strategy.validators import check_name, refuse

UNDECIDED = (PlanState.DRAFT, PlanState.CONSULTATION)


def check_undecided(plan: Plan) -> None:
    """People are asked before a plan is decided; raises Conflict."""
    if plan.state not in UNDECIDED:
        raise Conflict(
            _("“%(plan)s” is “%(state)s”: people are asked about a draft, or about a revision of it.")
            % {"plan": plan.name, "state": plan.get_state_display()}
        )


def locked(consultation: Consultation) -> Consultation:
    """The round, so that nobody else moves it before this transaction ends."""
    return Consultation.objects.select_for_update().get(pk=consultation.pk)


def check_not_closed(consultation: Consultation) -> None:
    """A closed round asks nobody any more; raises Conflict."""
    if consultation.state == ConsultationState.CLOSED:
        raise Conflict(_("The round is closed. Open it again to ask somebody else."))


@action
def begin_consultation(
    *, by: User | None, plan: Plan, name: str, message: str = "", closes_on: dt.date | None = None
) -> Consultation:
    """Prepare a round; nobody is asked before it is opened. Raises Refused, or Conflict."""
    check_undecided(plan)
    refuse(check_name(name, 200))
    return Consultation.objects.create(
        plan=plan, name=name.strip(), message=message, closes_on=closes_on, begun_by=by
    )


@action
def change_consultation(*, by: User | None, consultation: Consultation, **fields: Any) -> Consultation:
    """Change `name`, `message` or `closes_on`; raises Refused."""
    unknown = set(fields) - {"name", "message", "closes_on"}
    refuse(Fault(_("A round has no such field."), field=name) for name in sorted(unknown))
    for name, value in fields.items():
        setattr(consultation, name, value)
    refuse(check_name(consultation.name, 200))
    consultation.save()
    return consultation


@action
def open_consultation(*, by: User | None, consultation: Consultation) -> list[GuestLink]:
    """Ask, for the first time or again: whoever is invited gets a mail.

    A draft of the organisation's plan goes in consultation; parts and revisions move on by their own steps.

    Returns the links of guests who had none yet. Raises Conflict, or Refused where its last day is over.
    """
    first = consultation.opened_at is None
    _check_move(locked(consultation), ConsultationState.OPEN)
    check_undecided(consultation.plan)
    if consultation.closes_on is not None and consultation.closes_on < timezone.localdate():
        reason = _("The last day for answers is over: change it first.")
        raise Refused([Fault(reason, field="closes_on")])
    consultation.state = ConsultationState.OPEN
    consultation.opened_at = consultation.opened_at or timezone.now()
    consultation.closed_at = None
    consultation.save()
    plan = consultation.plan
    is_whole = plan.kind == PlanKind.ORGANISATION and plan.revises_id is None
    if is_whole and plan.state == PlanState.DRAFT:
        set_plan_state(by=by, plan=plan, state=PlanState.CONSULTATION)
    if first:
        people = consultation.invitations.filter(guest_email="")
        consultation_invited(list(people.values_list("pk", flat=True)))
    without = consultation.invitations.filter(digest="", revoked_at__isnull=True).exclude(guest_email="")
    return [give_link(each) for each in without.select_related("consultation__plan")]


@action
def close_consultation(*, by: User | None, consultation: Consultation) -> Consultation:
    """Ask no more; what was said is answered now, and links of guests end. Raises Conflict."""
    _check_move(locked(consultation), ConsultationState.CLOSED)
    consultation.state = ConsultationState.CLOSED
    consultation.closed_at = timezone.now()
    consultation.save()
    consultation_closed(consultation)
    return consultation


def move_consultation(*, by: User | None, consultation: Consultation, state: str) -> list[GuestLink]:
    """Open or close a round; the state it has already changes nothing. Returns new links of guests."""
    if state == consultation.state:
        return []
    if state == ConsultationState.OPEN:
        return open_consultation(by=by, consultation=consultation)
    if state == ConsultationState.CLOSED:
        close_consultation(by=by, consultation=consultation)
        return []
    raise Conflict(_("A round that was opened is not prepared again."))


@action
def remove_consultation(*, by: User | None, consultation: Consultation) -> None:
    """Take back a round in which nobody said anything; raises Conflict where somebody did."""
    if consultation.remarks.exists():
        raise Conflict(_("People said something in this round: close it, and what they said stays."))
    consultation.delete()


def _check_move(consultation: Consultation, state: str) -> None:
    if state not in CONSULTATION_TRANSITIONS[consultation.state]:
        raise Conflict(
            _("The round is “%(before)s”; it cannot become “%(after)s”.")
            % {
                "before": consultation.get_state_display(),
                "after": ConsultationState(state).label,
            }
        )
