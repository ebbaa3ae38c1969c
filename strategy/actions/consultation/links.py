"""The secret links of guests: made, sent, and never stored."""

from django.db import transaction
from django.utils import timezone

from strategy.consultation.guests import GuestLink, digest_of, link_of, new_secret, usual_end
from strategy.consultation.letters import send_guest_letter
from strategy.models import ConsultationInvitation


def give_link(invitation: ConsultationInvitation) -> GuestLink:
    """A new link for a guest, in place of the one before; it is mailed once all of this is stored."""
    secret = new_secret()
    invitation.digest = digest_of(secret)
    invitation.expires_at = invitation.expires_at or usual_end(invitation.consultation)
    invitation.save()
    link = GuestLink(invitation, link_of(secret))
    transaction.on_commit(lambda: send_guest_letter(link))
    return link


def note_visit(guest: ConsultationInvitation) -> None:
    """Note that a guest was there just now: a clock, of which no history is kept."""
    ConsultationInvitation.objects.filter(pk=guest.pk).update(last_seen_at=timezone.now())
