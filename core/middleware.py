"""Sign-in by default, the acting user in the history of what a request changes, and conflicts as pages."""

from collections.abc import Callable
from typing import Any

import pghistory
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django_structlog.middlewares import RequestMiddleware

from core.errors import Conflict
from core.web import StateForbids

Respond = Callable[[HttpRequest], HttpResponseBase]


class LoggedRequests(RequestMiddleware):
    """A line in the log a request; of an address that holds a secret only how it begins."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        """Method and address; below one of settings.SECRET_PATHS without the rest."""
        for beginning in settings.SECRET_PATHS:
            if request.path.startswith(beginning) and request.path != beginning:
                return f"{request.method} {beginning}…"
        return str(RequestMiddleware.format_request(request))


class SignInRequired:
    """Everybody signs in, except on the routes that settings.PUBLIC_ROUTES names.

    The REST API answers for itself (`core.api`): a program gets a 401, not a sign-in page.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponseBase | None:
        """Send strangers to the sign-in page, and back afterwards."""
        match = request.resolver_match
        assert match is not None
        if (
            match.view_name in settings.PUBLIC_ROUTES  # first, since being alive needs no database
            or match.route.startswith("api/")
            or request.user.is_authenticated
        ):
            return None
        return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)


class ConflictPages:
    """A page that meets a state which forbids what it is for says so (409); the API answers for itself."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """The page with the reason, and what leads on where the exception knows it."""
        if not isinstance(exception, Conflict):
            return None
        context: dict[str, object] = {"said": str(exception)}
        if isinstance(exception, StateForbids):
            context |= {"what_title": exception.title, "ways": exception.ways}
        return render(request, "409.html", context, status=409)


class ActingUser:
    """What a request changes is recorded in the history under its user, path and request id."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return self.get_response(request)
        user: Any = request.user
        with pghistory.context(user=user.pk, url=request.path):
            return self.get_response(request)
