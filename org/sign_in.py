"""Signing in by e-mail; demonstration accounts only in the demonstration."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from org.models import User


class EmailBackend(AuthenticationBackend):
    """E-mail and password; permissions are asked of `User.has_perm`, so none come from here."""

    def user_can_authenticate(self, user: Any) -> bool:
        """Active people and, in the demonstration only, its accounts; programs use tokens."""
        return isinstance(user, User) and user.may_sign_in and user.kind == "person"

    def get_user(self, user_id: int) -> User | None:
        """The user of a session, if they may still sign in."""
        user = User.objects.filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators: nobody signs up alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an administrator adds people."""
        return False


def password_link(user: User) -> str:
    """The address at which this person sets a password; works once, for settings.PASSWORD_RESET_TIMEOUT."""
    names = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return settings.BASE_URL.rstrip("/") + reverse("account_reset_password_from_key", kwargs=names)
