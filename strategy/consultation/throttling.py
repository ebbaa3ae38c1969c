"""How often a stranger may try links, and a guest may write: more is refused for a while (429)."""

from typing import Any

from django.http import HttpRequest
from rest_framework.throttling import SimpleRateThrottle

from strategy.models import ConsultationInvitation


class _Counted(SimpleRateThrottle):
    """Counts what is asked under a key."""

    key = ""

    def __init__(self, key: str) -> None:
        self.key = f"throttle-guest-{key}"
        super().__init__()

    def get_cache_key(self, request: Any, view: Any) -> str:
        """Under which key it is counted."""
        return self.key


class _Tries(_Counted):
    rate = "30/min"


class _Words(_Counted):
    rate = "60/min"


def wait_to_try(request: HttpRequest) -> float | None:
    """Seconds after which this address may try a link again; None: now."""
    ident = _Tries("").get_ident(request)  # type: ignore[arg-type]
    return _waits(_Tries(f"try-{ident}"), request)


def wait_to_read(request: HttpRequest, number: int) -> float | None:
    """Seconds after which the program that subscribed to a calendar may read it again; None: now."""
    return _waits(_Tries(f"calendar-{number}"), request)


def wait_to_write(request: HttpRequest, guest: ConsultationInvitation) -> float | None:
    """Seconds after which this guest may write again; None: now."""
    return _waits(_Words(f"write-{guest.pk}"), request)


def _waits(counted: _Counted, request: HttpRequest) -> float | None:
    if counted.allow_request(request, None):  # type: ignore[arg-type]
        return None
    return counted.wait() or 60.0
