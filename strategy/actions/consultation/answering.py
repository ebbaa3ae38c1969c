"""Answering what was said, and taking a proposed wording up into the plan."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.models import User
from strategy.actions.consultation.wording import put_wording
from strategy.consultation.destinations import destinations
from strategy.consultation.events import remark_answered
from strategy.enums import RemarkOutcome
from strategy.models import Remark
from strategy.validators import refuse

__all__ = ["answer_remark", "destinations"]

EXPLAINED = (RemarkOutcome.PARTLY, RemarkOutcome.NOT_TAKEN_UP)


@action
def answer_remark(
    *,
    by: User | None,
    remark: Remark,
    outcome: str,
    answer: str = "",
    put_into: str = "",
    wording: str = "",
) -> Remark:
    """Say what becomes of a remark, which closes it; again: say it better.

    With `put_into` (one of `destinations`) the `wording` becomes that field of the element, by the action
    that anybody who edits the plan uses. Raises Refused, or Conflict where the plan cannot change so.
    """
    if remark.withdrawn_at is not None:
        raise Conflict(_("This was withdrawn, so nothing is left to answer."))
    refuse(_check_answer(outcome, answer), _check_wording(remark, put_into, wording))
    if put_into:
        put_wording(by=by, remark=remark, into=put_into, wording=wording.strip())
    first = not remark.outcome
    remark.outcome, remark.answer = outcome, answer.strip()
    remark.answered_by, remark.answered_at = by, timezone.now()
    remark.save()
    if first:
        remark_answered(remark)
    return remark


def _check_answer(outcome: str, answer: str) -> Iterable[Fault]:
    if not outcome or outcome not in RemarkOutcome.values:
        yield Fault(_("Say what becomes of it."), field="outcome", code="required")
    elif outcome in EXPLAINED and not answer.strip():
        yield Fault(_("Say why, or what of it."), field="answer", code="required")


def _check_wording(remark: Remark, put_into: str, wording: str) -> Iterable[Fault]:
    if not put_into:
        return
    if put_into not in dict(destinations(remark)):
        yield Fault(_("The element has no such text."), field="put_into")
    if not wording.strip():
        yield Fault(_("Write what it shall say."), field="wording", code="required")
