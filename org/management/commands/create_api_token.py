"""manage.py create_api_token EMAIL --scopes read,measurements:write [--expires 30d]."""

import argparse
import datetime as dt
import re
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from core.errors import Refused
from org.actions import create_api_token
from org.models import Department, User

_UNITS = {"h": 1 / 24, "d": 1, "w": 7, "y": 365}


def _duration(text: str) -> dt.timedelta:
    match = re.fullmatch(r"(\d{1,5})([hdwy])", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r}: write a time like 12h, 30d, 8w or 1y")
    return dt.timedelta(days=int(match[1]) * _UNITS[match[2]])


class Command(BaseCommand):
    """Make a token for the REST API; its secret is the last line, shown this once."""

    help = "Make a token for the REST API; the secret is the last line and is not stored."

    def add_arguments(self, parser: CommandParser) -> None:
        """EMAIL, --scopes, --expires, --department, --name."""
        parser.add_argument("email", help="the account in whose name the program acts")
        parser.add_argument("--scopes", required=True, help="read, measurements:write, write, with commas")
        parser.add_argument("--expires", type=_duration, help="how long it works: 12h, 30d, 8w, 1y")
        parser.add_argument(
            "--department", default="", help="code: the token reaches no further than below it"
        )
        parser.add_argument("--name", default="", help="what it is for")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what the token may, then its secret."""
        user = User.objects.filter(email__iexact=options["email"]).first()
        if user is None:
            raise CommandError(
                _("There is no account %(email)s.") % {"email": options["email"]}, returncode=2
            )
        department = self._department(options["department"])
        expires_at = timezone.now() + options["expires"] if options["expires"] else None
        scopes = [scope.strip() for scope in options["scopes"].split(",") if scope.strip()]
        try:
            token, secret = create_api_token(
                by=None,
                user=user,
                name=options["name"],
                scopes=scopes,
                expires_at=expires_at,
                department=department,
            )
        except Refused as refusal:
            raise CommandError(str(refusal), returncode=2) from None
        until = token.expires_at.date().isoformat() if token.expires_at else _("no end")
        self.stdout.write(f"{user.email}: {', '.join(token.scopes)} ({until})")
        self.stdout.write(secret)

    def _department(self, code: str) -> Department | None:
        if not code:
            return None
        department = Department.objects.filter(code__iexact=code).first()
        if department is None:
            raise CommandError(_("There is no department %(code)s.") % {"code": code}, returncode=2)
        return department
