"""Values that wait: drafts, submitted and returned ones. They count nowhere; a new one closes the old."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from core.outbox import emit
from kpis.actions.entry import ENTRY_COLUMNS, Entry
from kpis.actions.recorded import Recorded
from kpis.actions.staging import stage
from kpis.enums import MeasurementState
from org.models import User

_KEY = "m.kpi_id = s.kpi_id AND m.period = s.period AND m.department_id = s.department_id"
_WAITING = f"{_KEY} AND m.known_to IS NULL AND m.pending"
# Says nothing new: what waits already, and what counts already.
_SAME = """m.state = %(state)s AND m.value = s.value AND m.note = s.note AND m.reason = s.reason"""
_COUNTS = f"""EXISTS (SELECT FROM kpis_measurement m
  WHERE {_KEY} AND m.known_to IS NULL AND NOT m.pending AND m.value = s.value)"""
_CLOSE = f"""
UPDATE kpis_measurement m SET known_to = %(now)s FROM pending_staging s
WHERE {_WAITING} AND NOT ({_SAME})
"""
_ADD = f"""
INSERT INTO kpis_measurement (kpi_id, department_id, period, value, note, reason, external_id, pending, state,
    known_from, recorded_by_id, entered_at)
SELECT s.kpi_id, s.department_id, s.period, s.value, s.note, s.reason, s.external_id, true, %(state)s,
    %(now)s, %(by)s, %(now)s
FROM pending_staging s
WHERE NOT {_COUNTS} AND NOT EXISTS (SELECT FROM kpis_measurement m WHERE {_WAITING})
RETURNING kpi_id
"""
_TAKE_BACK = f"UPDATE kpis_measurement m SET known_to = %(now)s FROM pending_staging s WHERE {_WAITING}"


def keep_pending(cursor: Any, by: User | None, rows: Sequence[Entry], state: MeasurementState) -> Recorded:
    """Keep values as drafts or submitted ones; one that waited for the same period is closed.

    A value that counts already takes back what waited: nothing is left to approve. The caller holds the
    KPIs' `WRITE_LOCK`.
    """
    if not rows:
        return Recorded()
    said = {"now": timezone.now(), "by": by.pk if by else None, "state": str(state)}
    stage(cursor, "pending_staging", ENTRY_COLUMNS, rows)
    cursor.execute(_CLOSE, said)
    cursor.execute(_ADD, said)
    kept = [kpi for (kpi,) in cursor.fetchall()]
    unchanged = len(rows) - len(kept)
    if state == MeasurementState.DRAFT:
        return Recorded(unchanged=unchanged, drafts=len(kept))
    if kept:
        emit("kpis.values_submitted", kpis=sorted(set(kept)), count=len(kept))
    return Recorded(unchanged=unchanged, submitted=len(kept))


def take_back(cursor: Any, rows: Sequence[Entry]) -> int:
    """Close what waits for the rows' series and periods, since another value counts now; how many."""
    if not rows:
        return 0
    stage(cursor, "pending_staging", ENTRY_COLUMNS, rows)
    cursor.execute(_TAKE_BACK, {"now": timezone.now()})
    return int(cursor.rowcount)
