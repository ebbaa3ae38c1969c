"""Recent periods with how many of their values are in, what waits in them and whether they are closed."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import connection

from kpis.closings import closed_periods
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.models import PeriodClosing

SHOWN = {Frequency.MONTH: 14, Frequency.QUARTER: 10, Frequency.HALF: 6, Frequency.YEAR: 5}
"""The frequencies by which periods are listed, and how many of each."""

_TERMS = """
SELECT d.frequency, lower(t.valid), upper(t.valid), count(*)
FROM kpis_seriesterm t JOIN kpis_series s ON s.id = t.series_id AND t.known_to IS NULL
JOIN kpis_definition d ON d.kpi_id = s.kpi_id AND d.known_to IS NULL AND d.kind = 'reported'
WHERE d.frequency = ANY(%s)
GROUP BY 1, 2, 3
"""
_VALUES = """
SELECT d.frequency, m.period, count(*) FILTER (WHERE NOT m.pending),
  count(*) FILTER (WHERE m.pending AND m.state = 'submitted')
FROM unnest(%s::text[], %s::int[], %s::int[]) AS asked(frequency, first, last)
JOIN kpis_definition d ON d.frequency = asked.frequency AND d.known_to IS NULL AND d.kind = 'reported'
JOIN kpis_measurement m ON m.kpi_id = d.kpi_id AND m.known_to IS NULL
  AND m.period BETWEEN asked.first AND asked.last
GROUP BY 1, 2
"""


@dataclass(frozen=True)
class ListedPeriod:
    """A period: values that count, were expected and wait for approval, of all series that end in it.

    `closing`: of the period itself; `with_period`: the longer one that it is closed with.
    """

    period: Period
    ended: bool
    reported: int
    expected: int
    waiting: int
    closing: PeriodClosing | None
    with_period: Period | None

    @property
    def is_open(self) -> bool:
        """Whether values still change without a reason."""
        return self.closing is None and self.with_period is None


def list_periods(frequency: Frequency, calendar: Calendar, today: dt.date) -> list[ListedPeriod]:
    """The running and the latest periods of a frequency, the latest first; four queries."""
    running = calendar.containing(today, frequency)
    periods = [calendar.shift(running, -back) for back in range(SHOWN[frequency])]
    finer = [each for each in Frequency if not frequency.is_finer_than(each)]
    terms, values = _read_terms(finer), _read_values(finer, periods, calendar)
    closed = closed_periods(calendar)
    own = {each.period: each for each in _closings(frequency)}
    found = []
    for period in periods:
        holder = closed.holding(period)
        counts = [_counts(each, period, calendar, terms, values, today) for each in finer]
        found.append(
            ListedPeriod(
                period=period,
                ended=calendar.end(period) < today,
                reported=sum(reported for reported, _expected, _waiting in counts),
                expected=sum(expected for _reported, expected, _waiting in counts),
                waiting=sum(waiting for _reported, _expected, waiting in counts),
                closing=own.get(period.ordinal),
                with_period=holder if holder != period else None,
            )
        )
    return found


Terms = list[tuple[str, dt.date | None, dt.date | None, int]]
Values = dict[tuple[str, int], tuple[int, int]]


def _read_terms(frequencies: Sequence[Frequency]) -> Terms:
    """How many series are active from a day until another, by frequency."""
    with connection.cursor() as cursor:
        cursor.execute(_TERMS, [[str(each) for each in frequencies]])
        return list(cursor.fetchall())


def _read_values(frequencies: Sequence[Frequency], periods: Sequence[Period], calendar: Calendar) -> Values:
    """Values that count and that wait, by frequency and ordinal."""
    ranges = [
        (str(each), calendar.child_range(periods[-1], each)[0], calendar.child_range(periods[0], each)[1])
        for each in frequencies
    ]
    with connection.cursor() as cursor:
        cursor.execute(_VALUES, [list(column) for column in zip(*ranges, strict=True)])
        return {(name, ordinal): (counting, waiting) for name, ordinal, counting, waiting in cursor}


def _counts(
    finer: Frequency, period: Period, calendar: Calendar, terms: Terms, values: Values, today: dt.date
) -> tuple[int, int, int]:
    """Reported, expected and waiting values of the native periods of one frequency that end in a period."""
    reported = expected = waiting = 0
    first, last = calendar.child_range(period, finer)
    for ordinal in range(first, last + 1):
        end = calendar.end(Period(finer, ordinal))
        counting, submitted = values.get((str(finer), ordinal), (0, 0))
        waiting += submitted
        if end < today:
            reported += counting
            expected += sum(_active(terms, finer, end))
    return reported, expected, waiting


def _active(terms: Terms, frequency: Frequency, day: dt.date) -> Iterator[int]:
    for name, start, stop, count in terms:
        if name == frequency and (start is None or start <= day) and (stop is None or day < stop):
            yield count


def _closings(frequency: Frequency) -> Sequence[PeriodClosing]:
    return list(PeriodClosing.objects.current().filter(frequency=frequency).select_related("recorded_by"))
