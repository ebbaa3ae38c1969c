"""Over which fiscal years a KPI had values or targets, as known at a past moment."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.store.compute import read_known
from kpis.store.rules import KnownRules

Years = tuple[int, int]
# One subquery for each end of each index: the indexes of current and of superseded rows are apart.
_END = """(SELECT {end}(period) FROM {table} t
  WHERE t.kpi_id = k AND t.known_from <= %(known)s AND t.known_to {held}{condition})"""
_TABLES = (("kpis_measurement", " AND NOT pending"), ("kpis_seriestarget", ""))
_BOUNDS = "SELECT k, {} FROM unnest(%(kpis)s::bigint[]) AS k".format(
    ", ".join(
        _END.format(end=end, table=table, held=held, condition=condition)
        for end in ("min", "max")
        for table, condition in _TABLES
        for held in ("IS NULL", "> %(known)s")
    )
)


def known_spans(
    cursor: Any, kpi_ids: Sequence[int], calendar: Calendar, as_of: dt.date, known_at: dt.datetime
) -> dict[int, Years]:
    """The first and last fiscal year of each KPI that was known: those with data, and the year of the day.

    The stored cells of the present have just these years; of a formula those of all it is computed from.
    """
    known = read_known(cursor, kpi_ids, known_at)
    present = calendar.containing(as_of, Frequency.YEAR).ordinal
    reported = {each.kpi_id: each for each in known.rules.values() if not each.is_formula}
    cursor.execute(_BOUNDS, {"kpis": list(reported), "known": known_at})
    spans = {
        kpi_id: _span([o for o in bounds if o is not None], reported[kpi_id], calendar, present)
        for kpi_id, *bounds in cursor.fetchall()
    }
    for code, each in known.rules.items():
        if each.is_formula:
            inputs = [known.rules.get(used) for used in known.graph.below([code])]
            own = [spans[used.kpi_id] for used in inputs if used is not None and not used.is_formula]
            spans[each.kpi_id] = _joined([(present, present), *own])
    return spans


def _span(ordinals: Sequence[int], known: KnownRules, calendar: Calendar, present: int) -> Years:
    frequency = known.rules.frequency
    years = [calendar.fiscal_year_of(Period(frequency, ordinal)) for ordinal in ordinals]
    return min([present, *years]), max([present, *years])


def _joined(spans: Sequence[Years]) -> Years:
    return min(first for first, _ in spans), max(last for _, last in spans)
