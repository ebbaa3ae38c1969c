"""What people did to the values behind a cell: entries, corrections and the notes they left."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, Window
from django.db.models.functions import Lag

from kpis.as_of import AsOf
from kpis.models import KPI, Measurement
from org.models import Placement
from org.queries import TreeNode

MOST = 200


@dataclass(frozen=True)
class Revision:
    """One value as it was stored: what it replaced (None: nothing), by whom, when, why."""

    department_id: int
    department: str
    period: int  # ordinal at the KPI's native frequency
    value: float
    before: float | None
    by: str
    at: dt.datetime
    reason: str
    note: str
    department_code: str = ""
    period_code: str = ""  # as an address names it; filled in by who knows the KPI's frequency

    @property
    def is_correction(self) -> bool:
        """Whether another value stood there before."""
        return self.before is not None


def read_revisions(
    kpi: KPI,
    department: TreeNode,
    periods: tuple[int, int],
    own: tuple[int, int],
    as_of: AsOf,
) -> list[Revision]:
    """Corrections and notes of native `periods` in the subtree, the latest first; one query.

    Of the department's own values in the periods `own` every entry, also those that corrected nothing. In the
    past, those that were made by then.
    """
    made = {"known_from__lte": as_of.known_at} if as_of.known_at else {}
    rows = (
        Measurement.objects.filter(kpi=kpi, period__range=periods, pending=False, **made)
        .filter(department__in=_subtree(department, as_of))
        .annotate(
            before=Window(
                Lag("value"),
                partition_by=[F("department_id"), F("period")],
                order_by=[F("known_from").asc(), F("pk").asc()],
            )
        )
        .filter(
            Q(before__isnull=False)
            | (~Q(note="") & Q(department_id=department.id))
            | Q(department_id=department.id, period__range=own)
        )
        .select_related("recorded_by", "department")
        .order_by("-known_from", "-pk")
    )
    return [_revision(row) for row in rows[:MOST]]


def _subtree(department: TreeNode, as_of: AsOf) -> Any:
    """The department and all below it on the day, as a subquery."""
    return (
        Placement.objects.known_at(as_of.known_at)
        .filter(path__startswith=department.path, valid__contains=as_of.day)
        .values("department_id")
    )


def _revision(row: Measurement) -> Revision:
    return Revision(
        department_id=row.department_id,
        department=row.department.label,
        period=row.period,
        value=row.value,
        before=vars(row)["before"],
        by=str(row.recorded_by) if row.recorded_by else "",
        at=row.known_from,
        reason=row.reason,
        note=row.note,
        department_code=row.department.code,
    )


def within(revisions: Iterable[Revision], periods: tuple[int, int]) -> list[Revision]:
    """Those of native periods from the first to the last given."""
    first, last = periods
    return [each for each in revisions if first <= each.period <= last]
