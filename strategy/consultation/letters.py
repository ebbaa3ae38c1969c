"""Mail of a round: that somebody is asked, and what became of what they said."""

import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import make_msgid
from typing import Any

import css_inline
import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from org.models import User
from org.queries import organisation
from strategy.consultation.document import name_of
from strategy.consultation.guests import GuestLink
from strategy.models import Consultation, ConsultationInvitation, Remark

logger = structlog.get_logger(__name__)
# The rules for dark mail readers cannot be inlined, so the style tag stays beside the inlined styles.
_INLINER = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


@dataclass(frozen=True)
class Letter:
    """What a mail says: to whom, about which round, and the way there (empty: none)."""

    to: str
    name: str
    subject: str
    template: str
    url: str
    context: dict[str, Any]


def send_guest_letter(link: GuestLink) -> bool:
    """Mail a guest their link; False where the mail did not go out, so that the office hands it over."""
    guest = link.invitation
    consultation = guest.consultation
    expires = localtime(guest.expires_at) if guest.expires_at else None
    return _send(
        Letter(
            to=guest.guest_email,
            name=guest.guest_name,
            subject=_("%(house)s asks for your opinion: %(plan)s") % _named(consultation),
            template="invitation",
            url=link.url,
            context={
                "consultation": consultation,
                "by_link": True,
                "until": date_format(expires, "DATE_FORMAT") if expires else "",
            },
        )
    )


def send_invitation(consultation: Consultation, person: User) -> bool:
    """Mail somebody of the house that they are asked."""
    with translation.override(person.language or settings.LANGUAGE_CODE):
        closes_on = consultation.closes_on
        return _send(
            Letter(
                to=person.email,
                name=person.name,
                subject=_("You are asked: %(plan)s") % _named(consultation),
                template="invitation",
                url=settings.BASE_URL + reverse("consultation", args=[consultation.pk]),
                context={
                    "consultation": consultation,
                    "by_link": False,
                    "until": date_format(closes_on, "DATE_FORMAT") if closes_on else "",
                },
            )
        )


def send_answers(consultation: Consultation, remarks: Sequence[Remark]) -> bool:
    """Mail one author, of the house or a guest, what became of everything they said in a round."""
    author, guest = remarks[0].author, remarks[0].guest
    language = author.language if author else ""
    with translation.override(language or settings.LANGUAGE_CODE):
        return _send(
            Letter(
                to=author.email if author else _guest(guest).guest_email,
                name=author.name if author else _guest(guest).guest_name,
                subject=_("What became of your words: %(plan)s") % _named(consultation),
                template="answers",
                url=settings.BASE_URL + reverse("consultation", args=[consultation.pk]) if author else "",
                context={
                    "consultation": consultation,
                    "lines": [(name_of(each), each) for each in remarks],
                },
            )
        )


def _guest(guest: ConsultationInvitation | None) -> ConsultationInvitation:
    assert guest is not None, "a remark has one author"
    return guest


def _named(consultation: Consultation) -> dict[str, str]:
    return {"plan": consultation.plan.name, "house": organisation().name or _("Strategy office")}


_TEMPLATES = {
    "invitation": (
        "strategy/consultation/mail/invitation.html",
        "strategy/consultation/mail/invitation.txt",
    ),
    "answers": ("strategy/consultation/mail/answers.html", "strategy/consultation/mail/answers.txt"),
}


def _send(letter: Letter) -> bool:
    """Hand a letter over; False where it certainly did not go out."""
    shown = {**letter.context, "letter": letter, "house_name": organisation().name or _("Strategy office")}
    page, plain = _TEMPLATES[letter.template]
    html = _INLINER.inline(render_to_string(page, shown))
    text = render_to_string(plain, shown)
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=text,
        to=[letter.to],
        headers={
            "Message-ID": make_msgid("consultation"),
            "List-Id": "consultation.smo",
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(html, "text/html")
    try:
        message.send()
    except (OSError, smtplib.SMTPException) as error:
        logger.warning("consultation_mail_not_sent", template=letter.template, error=str(error))
        return False
    return True
