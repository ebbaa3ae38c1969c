"""Who may do what with people, departments and settings; and the predicates the floors above build on."""

from typing import Any

import rules

from org.enums import AccountKind, Role
from org.roles import held_by


def holds(*roles: str) -> rules.Predicate:
    """A predicate: the user holds one of the roles anywhere."""

    def test(user: Any, obj: Any = None) -> bool:
        return bool(user.is_authenticated and held_by(user).anywhere(*roles))

    return rules.predicate(test, name=" or ".join(roles))


is_administrator = holds(Role.ADMINISTRATOR)
is_smo_staff = holds(Role.SMO_STAFF)
is_executive = holds(Role.EXECUTIVE)
is_department_head = holds(Role.DEPARTMENT_HEAD)


@rules.predicate
def is_signed_in(user: Any) -> bool:
    """Every human role includes the viewer's; a program needs its token's `read` (`core.api`)."""
    return bool(user.is_authenticated)


@rules.predicate
def is_self(user: Any, obj: Any) -> bool:
    """Own profile, own tokens."""
    return obj is None or getattr(obj, "user_id", obj.pk) == user.pk


@rules.predicate
def keeps(user: Any, view: Any) -> bool:
    """Whether a saved view is the user's own; None: whether any may be."""
    return view is None or view.owner_id == user.pk


@rules.predicate
def is_service_account(user: Any, obj: Any) -> bool:
    """A program's account, or a token of one: somebody else must care for its tokens."""
    return getattr(getattr(obj, "user", obj), "kind", "") == AccountKind.SERVICE


rules.add_perm("org.view_departments", is_signed_in)
rules.add_perm("org.edit_departments", is_administrator)
rules.add_perm("org.view_people", is_signed_in)
rules.add_perm("org.edit_people", is_administrator)
rules.add_perm("org.edit_settings", is_administrator)
rules.add_perm("org.read_mail", is_administrator)
rules.add_perm("org.view_history", is_administrator | is_smo_staff)
rules.add_perm("org.view_views", is_signed_in)
rules.add_perm("org.keep_view", is_signed_in & keeps)
rules.add_perm("org.edit_own_profile", is_signed_in & is_self)
rules.add_perm("org.edit_tokens", is_signed_in & (is_self | (is_administrator & is_service_account)))
