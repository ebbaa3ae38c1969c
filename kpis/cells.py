"""Reading cells: many KPIs at one department over consecutive periods, in one query, as arrays."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from kpis.engine.frequency import Frequency, Period
from kpis.engine.layout import grain_of, row_layout
from kpis.engine.periods import Calendar
from kpis.engine.scoring import State, Status
from kpis.engine.states import CellFacts, cell_state, coverage, held_periods
from kpis.store.binary_copy import FLOAT8, INT2, INT4, Records, copy_out
from kpis.store.rules import KnownRules

FloatArray = NDArray[np.float64]

_PLAIN = ("value", "score", "active", "expected", "reported", "filled", "as_at")
_BLOCKS = 4


def _statement(prefix: str) -> str:
    """The one query. What is wanted comes as arrays, so that it is the same for ten and for 400 KPIs."""
    whole, to_date = f"c.{prefix}anchors", f"c.{prefix}anchors_to_date"
    return f"""
SELECT w.i::int, c.fiscal_year, (p.pos - w.lo)::int,
  {", ".join(f"COALESCE(c.{prefix}{m}[p.pos], 'NaN')" for m in _PLAIN)},
  {", ".join(f"COALESCE({whole}[{b} * w.n + p.pos], 'NaN')" for b in range(_BLOCKS))},
  {", ".join(f"COALESCE({to_date}[{b} * w.n + p.pos], 'NaN')" for b in range(_BLOCKS))}
FROM unnest(%(department)s::bigint[], %(kpi)s::bigint[], %(grain)s::smallint[], %(lo)s::int[], %(hi)s::int[],
    %(n)s::int[], %(first)s::int[], %(last)s::int[])
  WITH ORDINALITY AS w(department, kpi, grain, lo, hi, n, first, last, i)
JOIN kpis_cellyear c ON c.department_id = w.department AND c.kpi_id = w.kpi AND c.grain = w.grain
  AND c.fiscal_year BETWEEN w.first AND w.last
CROSS JOIN LATERAL generate_series(w.lo, w.hi) AS p(pos)
"""


_IN_PERIOD, _YEAR_TO_DATE = _statement(""), _statement("ytd_")
_COLUMNS = {
    "i": INT4,
    "year": INT2,
    "place": INT4,
    **dict.fromkeys(_PLAIN, FLOAT8),
    **{f"whole{b}": FLOAT8 for b in range(_BLOCKS)},
    **{f"to_date{b}": FLOAT8 for b in range(_BLOCKS)},
}


@dataclass(frozen=True)
class Cell:
    """One KPI's number at a department and period, with what a page says about it. NaN is None.

    `anchors`: target, red line, best, worst (band: low, red low, high, red high) of the whole period;
    `anchors_to_date`: over the pairs with an actual, which is what the score compares with.
    `shown`: the period the number is of, another than asked for where it is held.
    """

    value: float | None
    score: float | None
    anchors: tuple[float | None, ...]
    anchors_to_date: tuple[float | None, ...]
    status: Status | State
    reported: int
    expected: int
    coverage: float
    shown: Period
    held: bool
    to_date: bool
    carried: bool
    as_at: Period | None

    @property
    def target(self) -> float | None:
        """What the number is compared with: the target to date, before any actual the period's."""
        return self.anchors[0] if self.anchors_to_date[0] is None else self.anchors_to_date[0]

    @property
    def applicable(self) -> bool:
        """Whether the KPI counts at this department and period at all."""
        return self.status != State.NOT_APPLICABLE

    @property
    def not_due(self) -> bool:
        """Whether nothing is expected of it yet and nothing is there."""
        return self.status == State.NOT_DUE


@dataclass(frozen=True)
class CellGrid:
    """Cells [KPI][period], in the order asked for."""

    periods: tuple[Period, ...]
    cells: dict[int, list[Cell]]


@dataclass(frozen=True)
class _Window:
    """The native or coarser periods of one KPI that are read: consecutive ordinals of one frequency."""

    frequency: Frequency
    first: int
    last: int


def read_cells(
    department_id: int,
    known: Sequence[KnownRules],
    periods: Sequence[Period],
    calendar: Calendar,
    as_of: dt.date,
) -> CellGrid:
    """Cells of KPIs at a department over consecutive periods of one frequency; one query.

    A KPI that is measured less often than the periods shows the latest of its own that has ended (*held*).
    """
    rows = read_many([(department_id, each) for each in known], periods, calendar, as_of)
    return CellGrid(tuple(periods), {each.kpi_id: row for each, row in zip(known, rows, strict=True)})


def read_many(
    wanted: Sequence[tuple[int, KnownRules]],
    periods: Sequence[Period],
    calendar: Calendar,
    as_of: dt.date,
    *,
    year_to_date: bool = False,
) -> list[list[Cell]]:
    """For each wanted (department, KPI) its cells over the periods; one query, as `read_cells`.

    `year_to_date`: from the start of the fiscal year through each period's end; the periods must be of the
    frequency for which that is stored: the KPI's own, or months where it is finer.
    """
    windows = [_window(known, periods, calendar) for _, known in wanted]
    rows = _read(wanted, windows, calendar, year_to_date)
    return [
        _KpiCells(known, window, values, calendar, as_of).at(periods)
        for (_, known), window, values in zip(wanted, windows, rows, strict=True)
    ]


def _window(known: KnownRules, periods: Sequence[Period], calendar: Calendar) -> _Window:
    native = known.rules.frequency
    if not periods[0].frequency.is_finer_than(native):
        return _Window(periods[0].frequency, periods[0].ordinal, periods[-1].ordinal)
    first = held_periods(calendar, native, periods[0], known.due_days)[-1]
    last = calendar.containing(calendar.end(periods[-1]), native)
    return _Window(native, first.ordinal, last.ordinal)


def _read(
    wanted: Sequence[tuple[int, KnownRules]],
    windows: Sequence[_Window],
    calendar: Calendar,
    year_to_date: bool,
) -> list[FloatArray]:
    """For each wanted one its metrics [metric, period of the window], NaN where no cell is stored."""
    bounds: dict[str, list[int]] = {name: [] for name in ("grain", "lo", "hi", "n", "first", "last")}
    for (_, known), window in zip(wanted, windows, strict=True):
        layout = row_layout(known.rules.frequency, grain_of(window.frequency))
        section = layout.ytd if year_to_date else layout.section(window.frequency)
        bounds["grain"].append(int(layout.grain))
        bounds["lo"].append(section.offset + 1)  # arrays of PostgreSQL begin at 1
        bounds["hi"].append(section.offset + section.size)
        bounds["n"].append(section.size if year_to_date else layout.length)
        bounds["first"].append(calendar.fiscal_year_of(Period(window.frequency, window.first)))
        bounds["last"].append(calendar.fiscal_year_of(Period(window.frequency, window.last)))
    keys: dict[str, Any] = {
        "department": [department for department, _ in wanted],
        "kpi": [known.kpi_id for _, known in wanted],
    }
    statement = _YEAR_TO_DATE if year_to_date else _IN_PERIOD
    with connection.cursor() as cursor:
        records = copy_out(cursor, statement, keys | bounds, _COLUMNS)
    return _scatter(records, windows, calendar)


def _scatter(records: Records, windows: Sequence[_Window], calendar: Calendar) -> list[FloatArray]:
    names = [name for name in _COLUMNS if name not in ("i", "year", "place")]
    filled = [np.full((len(names), window.last - window.first + 1), np.nan) for window in windows]
    values = np.array([records[name] for name in names], dtype=np.float64)

    @cache
    def first_ordinal(frequency: Frequency, year: int) -> int:
        return calendar.child_range(Period(Frequency.YEAR, year), frequency)[0]

    places = records["place"].astype(np.int64)
    index = records["i"].astype(np.int64) - 1
    # Rows of one KPI and year come together; each stretch goes to its columns at once.
    edges = np.flatnonzero(np.diff(index * 100_000 + records["year"].astype(np.int64))) + 1
    for rows in np.split(np.arange(len(records)), edges):
        if not len(rows):
            continue
        window = windows[index[rows[0]]]
        columns = places[rows] + first_ordinal(window.frequency, int(records["year"][rows[0]])) - window.first
        inside = (columns >= 0) & (columns <= window.last - window.first)
        filled[index[rows[0]]][:, columns[inside]] = values[:, rows[inside]]
    return filled


_AT = {name: i for i, name in enumerate(name for name in _COLUMNS if name not in ("i", "year", "place"))}


@dataclass(frozen=True)
class _KpiCells:
    """The metrics of one KPI over its window, and the rules that judge them."""

    known: KnownRules
    window: _Window
    metrics: FloatArray
    calendar: Calendar
    as_of: dt.date

    def at(self, periods: Sequence[Period]) -> list[Cell]:
        """The cell to show in each of the periods."""
        if periods[0].frequency == self.window.frequency:
            return [self._cell(period, held=False) for period in periods]
        return [self._cell(self._held_in(period), held=True) for period in periods]

    def _metric(self, name: str, period: Period) -> float:
        return float(self.metrics[_AT[name], period.ordinal - self.window.first])

    def _held_in(self, period: Period) -> Period:
        """The native period that a finer one shows: the latest ended with a value, else the one due."""
        native = self.known.rules.frequency
        candidates = held_periods(self.calendar, native, period, self.known.due_days)
        for candidate in candidates:
            if not np.isnan(self._metric("value", candidate)):
                return candidate
        running = self.calendar.containing(self.calendar.end(period), native)
        return candidates[0] if self._metric("active", candidates[0]) > 0 else running

    def _cell(self, period: Period, held: bool) -> Cell:
        column = self.metrics[:, period.ordinal - self.window.first].tolist()
        value, score, *counts, filled, as_at = column[: len(_PLAIN)]
        active, expected, reported = (_count(number) for number in counts)
        native = self.known.rules.frequency
        first_due, ends = _days_of(self.calendar, native, period)
        facts = CellFacts(
            value=value,
            score=score,
            active=active,
            expected=expected,
            reported=reported,
            min_coverage=self.known.rules.min_coverage,
            ended=first_due,
            due_days=self.known.due_days,
        )
        anchors = [_none(anchor) for anchor in column[len(_PLAIN) :]]
        return Cell(
            value=_none(value),
            score=_none(score),
            anchors=tuple(anchors[:_BLOCKS]),
            anchors_to_date=tuple(anchors[_BLOCKS:]),
            status=cell_state(facts, self.as_of),
            reported=reported,
            expected=expected,
            coverage=coverage(value, expected, reported),
            shown=period,
            held=held,
            to_date=value == value and ends > self.as_of,
            carried=filled > 0,
            as_at=None if as_at != as_at else _if_earlier(self.calendar, native, period, int(as_at)),
        )


def _count(number: float) -> int:
    return int(number) if number == number else 0


def _none(number: float) -> float | None:
    return number if number == number else None  # NaN is the number that differs from itself


@lru_cache(maxsize=4096)
def _days_of(calendar: Calendar, native: Frequency, period: Period) -> tuple[dt.date, dt.date]:
    """Last day of the first native period inside a cell, from when on something is due, and of the cell."""
    first, _ = calendar.child_range(period, native)
    return calendar.end(Period(native, first)), calendar.end(period)


def _if_earlier(calendar: Calendar, native: Frequency, period: Period, as_at: int) -> Period | None:
    """The native period whose value stands for the cell, where it is not the cell's last one."""
    return Period(native, as_at) if as_at < calendar.child_range(period, native)[1] else None
