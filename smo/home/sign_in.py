"""The sign-in page: the welcome of an empty installation, the accounts of the demonstration."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.views import LoginView
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from org.onboarding import is_unfounded
from smo.demo.accounts import ACCOUNTS, PASSWORD


class SignInForm(LoginForm):
    """The form of the sign-in page, in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail")
        self.fields["login"].widget.attrs.pop("placeholder", None)
        self.fields["remember"].label = _("Stay signed in on this computer")


def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Sign in; where nobody has an account yet, the welcome page instead."""
    if not request.user.is_authenticated and is_unfounded():
        return redirect("first_administrator")
    extra: dict[str, object] = {}
    if settings.DEMO:
        extra = {"demo_accounts": ACCOUNTS, "demo_password": PASSWORD}
    answer: HttpResponseBase = LoginView.as_view(form_class=SignInForm, extra_context=extra)(request)
    return answer
