"""Which values are missing in cells: of which department, for which period, and who would report them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.rules import DepartmentRollup
from kpis.store.rules import KnownRules

MOST = 200


@dataclass(frozen=True)
class MissingValue:
    """A value that was expected and is not in. `awaiting`: it was entered and waits for approval."""

    kpi_id: int
    kpi: str
    kpi_code: str
    period: Period
    department_code: str
    department: str
    steward_id: int | None
    steward: str
    steward_email: str
    due_on: dt.date
    awaiting: bool

    def is_late(self, as_of: dt.date) -> bool:
        """Whether the day by which it was due has passed."""
        return as_of > self.due_on


_SQL = """
SELECT w.kpi, k.name, k.code, w.period, d.code, COALESCE(NULLIF(d.short_name, ''), d.name),
  u.id, COALESCE(u.name, ''), COALESCE(u.email, ''), w.day,
  EXISTS (SELECT FROM kpis_measurement m WHERE m.kpi_id = w.kpi AND m.period = w.period
    AND m.department_id = s.department_id AND m.pending AND m.state = 'submitted' AND {m})
FROM unnest(%(kpi)s::bigint[], %(period)s::int[], %(day)s::date[], %(alone)s::bool[])
  AS w(kpi, period, day, alone)
JOIN kpis_kpi k ON k.id = w.kpi
JOIN kpis_series s ON s.kpi_id = w.kpi
JOIN kpis_seriesterm t ON t.series_id = s.id AND t.valid @> w.day AND {t}
JOIN org_placement p ON p.department_id = s.department_id AND p.valid @> w.day AND {p}
JOIN org_placement top ON top.department_id = %(department)s AND top.valid @> w.day AND {top}
JOIN org_department d ON d.id = s.department_id
LEFT JOIN org_user u ON u.id = s.steward_id
WHERE p.path >= top.path AND p.path < top.path || '~' AND (p.path = top.path OR NOT w.alone)
  AND NOT EXISTS (SELECT FROM kpis_measurement m WHERE m.kpi_id = w.kpi AND m.period = w.period
    AND m.department_id = s.department_id AND NOT m.pending AND {m})
ORDER BY w.day, d.name, w.kpi LIMIT {most}
"""
_CURRENT = "{0}.known_to IS NULL"
_KNOWN = "({0}.known_from <= %(known)s AND ({0}.known_to IS NULL OR {0}.known_to > %(known)s))"


def missing_values(
    wanted: Sequence[tuple[KnownRules, Period]],
    department_id: int,
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
) -> list[MissingValue]:
    """What is expected in cells of reported KPIs at a department and not in, the longest missing first.

    At most `MOST` values; one query. `known_at`: as was known at a moment (None: now).
    """
    asked = (row for known, period in wanted for row in _native_rows(known, period, calendar, as_of))
    rows = list(dict.fromkeys(asked))
    if not rows:
        return []
    names = ("kpi", "period", "day", "alone")
    parameters: dict[str, Any] = {name: [row[i] for row in rows] for i, name in enumerate(names)}
    condition = _CURRENT if known_at is None else _KNOWN
    sql = _SQL.format(most=MOST, **{alias: condition.format(alias) for alias in ("m", "t", "p", "top")})
    with connection.cursor() as cursor:
        cursor.execute(sql, {**parameters, "department": department_id, "known": known_at})
        found = cursor.fetchall()
    rules = {known.kpi_id: known for known, _ in wanted}
    return [_value(rules[row[0]], row) for row in found]


def _native_rows(
    known: KnownRules, period: Period, calendar: Calendar, as_of: dt.date
) -> list[tuple[int, int, dt.date, bool]]:
    """KPI, native period, its last day, whether the department stands alone: of what has ended in a cell."""
    native = known.rules.frequency
    if known.rules.formula:
        return []
    held = period.frequency.is_finer_than(native)
    first, last = (period.ordinal,) * 2 if held else calendar.child_range(period, native)
    alone = known.rules.department_rollup == DepartmentRollup.NONE
    days = ((ordinal, calendar.end(Period(native, ordinal))) for ordinal in range(first, last + 1))
    return [(known.kpi_id, ordinal, day, alone) for ordinal, day in days if day <= as_of]


def _value(known: KnownRules, row: tuple[Any, ...]) -> MissingValue:
    kpi_id, kpi, kpi_code, ordinal, code, department, steward_id, steward, email, day, awaiting = row
    return MissingValue(
        kpi_id=kpi_id,
        kpi=kpi,
        kpi_code=kpi_code,
        period=Period(Frequency(known.rules.frequency), ordinal),
        department_code=code,
        department=department,
        steward_id=steward_id,
        steward=steward,
        steward_email=email,
        due_on=day + dt.timedelta(days=known.due_days),
        awaiting=awaiting,
    )
