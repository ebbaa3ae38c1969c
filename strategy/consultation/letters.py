"""Mail of a round: that somebody is asked, and what became of what they said."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from org.models import User
from strategy.consultation.document import name_of
from strategy.consultation.guests import GuestLink
from strategy.letters import Letter, house_name, send
from strategy.models import Consultation, ConsultationInvitation, Remark

_INVITATION = "strategy/consultation/mail/invitation.html", "strategy/consultation/mail/invitation.txt"
_ANSWERS = "strategy/consultation/mail/answers.html", "strategy/consultation/mail/answers.txt"


def send_guest_letter(link: GuestLink) -> bool:
    """Mail a guest their link; False where the mail did not go out, so that the office hands it over."""
    guest = link.invitation
    consultation = guest.consultation
    expires = localtime(guest.expires_at) if guest.expires_at else None
    until = date_format(expires, "DATE_FORMAT") if expires else ""
    return send(
        _letter(
            consultation,
            _INVITATION,
            to=guest.guest_email,
            name=guest.guest_name,
            subject=_("%(house)s asks for your opinion: %(plan)s"),
            url=link.url,
            context={"by_link": True, "until": until},
        )
    )


def send_invitation(consultation: Consultation, person: User) -> bool:
    """Mail somebody of the house that they are asked."""
    with translation.override(person.language or settings.LANGUAGE_CODE):
        closes_on = consultation.closes_on
        until = date_format(closes_on, "DATE_FORMAT") if closes_on else ""
        return send(
            _letter(
                consultation,
                _INVITATION,
                to=person.email,
                name=person.name,
                subject=_("You are asked: %(plan)s"),
                url=_address(consultation),
                context={"by_link": False, "until": until},
            )
        )


def send_answers(consultation: Consultation, remarks: Sequence[Remark]) -> bool:
    """Mail one author, of the house or a guest, what became of everything they said in a round."""
    author, guest = remarks[0].author, remarks[0].guest
    language = author.language if author else ""
    with translation.override(language or settings.LANGUAGE_CODE):
        return send(
            _letter(
                consultation,
                _ANSWERS,
                to=author.email if author else _guest(guest).guest_email,
                name=author.name if author else _guest(guest).guest_name,
                subject=_("What became of your words: %(plan)s"),
                url=_address(consultation) if author else "",
                context={"lines": [(name_of(each), each) for each in remarks]},
            )
        )


def _guest(guest: ConsultationInvitation | None) -> ConsultationInvitation:
    assert guest is not None, "a remark has one author"
    return guest


def _address(consultation: Consultation) -> str:
    return str(settings.BASE_URL) + reverse("consultation", args=[consultation.pk])


def _letter(
    consultation: Consultation,
    templates: tuple[str, str],
    *,
    subject: str,
    context: dict[str, Any],
    **whom: str,
) -> Letter:
    """A letter of a round, with the plan's name for its head and its subject."""
    return Letter(
        subject=subject % {"plan": consultation.plan.name, "house": house_name()},
        title=consultation.plan.name,
        about=consultation.name,
        templates=templates,
        series="consultation",
        context={**context, "consultation": consultation},
        **whom,
    )
