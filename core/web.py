"""What every page's view begins with."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404

from core.errors import Conflict


class NothingThere(Http404):
    """A 404 whose message is written for the reader: what in the address names nothing, and what would."""


class StateForbids(Conflict):
    """A page whose deed the present state forbids: answered 409 with the reason and what leads on.

    `ways`: (words, address) each, the best first.
    """

    def __init__(self, reason: str, *, title: str = "", ways: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(reason)
        self.title, self.ways = title, ways


def authorise(user: Any, permission: str, obj: Any = None) -> None:
    """Raise PermissionDenied (403) unless the named permission holds.

    What a user may not even know of is left out by `visible_to(user)` before, and is a 404.
    """
    if not user.has_perm(permission, obj):
        raise PermissionDenied(permission)
