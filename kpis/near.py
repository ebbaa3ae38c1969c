"""What is near somebody: rows about departments where they enter, approve or lead.

Values that wait and files of evidence are shown to those; values that count are shown to all.
"""

from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from kpis.models import Series
from org.enums import Role
from org.models import Placement
from org.roles import held_by

Rows = TypeVar("Rows", bound=QuerySet[Any])


def with_place(rows: Rows) -> Rows:
    """Rows of a KPI and a department with `path`, the department's path today, and `steward_id`.

    As permissions ask for them; departments that left the tree are left out.
    """
    series = Series.objects.filter(kpi=OuterRef("kpi"), department=OuterRef("department"))
    return rows.annotate(path=_path(), steward_id=Subquery(series.values("steward")[:1])).filter(
        path__isnull=False
    )


def near(user: Any, rows: Rows, author: str, *also: Q) -> Rows:
    """The rows that the user wrote (field `author`), stewards or reaches by a role, and what `also` holds."""
    stewarded = Series.objects.filter(kpi=OuterRef("kpi"), department=OuterRef("department"), steward=user.pk)
    reached = within(user, Role.EXECUTIVE, Role.SMO_STAFF, Role.DEPARTMENT_HEAD, on="place")
    shown = Q(**{author: user.pk}) | Exists(stewarded) | reached
    for each in also:
        shown = each | shown
    return rows.alias(place=_path()).filter(shown)


def within(user: Any, *roles: str, on: str = "path") -> Q:
    """Rows of departments on which one of the roles is held today; `on` names their path."""
    reach = Q(pk__in=[])
    for path in held_by(user).paths(*roles):
        reach |= Q(**{f"{on}__startswith": path})
    return reach


def _path() -> Subquery:
    placed = Placement.objects.current().filter(
        department=OuterRef("department"), valid__contains=timezone.localdate()
    )
    return Subquery(placed.values("path")[:1])
