"""The sign-in page: the welcome of an empty installation, the accounts of the demonstration."""

from allauth.account.views import LoginView
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from org.onboarding import is_unfounded
from smo.demo.accounts import ACCOUNTS, PASSWORD


def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Sign in; where nobody has an account yet, the welcome page instead."""
    if not request.user.is_authenticated and is_unfounded():
        return redirect("first_administrator")
    extra: dict[str, object] = {}
    if settings.DEMO:
        extra = {"demo_accounts": ACCOUNTS, "demo_password": PASSWORD}
    answer: HttpResponseBase = LoginView.as_view(extra_context=extra)(request)
    return answer
