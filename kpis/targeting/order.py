"""Whether stored targets fit the direction that their KPI has today; counted in the database."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import connection

from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.models import Definition


class TargetCounts(NamedTuple):
    """Targets of a KPI, and how many of them have lines out of order, so that nothing is scored by them."""

    there: int = 0
    disordered: int = 0


# An empty line compares as unknown, so only what is there can be out of order. A target without a line of its
# own gets one in the order, unless it is 0: zero percent of it is no distance.
_DISORDER = """CASE w.direction
  WHEN 'up' THEN t.red_line >= t.target OR t.best <= t.target OR t.worst >= t.red_line OR t.low IS NOT NULL
  WHEN 'down' THEN t.red_line <= t.target OR t.best >= t.target OR t.worst <= t.red_line OR t.low IS NOT NULL
  ELSE t.low >= t.high OR t.red_low >= t.low OR t.red_high <= t.high OR t.target IS NOT NULL END"""
_SQL = f"""
WITH w AS (
  SELECT * FROM unnest(%s::bigint[], %s::text[], %s::int[], %s::int[]) AS w(kpi, direction, first, last)
), t AS (
  SELECT w.kpi, {_DISORDER} AS wrong FROM w JOIN kpis_seriestarget t ON t.kpi_id = w.kpi
    AND t.known_to IS NULL AND t.period BETWEEN w.first AND w.last
    AND (t.target IS NOT NULL OR t.low IS NOT NULL)
  UNION ALL
  SELECT w.kpi, {_DISORDER} FROM w JOIN kpis_celltarget t ON t.kpi_id = w.kpi AND t.known_to IS NULL
    AND (t.target IS NOT NULL OR t.low IS NOT NULL)
)
SELECT kpi, count(*), count(*) FILTER (WHERE wrong) FROM t GROUP BY kpi
"""


def count_targets(
    definitions: Iterable[Definition], year: Period, calendar: Calendar
) -> dict[int, TargetCounts]:
    """By KPI: the series targets of a fiscal year and all cell targets that hold now; one query."""
    found = list(definitions)
    ranges = [calendar.child_range(year, Frequency(each.frequency)) for each in found]
    keys = [each.kpi_id for each in found], [each.direction for each in found]
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [*keys, [first for first, _ in ranges], [last for _, last in ranges]])
        return {kpi_id: TargetCounts(there, wrong) for kpi_id, there, wrong in cursor.fetchall()}
