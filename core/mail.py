"""Mail kept in a folder, for trying and developing: one file a message, readable in the browser."""

import datetime as dt
import email
import email.policy
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage as ParsedMessage
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone


class FolderBackend(BaseEmailBackend):
    """Writes each message to settings.MAIL_FOLDER as `<time>-<id>.eml`, whole or not at all."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Store the messages; returns how many were stored."""
        folder: Path = settings.MAIL_FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            name = f"{timezone.now():%Y%m%dT%H%M%S%f}-{uuid.uuid4().hex[:8]}"
            unfinished = folder / f".{name}.part"
            unfinished.write_bytes(message.message().as_bytes())
            unfinished.rename(folder / f"{name}.eml")
        return len(email_messages)


@dataclass(frozen=True)
class KeptMail:
    """A message in the folder, as the mail page shows it."""

    key: str
    subject: str
    sender: str
    recipients: str
    sent_at: dt.datetime
    html: str
    text: str


def _body(message: ParsedMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return part.get_content() if part is not None else ""


def _parse(path: Path) -> KeptMail:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, ParsedMessage)
    return KeptMail(
        key=path.stem,
        subject=str(message["Subject"] or ""),
        sender=str(message["From"] or ""),
        recipients=str(message["To"] or message["Bcc"] or ""),
        sent_at=dt.datetime.strptime(path.stem.split("-")[0], "%Y%m%dT%H%M%S%f").replace(tzinfo=dt.UTC),
        html=_body(message, "html"),
        text=_body(message, "plain"),
    )


def kept_mail(limit: int = 100) -> list[KeptMail]:
    """The newest messages in the folder, newest first."""
    folder: Path = settings.MAIL_FOLDER
    paths = sorted(folder.glob("[0-9]*.eml"), reverse=True) if folder.exists() else []
    return [_parse(path) for path in paths[:limit]]


def one_kept_mail(key: str) -> KeptMail | None:
    """The message with this key, None where there is none."""
    path = settings.MAIL_FOLDER / f"{Path(key).name}.eml"
    return _parse(path) if path.is_file() else None
