"""Guests: people from outside who take part in one round by a secret link that ends."""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from strategy.enums import ConsultationState
from strategy.models import Consultation, ConsultationInvitation

LASTS = dt.timedelta(days=30)


@dataclass(frozen=True)
class GuestLink:
    """A guest's invitation with the link that is shown once."""

    invitation: ConsultationInvitation
    url: str


def new_secret() -> str:
    """256 random bits, as they stand in a link."""
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """What is stored of a secret: SHA-256 suffices, since it is 256 random bits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def link_of(secret: str) -> str:
    """The whole address that a guest opens."""
    return settings.BASE_URL + reverse("guest_link", args=[secret])


def invitation_behind(digest: str) -> ConsultationInvitation | None:
    """The invitation with this digest, whether it still works or not."""
    if not digest:
        return None
    found = ConsultationInvitation.objects.filter(digest=digest)
    return found.select_related("consultation__plan").first()


def works(invitation: ConsultationInvitation) -> bool:
    """Whether a guest gets in: not revoked, not expired, and the round is open."""
    now = timezone.now()
    return (
        invitation.revoked_at is None
        and invitation.expires_at is not None
        and invitation.expires_at > now
        and invitation.consultation.state == ConsultationState.OPEN
    )


def usual_end(consultation: Consultation) -> dt.datetime:
    """Until when a link works where nobody says: the end of the last day for answers, else thirty days."""
    if consultation.closes_on is None:
        return timezone.now() + LASTS
    return end_of(consultation.closes_on)


def end_of(day: dt.date) -> dt.datetime:
    """The last moment of a day."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time(23, 59, 59)))
