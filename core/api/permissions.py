"""Named permissions for the API: a view says which permission each of its actions asks for."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext as _
from rest_framework.exceptions import PermissionDenied
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

READ, WRITE = "read", "write"
GROUPS = {
    "list": "read",
    "retrieve": "read",
    "partial_update": "change",
    "bulk_change": "change",
    "destroy": "remove",
    "bulk_remove": "remove",
}


def permission_name(view: Any, method: str) -> str:
    """The permission that the running action of `view` asks for; an action without one is a fault of ours.

    Resources name them by `read`, `create`, `change`, `remove`, or by the name of the method that answers;
    plain views by the HTTP method (`get`).
    """
    action = getattr(view, "action", None) or method.lower()
    names: dict[str, str] = getattr(view, "permissions", {})
    name = names.get(action) or names.get(GROUPS.get(action, ""))
    if name is None:
        raise ImproperlyConfigured(f"{type(view).__name__} names no permission for {action}")
    return name


class NamedPermission(BasePermission):
    """The token's scopes, then the named permission: without an object first, then for the object.

    A token needs `read` or `write` for reading and `write`, or one of the view's `write_scopes`, for
    writing. A token limited to a department writes only where the view says `within_department`, since
    other permissions do not ask where.
    """

    def has_permission(self, request: Request, view: Any) -> bool:
        """Whether the caller may do this to something at all; a stranger is asked to sign in (401)."""
        if not request.user.is_authenticated:
            return False
        if request.auth is not None:
            _check_scopes(request.auth, request.method or "", view)
        return bool(request.user.has_perm(permission_name(view, request.method or "")))

    def has_object_permission(self, request: Request, view: Any, obj: Any) -> bool:
        """Whether the caller may do this to `obj`."""
        return bool(request.user.has_perm(permission_name(view, request.method or ""), obj))


def _check_scopes(token: Any, method: str, view: Any) -> None:
    held = set(token.scopes)
    wanted = {READ, WRITE} if method in SAFE_METHODS else {WRITE, *getattr(view, "write_scopes", ())}
    if not held & wanted:
        raise PermissionDenied(
            _("This token needs one of these scopes: %(scopes)s.") % {"scopes": ", ".join(sorted(wanted))}
        )
    limited = token.department_id is not None and method not in SAFE_METHODS
    if limited and not getattr(view, "within_department", False):
        raise PermissionDenied(_("This token is limited to a department and cannot write here."))
