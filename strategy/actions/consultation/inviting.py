"""Who is asked in a round: people, departments, guests."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.enums import AccountKind
from org.models import Department, User
from strategy.actions.consultation.links import give_link
from strategy.actions.consultation.rounds import check_not_closed
from strategy.consultation.events import consultation_invited
from strategy.consultation.guests import GuestLink, end_of
from strategy.enums import ConsultationState
from strategy.models import Consultation, ConsultationInvitation
from strategy.validators import refuse


@action
def invite(
    *,
    by: User | None,
    consultation: Consultation,
    people: Sequence[User] = (),
    departments: Sequence[Department] = (),
) -> list[ConsultationInvitation]:
    """Ask more people and departments, who get a mail where the round is open; returns the new ones."""
    check_not_closed(consultation)
    refuse(_check_people(people))
    wanted = [{"person": each} for each in people] + [{"department": each} for each in departments]
    made = [consultation.invitations.get_or_create(**each) for each in wanted]
    new = [invitation for invitation, is_new in made if is_new]
    if new and consultation.state == ConsultationState.OPEN:
        consultation_invited([each.pk for each in new])
    return new


def _check_people(people: Sequence[User]) -> Iterable[Fault]:
    for each in people:
        if each.kind != AccountKind.PERSON or not each.is_active:
            message = _("%(name)s cannot be asked: only people who may sign in can.")
            yield Fault(message % {"name": each.name}, field="people")


@action
def invite_guest(
    *,
    by: User | None,
    consultation: Consultation,
    name: str,
    email: str,
    organisation: str = "",
    expires_on: dt.date | None = None,
) -> tuple[ConsultationInvitation, GuestLink | None]:
    """Ask somebody from outside; where the round is open their link is mailed, and is here this once.

    In a round that is being prepared they get it when it opens. Raises Refused, or Conflict.
    """
    check_not_closed(consultation)
    refuse(
        _check_guest(consultation, name, email),
        _check_end(expires_on),
    )
    invitation = consultation.invitations.create(
        guest_name=name.strip(),
        guest_organisation=organisation.strip(),
        guest_email=email.strip(),
        expires_at=end_of(expires_on) if expires_on else None,
    )
    if consultation.state != ConsultationState.OPEN:
        return invitation, None
    return invitation, give_link(invitation)


def _check_guest(consultation: Consultation, name: str, email: str) -> Iterable[Fault]:
    if not name.strip():
        yield Fault(_("A name is needed."), field="name", code="required")
    try:
        validate_email(email.strip())
    except ValidationError as error:
        yield Fault(error.messages[0], field="email")
        return
    if User.objects.filter(email__iexact=email.strip(), is_active=True).exists():
        yield Fault(_("This address has an account here: invite that person instead."), field="email")
    elif consultation.invitations.filter(guest_email__iexact=email.strip(), revoked_at__isnull=True).exists():
        yield Fault(_("This guest is invited already."), field="email", code="unique")


def _check_end(expires_on: dt.date | None) -> Iterable[Fault]:
    if expires_on is not None and expires_on < timezone.localdate():
        yield Fault(_("The link would not work a single day."), field="expires_on")


@action
def renew_link(
    *, by: User | None, invitation: ConsultationInvitation, expires_on: dt.date | None = None
) -> GuestLink:
    """A new link for a guest, by mail and here this once; the one before ends. Raises Conflict, Refused."""
    if not invitation.guest_email:
        raise Conflict(_("Only guests have a link."))
    if invitation.consultation.state != ConsultationState.OPEN:
        raise Conflict(_("Links work while the round is open; this one is not."))
    refuse(_check_end(expires_on))
    invitation.revoked_at = None
    ended = invitation.expires_at is not None and invitation.expires_at <= timezone.now()
    if expires_on is not None or ended:
        invitation.expires_at = end_of(expires_on) if expires_on else None
    return give_link(invitation)


@action
def withdraw_invitation(*, by: User | None, invitation: ConsultationInvitation) -> None:
    """Ask somebody no more; what they said stays, and a guest's link ends at once."""
    if invitation.guest_email and invitation.digest:
        if invitation.revoked_at is None:
            invitation.revoked_at = timezone.now()
            invitation.save()
    else:
        invitation.delete()
