"""Recording values: never overwritten, corrected by closing a row and adding another."""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.utils import timezone

from core.actions import action
from core.outbox import emit
from kpis.actions.entry import ENTRY_COLUMNS, Entry
from kpis.actions.pending import keep_pending, take_back
from kpis.actions.recorded import Recorded
from kpis.actions.rollup import mark_dirty
from kpis.actions.staging import WRITE_LOCK, lock_kpis, staged_rows
from kpis.enums import MeasurementState
from org.models import User

__all__ = ["Entry", "record_measurements"]

_MATCH = """m.kpi_id = s.kpi_id AND m.period = s.period AND m.department_id = s.department_id
  AND m.known_to IS NULL AND NOT m.pending"""
# A value that came meanwhile: what corrects it is known from now on, whatever was stated before it was there.
_EVER = """EXISTS (SELECT FROM kpis_measurement e
  WHERE e.kpi_id = s.kpi_id AND e.period = s.period AND e.department_id = s.department_id
    AND NOT e.pending)"""
_CLOSE = f"""
UPDATE kpis_measurement m SET known_to = %(now)s FROM {{staged}} s
WHERE {_MATCH} AND m.value <> s.value
"""
_ADD = f"""
INSERT INTO kpis_measurement (kpi_id, department_id, period, value, note, reason, external_id, pending,
    known_from, recorded_by_id, entered_at)
SELECT s.kpi_id, s.department_id, s.period, s.value, s.note, s.reason, s.external_id, false,
    CASE WHEN s.known_since IS NULL OR {_EVER} THEN %(now)s ELSE s.known_since END, %(by)s, %(now)s
FROM {{staged}} s
WHERE NOT EXISTS (SELECT FROM kpis_measurement m WHERE {_MATCH})
RETURNING kpi_id, period
"""
# The KPIs among the given ones where a value has another way to go: whether it needs approval.
_OTHER_WAYS = """
SELECT k.id, k.approval_needed FROM kpis_kpi k
WHERE k.id = ANY(%s) AND (k.approval_needed OR EXISTS (
  SELECT FROM kpis_measurement m WHERE m.kpi_id = k.id AND m.known_to IS NULL AND m.pending))
"""
_HAS_VALUE = """
SELECT kpi_id, department_id, period
FROM unnest(%s::bigint[], %s::bigint[], %s::int[]) AS asked(kpi_id, department_id, period)
WHERE EXISTS (SELECT FROM kpis_measurement m WHERE NOT m.pending
  AND (m.kpi_id, m.department_id, m.period) = (asked.kpi_id, asked.department_id, asked.period))
"""


@action
def record_measurements(*, by: User | None, rows: Sequence[Entry]) -> Recorded:
    """Store values: new ones are added, other ones correct what is there, the same again is no revision.

    Where the KPI asks for approval a value is submitted, and what is there stays until somebody approves it;
    not so of the system itself (`by=None`) and of history whose `known_since` is stated for a first value.

    At most one row a series and period. Marks the KPIs for computation and wakes a worker after the commit.
    """
    if not rows:
        return Recorded()
    with connection.cursor() as cursor:
        kpi_ids = sorted({row.kpi_id for row in rows})
        lock_kpis(cursor, WRITE_LOCK, kpi_ids)
        cursor.execute(_OTHER_WAYS, [kpi_ids])
        ways = dict(cursor.fetchall())
        if not ways:
            return _count(cursor, by, rows)
        counting, waiting = _divided(cursor, by, rows, {kpi for kpi, needed in ways.items() if needed})
        take_back(cursor, [row for row in counting if row.kpi_id in ways])
        return _count(cursor, by, counting) + keep_pending(cursor, by, waiting, MeasurementState.SUBMITTED)


def _count(cursor: Any, by: User | None, rows: Sequence[Entry]) -> Recorded:
    """Store values that count at once."""
    if not rows:
        return Recorded()
    staged, columns = staged_rows(cursor, "measurement_staging", ENTRY_COLUMNS, rows)
    given = {"now": timezone.now(), "by": by.pk if by else None, **columns}
    cursor.execute(_CLOSE.format(staged=staged), given)
    corrected = cursor.rowcount
    cursor.execute(_ADD.format(staged=staged), given)
    changed = cursor.fetchall()
    if changed:
        mark_dirty(changed)
        emit("kpis.measurements_recorded", kpis=sorted({kpi for kpi, _ in changed}), count=len(changed))
    return Recorded(len(changed) - corrected, corrected, len(rows) - len(changed))


def _divided(
    cursor: Any, by: User | None, rows: Sequence[Entry], approved: set[int]
) -> tuple[list[Entry], list[Entry]]:
    """The rows that count at once and those that wait; `approved`: the KPIs that ask for approval."""
    if by is None or not approved:
        return list(rows), []
    stated = [row for row in rows if row.kpi_id in approved and row.known_since is not None]
    known = _with_value(cursor, stated)
    waits = [row.kpi_id in approved and (row.known_since is None or tuple(row[:3]) in known) for row in rows]
    counting = [row for row, wait in zip(rows, waits, strict=True) if not wait]
    return counting, [row for row, wait in zip(rows, waits, strict=True) if wait]


def _with_value(cursor: Any, rows: Sequence[Entry]) -> set[tuple[int, int, int]]:
    """KPI, department and period of the rows for which a value counts or counted."""
    if not rows:
        return set()
    cursor.execute(_HAS_VALUE, [list(key) for key in zip(*(row[:3] for row in rows), strict=True)])
    return set(cursor.fetchall())
