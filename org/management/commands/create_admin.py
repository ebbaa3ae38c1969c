"""manage.py create_admin EMAIL [--name NAME] [--password-stdin]."""

import sys
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from org.actions import create_user, grant_role
from org.enums import Role
from org.models import User
from org.sign_in import password_link


class Command(BaseCommand):
    """Add an administrator; without a password, print the link with which to set one, once."""

    help = "Add an administrator."

    def add_arguments(self, parser: CommandParser) -> None:
        """EMAIL, --name, --password-stdin."""
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="as shown; else what stands before the @")
        parser.add_argument("--password-stdin", action="store_true", help="read the password from the input")

    def handle(self, *args: Any, **options: Any) -> None:
        """Create the account and its role, or say why not."""
        try:
            user = self._create(options["email"], options["name"], options["password_stdin"])
        except ValidationError as error:
            raise CommandError(" ".join(error.messages), returncode=2) from None
        except Refused as refusal:
            raise CommandError(str(refusal), returncode=2) from None
        self.stdout.write(_("Administrator: %(email)s") % {"email": user.email})
        if not user.has_usable_password():
            self.stdout.write(_("Set a password here (once, within three days):"))
            self.stdout.write(password_link(user))

    @transaction.atomic
    def _create(self, email: str, name: str, from_stdin: bool) -> User:
        validate_email(email)
        password = sys.stdin.readline().rstrip("\r\n") if from_stdin else None
        if password is not None:
            validate_password(password, User(email=email, name=name))
        user = create_user(by=None, email=email, name=name or email.split("@")[0], password=password)
        grant_role(by=None, user=user, role=Role.ADMINISTRATOR)
        return user
