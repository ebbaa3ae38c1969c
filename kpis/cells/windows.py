"""Which stretch of a KPI's cells is read, and in which order its metrics lie once read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.states import held_periods
from kpis.store.rules import KnownRules

FloatArray = NDArray[np.float64]

Wanted = Sequence[tuple[int, KnownRules]]
"""What is asked for: (department, KPI), one after the other."""

PLAIN = ("value", "score", "active", "expected", "reported", "filled", "as_at")
BLOCKS = 4
"""Anchors of a cell, each of which is a block of its stored array."""

METRICS = (*PLAIN, *(f"whole{b}" for b in range(BLOCKS)), *(f"to_date{b}" for b in range(BLOCKS)))
AT = {name: i for i, name in enumerate(METRICS)}


@dataclass(frozen=True)
class Window:
    """The native or coarser periods of one KPI that are read: consecutive ordinals of one frequency."""

    frequency: Frequency
    first: int
    last: int

    @property
    def size(self) -> int:
        """How many periods."""
        return self.last - self.first + 1

    def years(self, calendar: Calendar) -> tuple[int, int]:
        """The first and last fiscal year that it touches."""
        return _years(self.frequency, self.first, self.last, calendar)

    def empty(self) -> FloatArray:
        """Metrics [metric, period] of which nothing is there."""
        return np.full((len(METRICS), self.size), np.nan)


@lru_cache(maxsize=1024)  # hundreds of KPIs are read over the same window
def _years(frequency: Frequency, first: int, last: int, calendar: Calendar) -> tuple[int, int]:
    return (
        calendar.fiscal_year_of(Period(frequency, first)),
        calendar.fiscal_year_of(Period(frequency, last)),
    )


def window_of(known: KnownRules, periods: Sequence[Period], calendar: Calendar) -> Window:
    """What must be read to show a KPI in consecutive periods: its own periods where those are finer."""
    native = known.rules.frequency
    if not periods[0].frequency.is_finer_than(native):
        return Window(periods[0].frequency, periods[0].ordinal, periods[-1].ordinal)
    first = held_periods(calendar, native, periods[0], known.due_days)[-1]
    last = calendar.containing(calendar.end(periods[-1]), native)
    return Window(native, first.ordinal, last.ordinal)


def native_window(known: KnownRules, window: Window, calendar: Calendar, year_to_date: bool) -> Window:
    """The native periods that feed a window; to date they begin with the year of the window's first."""
    return _natives(known.rules.frequency, window, calendar, year_to_date)


@lru_cache(maxsize=1024)  # hundreds of KPIs are read over the same window
def _natives(native: Frequency, window: Window, calendar: Calendar, year_to_date: bool) -> Window:
    first, last = (Period(window.frequency, ordinal) for ordinal in (window.first, window.last))
    start = Period(Frequency.YEAR, calendar.fiscal_year_of(first)) if year_to_date else first
    return Window(native, calendar.child_range(start, native)[0], calendar.child_range(last, native)[1])
