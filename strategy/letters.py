"""Mail that the strategy sends to one person: a sheet with a head, the way to a page, what it is about."""

import re
import smtplib
from dataclasses import dataclass, field
from email.utils import make_msgid
from typing import Any

import css_inline
import structlog
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from org.queries import organisation

logger = structlog.get_logger(__name__)
_PARTED = re.compile(r"\n{3,}")  # what is left out of a text leaves its line ends
# The rules for dark mail readers cannot be inlined, so the style tag stays beside the inlined styles.
_INLINER = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


@dataclass(frozen=True)
class Letter:
    """What a mail says: to whom, its head (`title`, `about`), and the way there (empty: none).

    `templates`: of the page and of the text, which extend those of `strategy/mail/letter`. `series`: by which
    mail programs sort what belongs together.
    """

    to: str
    name: str
    subject: str
    title: str
    about: str
    templates: tuple[str, str]
    series: str
    url: str = ""
    context: dict[str, Any] = field(default_factory=dict)


def house_name() -> str:
    """Who sends it."""
    return organisation().name or _("Strategy office")


def send(letter: Letter) -> bool:
    """Hand a letter over; False where it certainly did not go out."""
    shown = {**letter.context, "letter": letter, "house_name": house_name()}
    page, plain = letter.templates
    html = _INLINER.inline(render_to_string(page, shown))
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=_PARTED.sub("\n\n", render_to_string(plain, shown)).strip() + "\n",
        to=[letter.to],
        headers={
            "Message-ID": make_msgid(letter.series),
            "List-Id": f"{letter.series}.smo",
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(html, "text/html")
    try:
        message.send()
    except (OSError, smtplib.SMTPException) as error:
        logger.warning(f"{letter.series}_mail_not_sent", template=page, error=str(error))
        return False
    return True
