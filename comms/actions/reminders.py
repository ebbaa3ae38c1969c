"""Reminding people by mail of what is due: at most one mail a person and day.

The day is claimed before the mail is handed over, by a row that only one of many can add. A worker that dies
between the two leaves a person without that day's mail rather than with two: what was due soon is said again
on its day, what was late after a week. Where the server was not reached or refused the mail, nothing was
sent: the claim is given back and the next run tries again.
"""

import datetime as dt
import smtplib
from collections.abc import Sequence
from email.utils import make_msgid
from typing import Any

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.utils import timezone, translation

from comms.models import Reminder
from comms.reminding import Due, due_now, is_worth_a_mail, last_said
from comms.rendering.reminder import render_reminder
from core.actions import action
from org.enums import AccountKind
from org.models import User

logger = structlog.get_logger(__name__)


def send_reminders(today: dt.date | None = None) -> int:
    """Remind everybody for whom there is news; how many mails were sent. Safe to run twice, and at once."""
    day = today or timezone.localdate()
    active = User.objects.filter(is_active=True, kind=AccountKind.PERSON).exclude(email="")
    people = [person for person in active if person.may_sign_in]
    said = last_said(people, day)
    return sum(_remind_of_news(person, said.get(person.pk, {}), day) for person in people)


def _remind_of_news(person: User, said: dict[str, dt.date], day: dt.date) -> bool:
    due = due_now(person, day)
    return is_worth_a_mail(due, said, day) and _remind(person, due, day)


def remind(*, by: User, person: User) -> bool:
    """Remind one person of all that is due now; False where nothing is, or they had their mail today."""
    day = timezone.localdate()
    due = due_now(person, day)
    sent = bool(due.items) and person.may_sign_in and _remind(person, due, day)
    logger.info("reminded_by_hand", by=by.pk, person=person.pk, sent=sent)
    return sent


def _remind(person: User, due: Due, day: dt.date) -> bool:
    claim = _claim(by=None, person=person, day=day, keys=[item.key for item in due.items])
    if claim is None:
        return False
    if not _hand_over(person, due, day):
        claim.delete()
        return False
    return True


@action
def _claim(*, by: User | None, person: User, day: dt.date, keys: Sequence[str]) -> Reminder | None:
    """Take the person's mail of the day; None where it was taken already."""
    claim, is_new = Reminder.objects.get_or_create(person=person, day=day, defaults={"items": list(keys)})
    return claim if is_new else None


def _hand_over(person: User, due: Due, day: dt.date) -> bool:
    """Send the mail; False where it is certain that it did not go out."""
    with translation.override(person.language or settings.LANGUAGE_CODE):
        rendered = render_reminder(person, due, day)
    message = EmailMultiAlternatives(
        subject=rendered.subject,
        body=rendered.text,
        to=[person.email],
        connection=get_connection(),
        headers={
            "Message-ID": make_msgid(f"reminder-{person.pk}-{day:%Y%m%d}"),
            "List-Id": "reminders.smo",
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(rendered.html, "text/html")
    return _send(message, person)


def _send(message: Any, person: User) -> bool:
    try:
        message.connection.open()
    except (OSError, smtplib.SMTPException) as error:
        logger.warning("reminder_not_sent", person=person.pk, error=str(error))
        return False
    try:
        message.send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
        logger.warning("reminder_refused", person=person.pk, error=str(error))
        return False
    except (smtplib.SMTPServerDisconnected, OSError) as error:
        # The answer was lost: the mail may have gone out, so it is not sent again.
        logger.warning("reminder_answer_lost", person=person.pk, error=str(error))
    finally:
        _close(message.connection)
    return True


def _close(connection: Any) -> None:
    try:
        connection.close()
    except (OSError, smtplib.SMTPException):
        connection.connection = None
