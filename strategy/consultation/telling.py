"""Mail that follows from what happens in a round; each event is told once (`core.outbox`)."""

from collections import defaultdict
from collections.abc import Iterable

from core.models import OutboxEvent
from core.outbox import subscribe
from org.enums import AccountKind, Role
from org.models import Membership, User
from strategy.consultation.events import ANSWERED, CLOSED, INVITED
from strategy.consultation.letters import send_answers, send_invitation
from strategy.consultation.waiting import waits
from strategy.enums import ConsultationState
from strategy.models import Consultation, ConsultationInvitation, Remark


def tell_invited(event: OutboxEvent) -> None:
    """Whoever was invited by name, and who heads an invited department, in a round that is still open."""
    invitations = ConsultationInvitation.objects.filter(
        pk__in=event.payload["invitations"], consultation__state=ConsultationState.OPEN
    ).select_related("consultation__plan", "person")
    for consultation, person in {(each.consultation, one) for each in invitations for one in _asked(each)}:
        if person.may_sign_in and person.email:
            send_invitation(consultation, person)


def _asked(invitation: ConsultationInvitation) -> Iterable[User]:
    if invitation.person is not None:
        return [invitation.person]
    heads = Membership.objects.filter(department=invitation.department_id, role=Role.DEPARTMENT_HEAD)
    return User.objects.filter(pk__in=heads.values("user"), kind=AccountKind.PERSON)


def tell_answers_of_round(event: OutboxEvent) -> None:
    """When a round closes: everybody all of whose remarks are answered."""
    consultation = _round(event.payload["consultation"])
    for remarks in _by_author(consultation).values():
        _tell_if_done(consultation, remarks)


def tell_answers(event: OutboxEvent) -> None:
    """When the last remark of somebody is answered and the round is over."""
    remark = Remark.objects.filter(pk=event.payload["remark"]).first()
    if remark is not None:
        consultation = _round(remark.consultation_id)
        _tell_if_done(consultation, _by_author(consultation).get((remark.author_id, remark.guest_id), []))


def _round(pk: int) -> Consultation:
    return Consultation.objects.select_related("plan").get(pk=pk)


def _by_author(consultation: Consultation) -> dict[tuple[int | None, int | None], list[Remark]]:
    found: dict[tuple[int | None, int | None], list[Remark]] = defaultdict(list)
    parts = ("author", "guest", "value", "priority", "objective", "goal")
    for remark in consultation.remarks.filter(withdrawn_at__isnull=True).select_related(*parts):
        found[remark.author_id, remark.guest_id].append(remark)
    return found


def _tell_if_done(consultation: Consultation, remarks: list[Remark]) -> None:
    over = consultation.state == ConsultationState.CLOSED
    answered = [each for each in remarks if each.outcome]
    if over and answered and not any(map(waits, remarks)):
        send_answers(consultation, answered)


subscribe(INVITED, tell_invited)
subscribe(CLOSED, tell_answers_of_round)
subscribe(ANSWERED, tell_answers)
