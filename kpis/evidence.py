"""Files that show where values come from, for those who enter, approve or lead there."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from kpis.models import Evidence
from kpis.near import near, with_place

Key = tuple[int, int, int]
"""KPI, department, period (ordinal at the KPI's native frequency)."""


def visible_evidence(user: Any) -> QuerySet[Evidence]:
    """The files the user may know of, removed ones too, without what they hold; with their place."""
    rows = with_place(near(user, Evidence.objects.all(), "uploaded_by"))
    return rows.defer("content").select_related("kpi", "department", "uploaded_by", "removed_by")


def evidence_of(user: Any, keys: Iterable[Key]) -> dict[Key, list[Evidence]]:
    """For each series and period the files that are kept, the oldest first; one query."""
    wanted = set(keys)
    if not wanted:
        return {}
    kpis, departments, periods = (set(each) for each in zip(*wanted, strict=True))
    rows = visible_evidence(user).filter(
        kpi__in=kpis, department__in=departments, period__in=periods, removed_at__isnull=True
    )
    found: dict[Key, list[Evidence]] = {}
    for each in rows.order_by("uploaded_at", "pk"):
        key = (each.kpi_id, each.department_id, each.period)
        if key in wanted:
            found.setdefault(key, []).append(each)
    return found
