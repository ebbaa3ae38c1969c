"""Reading stored cells: many KPIs at many departments in one query, as arrays."""

from functools import lru_cache
from typing import Any

import numpy as np
from django.db import connection

from kpis.cells.windows import BLOCKS, METRICS, PLAIN, FloatArray, Wanted, Window
from kpis.engine.frequency import Frequency, Period
from kpis.engine.layout import grain_of, row_layout
from kpis.engine.periods import Calendar
from kpis.store.binary_copy import FLOAT8, INT2, INT4, Records, copy_out


def _statement(prefix: str) -> str:
    """The one query. What is wanted comes as arrays, so that it is the same for ten and for 400 KPIs."""
    whole, to_date = f"c.{prefix}anchors", f"c.{prefix}anchors_to_date"
    return f"""
SELECT w.i::int, c.fiscal_year, (p.pos - w.lo)::int,
  {", ".join(f"COALESCE(c.{prefix}{m}[p.pos], 'NaN')" for m in PLAIN)},
  {", ".join(f"COALESCE({whole}[{b} * w.n + p.pos], 'NaN')" for b in range(BLOCKS))},
  {", ".join(f"COALESCE({to_date}[{b} * w.n + p.pos], 'NaN')" for b in range(BLOCKS))}
FROM unnest(%(department)s::bigint[], %(kpi)s::bigint[], %(grain)s::smallint[], %(lo)s::int[], %(hi)s::int[],
    %(n)s::int[], %(first)s::int[], %(last)s::int[], %(start)s::int[], %(stop)s::int[])
  WITH ORDINALITY AS w(department, kpi, grain, lo, hi, n, first, last, start, stop, i)
JOIN kpis_cellyear c ON c.department_id = w.department AND c.kpi_id = w.kpi AND c.grain = w.grain
  AND c.fiscal_year BETWEEN w.first AND w.last
CROSS JOIN LATERAL generate_series(CASE c.fiscal_year WHEN w.first THEN w.start ELSE w.lo END,
    CASE c.fiscal_year WHEN w.last THEN w.stop ELSE w.hi END) AS p(pos)
"""


_IN_PERIOD, _YEAR_TO_DATE = _statement(""), _statement("ytd_")
_BOUNDS = ("grain", "lo", "hi", "n", "first", "last", "start", "stop")
_COLUMNS = {"i": INT4, "year": INT2, "place": INT4, **dict.fromkeys(METRICS, FLOAT8)}


def stored_metrics(
    wanted: Wanted, windows: list[Window], calendar: Calendar, year_to_date: bool
) -> list[FloatArray]:
    """For each wanted one its metrics [metric, period of the window], NaN where no cell is stored."""
    bounds: dict[str, list[int]] = {name: [] for name in _BOUNDS}
    for (_, known), window in zip(wanted, windows, strict=True):
        layout = row_layout(known.rules.frequency, grain_of(window.frequency))
        section = layout.ytd if year_to_date else layout.section(window.frequency)
        first, last = window.years(calendar)
        bounds["grain"].append(int(layout.grain))
        bounds["lo"].append(section.offset + 1)  # arrays of PostgreSQL begin at 1
        bounds["hi"].append(section.offset + section.size)
        bounds["n"].append(section.size if year_to_date else layout.length)
        bounds["first"].append(first)
        bounds["last"].append(last)
        # Of the first and the last year only what lies in the window.
        bounds["start"].append(section.offset + 1 + window.first - _first_of(first, window, calendar))
        bounds["stop"].append(section.offset + 1 + window.last - _first_of(last, window, calendar))
    keys: dict[str, Any] = {
        "department": [department for department, _ in wanted],
        "kpi": [known.kpi_id for _, known in wanted],
    }
    statement = _YEAR_TO_DATE if year_to_date else _IN_PERIOD
    with connection.cursor() as cursor:
        records = copy_out(cursor, statement, keys | bounds, _COLUMNS)
    return _scatter(records, windows, calendar)


def _first_of(year: int, window: Window, calendar: Calendar) -> int:
    """The ordinal of the first of a fiscal year's periods of the window's frequency."""
    return _first_ordinal(window.frequency, year, calendar)


@lru_cache(maxsize=1024)  # hundreds of KPIs are read over the same window
def _first_ordinal(frequency: Frequency, year: int, calendar: Calendar) -> int:
    return calendar.child_range(Period(Frequency.YEAR, year), frequency)[0]


def _scatter(records: Records, windows: list[Window], calendar: Calendar) -> list[FloatArray]:
    filled = [window.empty() for window in windows]
    values = np.array([records[name] for name in METRICS], dtype=np.float64)
    places = records["place"].astype(np.int64)
    index = records["i"].astype(np.int64) - 1
    # Rows of one KPI and year come together; each stretch goes to its columns at once.
    edges = np.flatnonzero(np.diff(index * 100_000 + records["year"].astype(np.int64))) + 1
    for rows in np.split(np.arange(len(records)), edges):
        if not len(rows):
            continue
        window = windows[index[rows[0]]]
        first = _first_of(int(records["year"][rows[0]]), window, calendar)
        columns = places[rows] + first - window.first
        inside = (columns >= 0) & (columns < window.size)
        filled[index[rows[0]]][:, columns[inside]] = values[:, rows[inside]]
    return filled
