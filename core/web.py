"""What every page's view begins with."""

from typing import Any

from django.core.exceptions import PermissionDenied


def authorise(user: Any, permission: str, obj: Any = None) -> None:
    """Raise PermissionDenied (403) unless the named permission holds.

    What a user may not even know of is left out by `visible_to(user)` before, and is a 404.
    """
    if not user.has_perm(permission, obj):
        raise PermissionDenied(permission)
