"""Which cells hold a value that was corrected after it was due."""

import datetime as dt
from collections import defaultdict
from typing import Any

import numpy as np
from django.db import connection
from django.utils import timezone

from kpis.cells.windows import Wanted, Window, native_window
from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar

# A value counts where its department stood on the last day of its period, in the tree as it is known.
_SQL = """
SELECT DISTINCT w.i::int - 1, m.period
FROM unnest(%(department)s::bigint[], %(kpi)s::bigint[], %(frequency)s::int[], %(first)s::int[],
    %(last)s::int[], %(due_days)s::int[], %(alone)s::bool[])
  WITH ORDINALITY AS w(department, kpi, frequency, first, last, due_days, alone, i)
JOIN kpis_measurement m ON m.kpi_id = w.kpi AND m.period BETWEEN w.first AND w.last
  AND m.known_to IS NOT NULL AND NOT m.pending AND m.known_to <= %(known)s
JOIN unnest(%(day_frequency)s::int[], %(day_period)s::int[], %(day)s::date[])
  AS d(frequency, period, last_day) ON d.frequency = w.frequency AND d.period = m.period
  AND m.known_to >= (d.last_day + w.due_days + 1)::timestamp AT TIME ZONE %(zone)s
JOIN org_placement below ON below.department_id = m.department_id AND below.valid @> d.last_day
  AND below.known_from <= %(known)s AND (below.known_to IS NULL OR below.known_to > %(known)s)
JOIN org_placement above ON above.department_id = w.department AND above.valid @> d.last_day
  AND above.known_from <= %(known)s AND (above.known_to IS NULL OR above.known_to > %(known)s)
  AND below.path >= above.path AND below.path < above.path || '~'
  AND (below.department_id = w.department OR NOT w.alone)
"""


def restated_periods(
    wanted: Wanted,
    windows: list[Window],
    calendar: Calendar,
    year_to_date: bool,
    known_at: dt.datetime | None,
) -> dict[int, frozenset[int]]:
    """For each place in `wanted` the native periods (ordinals) with a restated value; one query.

    A value is restated where another one stood in its place after the day on which it was due: what was
    mended before that day is no restatement. A department whose own value replaces those below it is marked
    for those too.
    """
    natives = [
        native_window(known, window, calendar, year_to_date)
        for (_, known), window in zip(wanted, windows, strict=True)
    ]
    parameters = {
        **_asked(wanted, natives),
        **_days(natives, calendar),
        "known": known_at or timezone.now(),
        "zone": timezone.get_current_timezone_name(),
    }
    found: dict[int, set[int]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(_SQL, parameters)
        for i, period in cursor.fetchall():
            found[i].add(period)
    return {i: frozenset(periods) for i, periods in found.items()}


def _asked(wanted: Wanted, natives: list[Window]) -> dict[str, Any]:
    return {
        "department": [department for department, _ in wanted],
        "kpi": [known.kpi_id for _, known in wanted],
        "frequency": [window.frequency.rank for window in natives],
        "first": [window.first for window in natives],
        "last": [window.last for window in natives],
        "due_days": [known.due_days for _, known in wanted],
        "alone": [known.rules.department_rollup == "none" for _, known in wanted],
    }


def _days(natives: list[Window], calendar: Calendar) -> dict[str, Any]:
    """The last day of every native period that is asked for."""
    spans: dict[Frequency, tuple[int, int]] = {}
    for window in natives:
        first, last = spans.get(window.frequency, (window.first, window.last))
        spans[window.frequency] = (min(first, window.first), max(last, window.last))
    days: dict[str, list[Any]] = {"day_frequency": [], "day_period": [], "day": []}
    for frequency, (first, last) in spans.items():
        ordinals = np.arange(first, last + 1, dtype=np.int64)
        days["day_frequency"] += [frequency.rank] * len(ordinals)
        days["day_period"] += ordinals.tolist()
        days["day"] += [dt.date.fromordinal(int(day)) for day in calendar.last_days(frequency, ordinals)]
    return days
