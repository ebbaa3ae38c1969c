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
    bounds = [
        _bounds(known.rules.frequency, window, calendar, year_to_date)
        for (_, known), window in zip(wanted, windows, strict=True)
    ]
    keys: dict[str, Any] = {
        "department": [department for department, _ in wanted],
        "kpi": [known.kpi_id for _, known in wanted],
        **{name: [each[place] for each in bounds] for place, name in enumerate(_BOUNDS)},
    }
    statement = _YEAR_TO_DATE if year_to_date else _IN_PERIOD
    with connection.cursor() as cursor:
        records = copy_out(cursor, statement, keys, _COLUMNS)
    return _scatter(records, windows, calendar)


@lru_cache(maxsize=1024)  # hundreds of KPIs are read over the same window
def _bounds(
    native: Frequency, window: Window, calendar: Calendar, year_to_date: bool
) -> tuple[int, int, int, int, int, int, int, int]:
    """What is wanted of the rows of a KPI, in the order of `_BOUNDS`; arrays of PostgreSQL begin at 1.

    Of the first and the last year only what lies in the window.
    """
    layout = row_layout(native, grain_of(window.frequency))
    section = layout.ytd if year_to_date else layout.section(window.frequency)
    first, last = window.years(calendar)
    begin = section.offset + 1
    return (
        int(layout.grain),
        begin,
        section.offset + section.size,
        section.size if year_to_date else layout.length,
        first,
        last,
        begin + window.first - _first_of(first, window, calendar),
        begin + window.last - _first_of(last, window, calendar),
    )


def _first_of(year: int, window: Window, calendar: Calendar) -> int:
    """The ordinal of the first of a fiscal year's periods of the window's frequency."""
    return calendar.child_range(Period(Frequency.YEAR, year), window.frequency)[0]


def _scatter(records: Records, windows: list[Window], calendar: Calendar) -> list[FloatArray]:
    """Metrics [metric, period] of each window; those of one window are filled at once."""
    filled: dict[int, FloatArray] = {}
    values = np.array([records[name] for name in METRICS], dtype=np.float64)
    index, places, years = (records[name].astype(np.int64) for name in ("i", "place", "year"))
    each_window = {window: number for number, window in enumerate(dict.fromkeys(windows))}
    number_of = np.array([each_window[window] for window in windows], dtype=np.int64)
    for window, number in each_window.items():
        wanted = np.flatnonzero(number_of == number)
        rows = np.flatnonzero(number_of[index - 1] == number)
        found, year_of = np.unique(years[rows], return_inverse=True)
        firsts = np.array([_first_of(int(year), window, calendar) for year in found], dtype=np.int64)
        block = np.full((len(wanted), len(METRICS), window.size), np.nan)
        columns = places[rows] + firsts[year_of] - window.first
        block[np.searchsorted(wanted, index[rows] - 1), :, columns] = values[:, rows].T
        filled.update(zip(wanted.tolist(), block, strict=True))
    return [filled[i] for i in range(len(windows))]
