"""Of many initiatives, those that a user runs: answered for all at once, as the permissions would each."""

from collections.abc import Iterable
from typing import Any

from initiatives.models import Initiative
from initiatives.queries import departments_headed
from org.enums import Role
from org.roles import held_by


def editable(user: Any, initiatives: Iterable[Initiative]) -> set[int]:
    """Ids of those that the user may change (`initiatives.edit_initiative`); one query."""
    found = list(initiatives)
    if held_by(user).anywhere(Role.SMO_STAFF):
        return {each.pk for each in found}
    headed = {row["department"] for row in departments_headed(user)}
    return {each.pk for each in found if each.department_id in headed}


def askable(user: Any, initiatives: Iterable[Initiative]) -> set[int]:
    """Ids of those for which the user may ask at a gate (`initiatives.ask_gate`); one query."""
    found = list(initiatives)
    own = {each.pk for each in found if user.pk in (each.lead_id, each.sponsor_id)}
    return own | editable(user, found)
