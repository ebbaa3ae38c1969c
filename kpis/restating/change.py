"""One thing that was said otherwise before."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from org.models import Placement


class Kind(StrEnum):
    """What was changed."""

    VALUE = "value"
    TARGET = "target"
    DEFINITION = "definition"
    LINK = "link"
    PLACEMENT = "placement"
    WEIGHT = "weight"
    DEPARTMENT = "department"


@dataclass(frozen=True)
class Change:
    """What was changed, at which department and period (empty: not of one), from what to what, by whom.

    `code`: of the KPI, objective, perspective or department that it is about; `before` and `after` are
    written for people; the numbers of a corrected value are in `old` and `new`.
    """

    kind: Kind
    code: str
    name: str
    before: str
    after: str
    at: dt.datetime
    by: str = ""
    reason: str = ""
    department: str = ""
    period: str = ""
    old: float | None = None
    new: float | None = None


@dataclass(frozen=True)
class Span:
    """After one moment up to another, for some KPIs at a department (by its path) and all below it."""

    after: dt.datetime
    until: dt.datetime
    kpi_ids: tuple[int, ...]
    path: str

    def superseded(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Rows of the KPIs that stopped being known in the span."""
        return rows.filter(kpi__in=self.kpi_ids, known_to__gt=self.after, known_to__lte=self.until)

    def here(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Those at the department or below it, in the tree as known at the end of the span."""
        day = timezone.localdate(self.until)
        below = Placement.objects.known_at(self.until).filter(
            path__gte=self.path, path__lt=f"{self.path}~", valid__contains=day
        )
        return rows.filter(department__in=below.values("department"))
