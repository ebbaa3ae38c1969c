"""Targets of series, closed and added like values."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from core.actions import action
from kpis.actions.recorded import Recorded
from kpis.actions.rollup import mark_dirty
from kpis.actions.staging import WRITE_LOCK, lock_kpis, stage
from org.models import User


class TargetEntry(NamedTuple):
    """A checked target of a series for one native period (by ordinal), with the lines around it."""

    kpi_id: int
    department_id: int
    period: int
    target: float | None = None
    red_line: float | None = None
    best: float | None = None
    worst: float | None = None
    low: float | None = None
    high: float | None = None
    red_low: float | None = None
    red_high: float | None = None
    note: str = ""


_ANCHORS = ("target", "red_line", "best", "worst", "low", "high", "red_low", "red_high")
_NAMES = ", ".join(_ANCHORS)
_STAGED = ", ".join(f"s.{name}" for name in _ANCHORS)
_STORED = ", ".join(f"t.{name}" for name in _ANCHORS)
_COLUMNS = [
    ("kpi_id", "bigint"),
    ("department_id", "bigint"),
    ("period", "int"),
    *((name, "float8") for name in _ANCHORS),
    ("note", "text"),
]
_MATCH = (
    "t.kpi_id = s.kpi_id AND t.period = s.period AND t.department_id = s.department_id AND t.known_to IS NULL"
)
_CLOSE = f"""
UPDATE kpis_seriestarget t SET known_to = %(now)s FROM target_staging s
WHERE {_MATCH} AND ({_STORED}) IS DISTINCT FROM ({_STAGED})
"""
_ADD = f"""
INSERT INTO kpis_seriestarget (kpi_id, department_id, period, {_NAMES}, note, known_from, recorded_by_id)
SELECT s.kpi_id, s.department_id, s.period, {_STAGED}, s.note, %(now)s, %(by)s
FROM target_staging s WHERE NOT EXISTS (SELECT FROM kpis_seriestarget t WHERE {_MATCH})
RETURNING kpi_id, period
"""


@action
def set_targets(*, by: User | None, rows: Sequence[TargetEntry]) -> Recorded:
    """Store targets of series; the same again is no change. Marks the KPIs for computation."""
    if not rows:
        return Recorded()
    moment = {"now": timezone.now(), "by": by.pk if by else None}
    with connection.cursor() as cursor:
        lock_kpis(cursor, WRITE_LOCK, (row.kpi_id for row in rows))
        stage(cursor, "target_staging", _COLUMNS, rows)
        cursor.execute(_CLOSE, moment)
        corrected = cursor.rowcount
        cursor.execute(_ADD, moment)
        changed = cursor.fetchall()
    if changed:
        mark_dirty(changed)
    return Recorded(len(changed) - corrected, corrected, len(rows) - len(changed))
