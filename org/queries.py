"""Reading the organisation: its calendar, its tree of departments, its people."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Min
from django.utils import timezone

from org.models import Department, Organisation, Placement


def organisation() -> Organisation:
    """The one organisation; an unsaved default before the first administrator has named it."""
    return Organisation.objects.first() or Organisation(pk=1, name="")


@dataclass(frozen=True)
class TreeNode:
    """A department in the tree of one day."""

    id: int
    code: str
    name: str
    label: str
    parent_id: int | None
    path: str

    @property
    def depth(self) -> int:
        """0 at the top."""
        return self.path.count(".") - 1


_TREE_SQL = """
SELECT d.id, d.code, d.name, COALESCE(NULLIF(d.short_name, ''), d.name), p.parent_id, p.path
FROM org_placement p JOIN org_department d ON d.id = p.department_id
WHERE p.valid @> %(day)s::date AND p.known_from <= %(known)s
  AND (p.known_to IS NULL OR p.known_to > %(known)s) AND p.path >= %(under)s AND p.path < %(under)s || '~'
ORDER BY p.path
"""


def department_tree(
    on: dt.date | None = None, known_at: dt.datetime | None = None, under: str = ""
) -> list[TreeNode]:
    """The departments of a day, depth first; with `under` (a path) only that subtree."""
    parameters: dict[str, Any] = {
        "day": on or timezone.localdate(),
        "known": known_at or timezone.now(),
        "under": under,
    }
    with connection.cursor() as cursor:
        cursor.execute(_TREE_SQL, parameters)
        rows = cursor.fetchall()
    return [TreeNode(*row) for row in rows]


def first_known() -> dt.datetime | None:
    """Since when any department is known: before that moment there is nothing to look back on."""
    found: dt.datetime | None = Placement.objects.aggregate(first=Min("known_from"))["first"]
    return found


def root_department(on: dt.date | None = None, known_at: dt.datetime | None = None) -> Department | None:
    """The department at the top (the first of them, where there are several); None in an empty house."""
    placement = (
        Placement.objects.known_at(known_at)
        .filter(parent__isnull=True, valid__contains=on or timezone.localdate())
        .select_related("department")
        .order_by("path")
        .first()
    )
    return placement.department if placement else None


def path_of(
    department: Department, on: dt.date | None = None, known_at: dt.datetime | None = None
) -> str | None:
    """The department's path on a day; None where it does not stand in the tree."""
    rows = Placement.objects.known_at(known_at).filter(department=department)
    path: str | None = (
        rows.filter(valid__contains=on or timezone.localdate()).values_list("path", flat=True).first()
    )
    return path
