"""A KPI's native values over all its years, as signals and projections read them: lean, in one query."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from django.db import connection
from django.db.models import Min
from numpy.typing import NDArray

from kpis.cells.past import Moment, past_metrics
from kpis.cells.windows import AT, FloatArray, Wanted, Window
from kpis.engine.frequency import Frequency, Period
from kpis.engine.layout import grain_of, row_layout
from kpis.engine.periods import Calendar, IntArray
from kpis.engine.scoring import BoolArray
from kpis.models import CellYear
from kpis.store.binary_copy import INT2, INT4, Records, copy_out
from kpis.store.rules import KnownRules

# Whole arrays come, so that there are few rows; those of one frequency are of one width.
_STORED = """
SELECT w.i::int, c.fiscal_year, c.value[1:%(size)s], c.expected[1:%(size)s], c.reported[1:%(size)s],
  CASE WHEN cardinality(c.filled) = 0 THEN %(nothing)s::float8[] ELSE c.filled[1:%(size)s] END
FROM unnest(%(department)s::bigint[], %(kpi)s::bigint[]) WITH ORDINALITY AS w(department, kpi, i)
JOIN kpis_cellyear c ON c.department_id = w.department AND c.kpi_id = w.kpi AND c.grain = %(grain)s
  AND c.fiscal_year <= %(year)s
"""
_METRICS = ("value", "expected", "reported", "filled")


@dataclass(frozen=True)
class History:
    """Native values of a KPI at a department, consecutive from the first to the latest there is.

    values [P]: NaN where there is none. eligible [P]: whether the value is a point of signals: its period
    has ended, it was reported (not filled in) and its coverage reaches the minimum.
    """

    frequency: Frequency
    first: int
    values: FloatArray
    eligible: BoolArray

    def period(self, place: int) -> Period:
        """The period at an index."""
        return Period(self.frequency, self.first + place)


@dataclass(frozen=True)
class Histories:
    """Histories of one frequency as rows of one array, from the native period (ordinal) `first` on.

    members [K]: their places in what was wanted. values, eligible [K,P]: as in `History`.
    """

    frequency: Frequency
    first: int
    members: IntArray
    values: FloatArray
    eligible: BoolArray

    def history(self, row: int) -> History:
        """One of them, from its first to its latest value."""
        there = np.flatnonzero(~np.isnan(self.values[row]))
        start, stop = (int(there[0]), int(there[-1]) + 1) if len(there) else (0, 0)
        return History(
            self.frequency,
            self.first + start,
            self.values[row, start:stop],
            self.eligible[row, start:stop],
        )


def read_histories(
    wanted: Wanted, calendar: Calendar, as_of: dt.date, known_at: dt.datetime | None = None
) -> list[Histories]:
    """Histories of wanted (department, KPI) by frequency, whatever their number in one query a frequency.

    `known_at`: as known at a past moment, computed in memory; None: from the stored cells of the present.
    """
    if not wanted:
        return []
    if known_at is not None:
        return _past(wanted, calendar, Moment(as_of, known_at))
    return [
        _stored(frequency, members, wanted, calendar, as_of)
        for frequency, members in _by_frequency(wanted).items()
    ]


def read_history(
    known: KnownRules,
    department_id: int,
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
) -> History:
    """The history of one KPI at a department; one query."""
    return read_histories([(department_id, known)], calendar, as_of, known_at)[0].history(0)


def _by_frequency(wanted: Wanted) -> dict[Frequency, list[int]]:
    groups: dict[Frequency, list[int]] = defaultdict(list)
    for i, (_, known) in enumerate(wanted):
        groups[known.rules.frequency].append(i)
    return groups


def _stored(
    frequency: Frequency, members: list[int], wanted: Wanted, calendar: Calendar, as_of: dt.date
) -> Histories:
    """The histories of one frequency from the stored cells."""
    grain = grain_of(frequency)
    size = row_layout(frequency, grain).section(frequency).size
    asked = {
        "size": size,
        "nothing": [0.0] * size,
        "department": [wanted[i][0] for i in members],
        "kpi": [wanted[i][1].kpi_id for i in members],
        "grain": int(grain),
        "year": calendar.containing(as_of, Frequency.YEAR).ordinal,
    }
    arrays = dict.fromkeys(_METRICS, size)
    with connection.cursor() as cursor:
        records = copy_out(cursor, _STORED, asked, {"i": INT4, "year": INT2}, arrays)
    minimum = np.array([wanted[i][1].rules.min_coverage for i in members])
    points = _of_years(records, minimum, frequency, calendar)
    return _spread(points, frequency, members, calendar, as_of)


def _of_years(records: Records, minimum: FloatArray, frequency: Frequency, calendar: Calendar) -> "_Points":
    """The points in rows of years."""
    value, expected, reported, filled = (
        records[name]["elements"]["v"].astype(np.float64) for name in _METRICS
    )
    row = records["i"].astype(np.int64) - 1
    starts = _first_of_years(frequency, records["year"].astype(np.int64), calendar)
    year, place = np.nonzero(~np.isnan(value))
    eligible = _enough(expected, reported, minimum[row][:, None]) & ~(filled > 0)
    return _Points(row[year], starts[year] + place, value[year, place], eligible[year, place])


def _enough(expected: FloatArray, reported: FloatArray, minimum: FloatArray) -> BoolArray:
    """Whether values were expected and their share that came in reaches the minimum."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return (expected > 0) & (reported / expected >= minimum)


def _first_of_years(frequency: Frequency, years: IntArray, calendar: Calendar) -> IntArray:
    """For each fiscal year the ordinal of its first period."""
    if not len(years):
        return years
    first = int(years.min())
    starts = [
        calendar.child_range(Period(Frequency.YEAR, year), frequency)[0]
        for year in range(first, int(years.max()) + 1)
    ]
    return np.array(starts, dtype=np.int64)[years - first]


class _Points(NamedTuple):
    """Values one after the other: row, ordinal, value, whether it is a point."""

    row: IntArray
    ordinal: IntArray
    value: FloatArray
    eligible: BoolArray


def _spread(
    points: _Points, frequency: Frequency, members: list[int], calendar: Calendar, as_of: dt.date
) -> Histories:
    """Values into rows over consecutive periods up to `as_of`; a running period is no point yet."""
    running = calendar.containing(as_of, frequency)
    first = int(points.ordinal.min(initial=running.ordinal))
    shape = len(members), running.ordinal - first + 1
    values, eligible = np.full(shape, np.nan), np.zeros(shape, dtype=bool)
    here = points.ordinal <= running.ordinal
    at = points.row[here], points.ordinal[here] - first
    values[at], eligible[at] = points.value[here], points.eligible[here]
    if not calendar.ended(running, as_of):
        eligible[:, -1] = False
    return Histories(frequency, first, np.array(members), values, eligible)


def _past(wanted: Wanted, calendar: Calendar, moment: Moment) -> list[Histories]:
    kpis = {known.kpi_id for _, known in wanted}
    since = CellYear.objects.filter(kpi__in=kpis).aggregate(since=Min("fiscal_year"))["since"]
    found = []
    for frequency, members in _by_frequency(wanted).items():
        last = calendar.containing(moment.as_of, frequency)
        year = calendar.fiscal_year_of(last) if since is None else since
        first = min(calendar.child_range(Period(Frequency.YEAR, year), frequency)[0], last.ordinal)
        window = Window(frequency, first, last.ordinal)
        ours = [wanted[i] for i in members]
        metrics = np.array(past_metrics(ours, [window] * len(ours), calendar, False, moment))
        points = _computed(metrics, np.array([known.rules.min_coverage for _, known in ours]), first)
        found.append(_spread(points, frequency, members, calendar, moment.as_of))
    return found


def _computed(metrics: NDArray[np.float64], minimum: FloatArray, first: int) -> _Points:
    """The points in metrics [K, metric, P]."""
    value, expected, reported, filled = (metrics[:, AT[name]] for name in _METRICS)
    row, place = np.nonzero(~np.isnan(value))
    enough = _enough(expected, reported, minimum[:, None])
    eligible = (enough & ~(filled > 0))[row, place]
    return _Points(row, place + first, value[row, place], eligible)
