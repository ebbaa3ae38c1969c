"""People and departments, for the search."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.search import Found, register
from org.listings import department_rows, people


def find_departments(user: Any, words: str, limit: int) -> Iterable[Found]:
    """Departments of today's tree by code or name; everyone who is signed in may see them."""
    if not user.has_perm("org.view_departments"):
        return []
    nodes = [row.node for row in department_rows(words=words)[:limit]]
    return [
        Found(_("Department"), node.name, reverse("department", args=[node.code]), code=node.code)
        for node in nodes
    ]


def find_people(user: Any, words: str, limit: int) -> Iterable[Found]:
    """People by name, address or title."""
    if not user.has_perm("org.view_people"):
        return []
    return [
        Found(_("Person"), str(each), reverse("person", args=[each.pk]), detail=each.job_title)
        for each in people(words)[:limit]
    ]


register("departments", find_departments)
register("people", find_people)
