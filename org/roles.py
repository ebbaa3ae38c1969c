"""The roles a user holds, read once a request, and what they reach."""

from dataclasses import dataclass
from typing import Any

from django.db import connection

from org.enums import Role


@dataclass(frozen=True)
class Held:
    """Roles with the path of the department each is held on; the empty path is the whole organisation."""

    roles: frozenset[tuple[str, str]]
    token_scopes: frozenset[str] | None = None  # None: signed in with a session
    token_path: str = ""

    def anywhere(self, *roles: str) -> bool:
        """Whether one of the roles is held on any department."""
        return any(role in roles for role, _ in self.roles)

    def on(self, path: str, *roles: str) -> bool:
        """Whether one of the roles reaches the department at `path`."""
        return any(role in roles and path.startswith(reach) for role, reach in self.roles)

    def paths(self, *roles: str) -> list[str]:
        """Paths of the subtrees on which one of the roles is held."""
        return sorted({path for role, path in self.roles if role in roles})


_HELD_SQL = """
SELECT m.role, CASE WHEN m.department_id IS NULL THEN '' ELSE p.path END
FROM org_membership m
LEFT JOIN org_placement p
  ON p.department_id = m.department_id AND p.known_to IS NULL AND p.valid @> current_date
WHERE m.user_id = %s AND (m.department_id IS NULL OR p.path IS NOT NULL)
"""


def held_by(user: Any) -> Held:
    """What the user holds today; kept on the user object, so asked once a request."""
    held: Held | None = getattr(user, "_held", None)
    if held is None:
        with connection.cursor() as cursor:
            cursor.execute(_HELD_SQL, [user.pk])
            held = Held(frozenset((role, path) for role, path in cursor.fetchall()))
        user._held = held
    return held


def is_smo_staff(user: Any) -> bool:
    """Whether the user works in the strategic management office."""
    return held_by(user).anywhere(Role.SMO_STAFF)
