"""Stored cells of KPIs at many departments in a few periods: some of their metrics, as arrays."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from django.db import connection

from kpis.cells.windows import FloatArray, Window
from kpis.engine.frequency import Period
from kpis.engine.layout import grain_of, position
from kpis.engine.periods import Calendar
from kpis.store.binary_copy import FLOAT8, INT2, INT8, copy_out
from kpis.store.reader import index_of
from kpis.store.rules import KnownRules

_FROM = """
FROM kpis_cellyear c WHERE c.department_id = ANY(%(departments)s) AND c.kpi_id = ANY(%(kpis)s)
  AND c.fiscal_year BETWEEN %(first)s AND %(last)s AND c.grain = %(grain)s
"""


def stored_places(
    department_ids: Sequence[int],
    known: Sequence[KnownRules],
    window: Window,
    calendar: Calendar,
    names: Sequence[str],
) -> dict[str, FloatArray]:
    """Metrics by name, [department, KPI, period of the window], NaN where no cell is stored; one query.

    The KPIs are of one native frequency, so that their rows are laid out alike and the places in them are
    numbers of the query: a row is looked at once for all periods, which is much faster than to join them.
    """
    periods = [Period(window.frequency, ordinal) for ordinal in range(window.first, window.last + 1)]
    years = [calendar.fiscal_year_of(period) for period in periods]
    positions = [position(calendar, known[0].rules.frequency, period) for period in periods]
    columns = [f"COALESCE(c.{name}[{place + 1}], 'NaN')" for name in names for place in positions]
    query = f"SELECT c.department_id, c.kpi_id, c.fiscal_year, {', '.join(columns)} {_FROM}"  # numbers only
    parameters: dict[str, Any] = {
        "departments": list(department_ids),
        "kpis": [each.kpi_id for each in known],
        "first": years[0],
        "last": years[-1],
        "grain": int(grain_of(window.frequency)),
    }
    widths = {"department": INT8, "kpi": INT8, "year": INT2} | {
        f"{name}{place}": FLOAT8 for name in names for place in range(len(positions))
    }
    with connection.cursor() as cursor:
        rows = copy_out(cursor, query, parameters, widths)
    d = index_of(np.array(department_ids, dtype=np.int64), rows["department"])
    k = index_of(np.array(parameters["kpis"], dtype=np.int64), rows["kpi"])
    found = {name: np.full((len(department_ids), len(known), window.size), np.nan) for name in names}
    for place, year in enumerate(years):
        of_year = rows["year"] == year
        for name in names:
            found[name][d[of_year], k[of_year], place] = rows[f"{name}{place}"][of_year]
    return found
