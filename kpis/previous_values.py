"""The value before the one that is entered, whose note may be carried on."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import connection

Key = tuple[int, int, int]
"""KPI, department, period (ordinal at the KPI's native frequency)."""


class PreviousValue(NamedTuple):
    """The latest value that counts of an earlier period."""

    period: int
    value: float
    note: str


_SQL = """
SELECT asked.kpi_id, asked.department_id, asked.period, m.period, m.value, m.note
FROM unnest(%s::bigint[], %s::bigint[], %s::int[]) AS asked(kpi_id, department_id, period)
CROSS JOIN LATERAL (
  SELECT period, value, note FROM kpis_measurement m
  WHERE m.kpi_id = asked.kpi_id AND m.department_id = asked.department_id AND m.period < asked.period
    AND m.known_to IS NULL AND NOT m.pending
  ORDER BY m.period DESC LIMIT 1
) m
"""


def previous_values(keys: Iterable[Key]) -> dict[Key, PreviousValue]:
    """For each series and period the value before it, where there is one; one query."""
    columns = [list(each) for each in zip(*keys, strict=True)]
    if not columns:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_SQL, columns)
        return {(row[0], row[1], row[2]): PreviousValue(*row[3:]) for row in cursor.fetchall()}
