"""What people say in a round: by those who are asked, while it is open."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.models import User
from strategy.consultation.asking import speaks_for
from strategy.consultation.document import element_of
from strategy.consultation.guests import works
from strategy.enums import ConsultationState, RemarkKind
from strategy.models import Consultation, ConsultationInvitation, Remark
from strategy.validators import refuse

LONGEST = 10_000


@action
def say(
    *,
    by: User | None,
    consultation: Consultation,
    about: str,
    kind: str,
    text: str = "",
    proposed: str = "",
    guest: ConsultationInvitation | None = None,
) -> Remark:
    """Say something of the element that `about` names (`plan`, `objective:12`); by a person or a guest.

    Who endorses an element again changes what they said with it. Raises Refused, or Conflict where the
    round is not open.
    """
    check_open(consultation, guest)
    refuse(_check_words(kind, text, proposed))
    element = element_of(consultation.plan, about)
    before = _endorsement(consultation, by, guest, element) if kind == RemarkKind.ENDORSEMENT else None
    if before is not None:
        before.text = text.strip()
        before.save()
        return before
    return Remark.objects.create(
        consultation=consultation,
        kind=kind,
        text=text.strip(),
        proposed=_proposed(kind, proposed),
        author=None if guest else by,
        guest=guest,
        department=None if guest or by is None else speaks_for(by, consultation),
        **element,
    )


def _endorsement(
    consultation: Consultation,
    by: User | None,
    guest: ConsultationInvitation | None,
    element: dict[str, object],
) -> Remark | None:
    """An endorsement of the same element by the same author that is still open."""
    whose = {"guest": guest} if guest else {"author": by}
    open_ones = consultation.remarks.filter(withdrawn_at__isnull=True, outcome="", **whose, **element)
    return open_ones.filter(kind=RemarkKind.ENDORSEMENT).first()


@action
def change_remark(
    *,
    by: User | None,
    remark: Remark,
    kind: str,
    text: str = "",
    proposed: str = "",
    guest: ConsultationInvitation | None = None,
) -> Remark:
    """Say it otherwise, until it is answered; raises Refused, or Conflict."""
    check_open(remark.consultation, guest)
    _check_stands(remark)
    if remark.outcome:
        raise Conflict(_("This has been answered. Say something new, or withdraw it."))
    refuse(_check_words(kind, text, proposed))
    remark.kind, remark.text, remark.proposed = kind, text.strip(), _proposed(kind, proposed)
    remark.save()
    return remark


@action
def withdraw_remark(
    *, by: User | None, remark: Remark, guest: ConsultationInvitation | None = None
) -> Remark:
    """Take back what one said: it counts no longer, and stays readable. After an answer too.

    A guest's time ends with the round, a person's does not. Raises Conflict.
    """
    if guest is not None:
        check_open(remark.consultation, guest)
    _check_stands(remark)
    remark.withdrawn_at = timezone.now()
    remark.save()
    return remark


def check_open(consultation: Consultation, guest: ConsultationInvitation | None = None) -> None:
    """The round is open, and a guest's link works; raises Conflict."""
    if consultation.state != ConsultationState.OPEN:
        raise Conflict(_("This round is not open: nothing can be said in it now."))
    if guest is not None and (guest.consultation_id != consultation.pk or not works(guest)):
        raise Conflict(_("This link works no longer."))


def _check_stands(remark: Remark) -> None:
    if remark.withdrawn_at is not None:
        raise Conflict(_("This was withdrawn."))


def _proposed(kind: str, proposed: str) -> str:
    """The proposed wording; who endorses or merely comments proposes none."""
    return proposed.strip() if kind in (RemarkKind.PROPOSAL, RemarkKind.OBJECTION) else ""


def _check_words(kind: str, text: str, proposed: str) -> Iterable[Fault]:
    if kind not in RemarkKind.values:
        yield Fault(_("A remark comments, proposes, endorses or objects."), field="kind")
    if kind == RemarkKind.COMMENT and not text.strip():
        yield Fault(_("Say what you think."), field="text", code="required")
    if kind == RemarkKind.OBJECTION and not text.strip():
        yield Fault(_("Say why you object."), field="text", code="required")
    if kind == RemarkKind.PROPOSAL and not proposed.strip():
        yield Fault(_("Write the wording you propose."), field="proposed", code="required")
    for field, words in (("text", text), ("proposed", proposed)):
        if len(words) > LONGEST:
            yield Fault(_("At most %(most)d letters.") % {"most": LONGEST}, field=field, code="max_length")
