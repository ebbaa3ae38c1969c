"""Recording values: never overwritten, corrected by closing a row and adding another."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from core.actions import action
from core.outbox import emit
from kpis.actions.recorded import Recorded
from kpis.actions.rollup import mark_dirty
from kpis.actions.staging import WRITE_LOCK, lock_kpis, stage
from org.models import User


class Entry(NamedTuple):
    """A checked value of a series for one native period (by ordinal); see `kpis.intake` for the checks."""

    kpi_id: int
    department_id: int
    period: int
    value: float
    note: str = ""
    reason: str = ""
    external_id: str = ""
    known_since: dt.datetime | None = None


_COLUMNS = [
    ("kpi_id", "bigint"),
    ("department_id", "bigint"),
    ("period", "int"),
    ("value", "float8"),
    ("note", "text"),
    ("reason", "text"),
    ("external_id", "text"),
    ("known_since", "timestamptz"),
]
_MATCH = """m.kpi_id = s.kpi_id AND m.period = s.period AND m.department_id = s.department_id
  AND m.known_to IS NULL AND NOT m.pending"""
# A value that came meanwhile: what corrects it is known from now on, whatever was stated before it was there.
_EVER = """EXISTS (SELECT FROM kpis_measurement e
  WHERE e.kpi_id = s.kpi_id AND e.period = s.period AND e.department_id = s.department_id)"""
_CLOSE = f"""
UPDATE kpis_measurement m SET known_to = %(now)s FROM measurement_staging s
WHERE {_MATCH} AND m.value <> s.value
"""
_ADD = f"""
INSERT INTO kpis_measurement (kpi_id, department_id, period, value, note, reason, external_id, pending,
    known_from, recorded_by_id, entered_at)
SELECT s.kpi_id, s.department_id, s.period, s.value, s.note, s.reason, s.external_id, false,
    CASE WHEN s.known_since IS NULL OR {_EVER} THEN %(now)s ELSE s.known_since END, %(by)s, %(now)s
FROM measurement_staging s
WHERE NOT EXISTS (SELECT FROM kpis_measurement m WHERE {_MATCH})
RETURNING kpi_id, period
"""


@action
def record_measurements(*, by: User | None, rows: Sequence[Entry]) -> Recorded:
    """Store values: new ones are added, other ones correct what is there, the same again is no revision.

    At most one row a series and period. Marks the KPIs for computation and wakes a worker after the commit.
    """
    if not rows:
        return Recorded()
    moment = {"now": timezone.now(), "by": by.pk if by else None}
    with connection.cursor() as cursor:
        lock_kpis(cursor, WRITE_LOCK, (row.kpi_id for row in rows))
        stage(cursor, "measurement_staging", _COLUMNS, rows)
        cursor.execute(_CLOSE, moment)
        corrected = cursor.rowcount
        cursor.execute(_ADD, moment)
        changed = cursor.fetchall()
    if changed:
        mark_dirty(changed)
        emit("kpis.measurements_recorded", kpis=sorted({kpi for kpi, _ in changed}), count=len(changed))
    return Recorded(len(changed) - corrected, corrected, len(rows) - len(changed))
