"""So many requests a minute for each token or signed-in person (setting API_RATE)."""

from typing import Any

from django.conf import settings
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle


def caller_key(request: Request) -> str:
    """Who calls: each token by itself, a session by its user."""
    token = request.auth
    return f"token-{token.pk}" if token is not None else f"user-{request.user.pk}"


class PerCaller(SimpleRateThrottle):
    """Counts by caller; those who have not signed in do not get this far."""

    scope = "caller"

    def get_rate(self) -> str:
        """The rate as set now (REST framework would keep the one read at import)."""
        rates: Any = settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"]
        return str(rates[self.scope])

    def get_cache_key(self, request: Request, view: Any) -> str | None:
        """The key under which this caller's requests are counted."""
        return f"throttle-{caller_key(request)}" if request.user.is_authenticated else None
