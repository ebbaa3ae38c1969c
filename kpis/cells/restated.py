"""Which cells hold a value that was corrected after it was due."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import connection
from django.utils import timezone

from kpis.cells.windows import Wanted, Window, native_window
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.formulas.reported import reported_below
from kpis.store.rules import KnownRules

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


@dataclass(frozen=True)
class _Asked:
    """Measurements behind the cells of a place in `wanted`: those of a reported KPI over its own periods."""

    place: int
    department: int
    source: KnownRules
    window: Window


def restated_periods(
    wanted: Wanted,
    windows: list[Window],
    calendar: Calendar,
    year_to_date: bool,
    known_at: dt.datetime | None,
) -> dict[int, frozenset[int]]:
    """For each place in `wanted` the native periods (ordinals) with a restated value.

    One query, and two more where a formula is among them. A value is restated where another one stood in its
    place after the day on which it was due: what was mended before that day is no restatement. A department
    whose own value replaces those below it is marked for those too. A formula is restated in the periods in
    which a value that it is made of was, however deep; one that it only looks back upon (`prev`) does not
    count.
    """
    natives = [
        native_window(known, window, calendar, year_to_date)
        for (_, known), window in zip(wanted, windows, strict=True)
    ]
    asked = _asked(wanted, natives, calendar, known_at)
    parameters = {
        **_columns(asked),
        **_days([each.window for each in asked], calendar),
        "known": known_at or timezone.now(),
        "zone": timezone.get_current_timezone_name(),
    }
    found: dict[int, set[int]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(_SQL, parameters)
        for i, ordinal in cursor.fetchall():
            place, period = asked[i].place, Period(asked[i].window.frequency, ordinal)
            found[place].add(calendar.within(period, wanted[place][1].rules.frequency).ordinal)
    return {place: frozenset(periods) for place, periods in found.items()}


def _asked(
    wanted: Wanted, natives: list[Window], calendar: Calendar, known_at: dt.datetime | None
) -> list[_Asked]:
    """Each reported KPI behind each place, over those of its periods that lie in the place's own."""
    sources = reported_below([known for _, known in wanted], known_at)
    return [
        _Asked(place, wanted[place][0], source, _inside(source, native, calendar))
        for place, native in enumerate(natives)
        for source in sources[wanted[place][1].kpi_id]
    ]


def _inside(source: KnownRules, native: Window, calendar: Calendar) -> Window:
    if source.rules.frequency == native.frequency:
        return native
    return native_window(source, native, calendar, year_to_date=False)


def _columns(asked: list[_Asked]) -> dict[str, Any]:
    return {
        "department": [each.department for each in asked],
        "kpi": [each.source.kpi_id for each in asked],
        "frequency": [each.window.frequency.rank for each in asked],
        "first": [each.window.first for each in asked],
        "last": [each.window.last for each in asked],
        "due_days": [each.source.due_days for each in asked],
        "alone": [each.source.rules.department_rollup == "none" for each in asked],
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
