"""Statuses set by hand: what holds on a cell, and what held before."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from kpis.engine.frequency import Frequency, Period
from kpis.models import KPI, StatusOverride
from kpis.queries import visible_to
from kpis.reading import KpiReading

MOST = 6


def visible_overrides(user: Any) -> QuerySet[StatusOverride]:
    """Overrides of the KPIs that the user may know of, lifted and replaced ones too."""
    rows = StatusOverride.objects.filter(kpi__in=visible_to(user))
    return rows.select_related("kpi", "department", "recorded_by", "lifted_by")


@dataclass(frozen=True)
class PastOverride:
    """An override of a KPI at a department: its row, its period, and whether it holds on the day."""

    row: StatusOverride
    period: Period
    holds: bool


def overrides_here(user: Any, kpi: KPI, reading: KpiReading) -> list[PastOverride]:
    """The latest overrides of a KPI at the department of a reading, as known then; one query."""
    rows = visible_overrides(user).filter(kpi=kpi, department_id=reading.department.id)
    if reading.known_at is not None:
        rows = rows.filter(known_from__lte=reading.known_at)
    return [
        PastOverride(row, Period(Frequency(row.frequency), row.period), _holds(row, reading))
        for row in rows.order_by("-known_from", "-pk")[:MOST]
    ]


def _holds(row: StatusOverride, reading: KpiReading) -> bool:
    return holds_on(row, reading.as_of, reading.known_at)


def holds_on(row: StatusOverride, day: dt.date, known_at: dt.datetime | None = None) -> bool:
    """Whether an override counts at the end of a day, as known at a moment (None: now)."""
    lifted = row.known_to is not None and (known_at is None or row.known_to <= known_at)
    return not lifted and day <= row.expires_on
