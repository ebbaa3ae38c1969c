"""From metrics to cells: what a KPI's numbers say on a day, by the rules that judge them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from kpis.cells.cell import Cell, Override
from kpis.cells.windows import AT, BLOCKS, PLAIN, FloatArray, Window
from kpis.closings import ClosedPeriods
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.states import CellFacts, cell_state, coverage, held_periods
from kpis.store.rules import KnownRules


@dataclass(frozen=True)
class Beside:
    """What is known of a KPI's cells at a department apart from their numbers.

    `restated`: native periods (ordinals) in which a value was corrected after it was due; `overrides`: by the
    period of the cell; `first_due`: last day of the first expected native period, of cells without a value
    that are longer than a native period; `closed`: the periods that take no more values.
    """

    restated: frozenset[int] = frozenset()
    overrides: Mapping[Period, Override] = field(default_factory=dict)
    first_due: Mapping[Period, dt.date] = field(default_factory=dict)
    closed: ClosedPeriods | None = None


@dataclass(frozen=True)
class KpiCells:
    """The metrics of one KPI over its window, and what judges them."""

    known: KnownRules
    window: Window
    metrics: FloatArray
    calendar: Calendar
    as_of: dt.date
    year_to_date: bool = False
    beside: Beside = Beside()

    @property
    def is_longer(self) -> bool:
        """Whether its cells are made of several native periods."""
        return self.year_to_date or self.window.frequency != self.known.rules.frequency

    def without_value(self) -> list[Period]:
        """Periods of the window, longer than a native one, with something expected and nothing there.

        Whether that is due or late depends on which of their native periods was the first to be expected.
        """
        if not self.is_longer:
            return []
        waiting = np.isnan(self.metrics[AT["value"]]) & (self.metrics[AT["expected"]] > 0)
        return [Period(self.window.frequency, self.window.first + int(i)) for i in np.flatnonzero(waiting)]

    def natives_of(self, period: Period) -> range:
        """The native periods (ordinals) that a cell is made of."""
        return _natives(self.calendar, self.known.rules.frequency, period, self.year_to_date)

    def _metric(self, name: str, period: Period) -> float:
        return float(self.metrics[AT[name], period.ordinal - self.window.first])

    def held_in(self, period: Period) -> Period:
        """The native period that a finer one shows: the latest ended with a value, else the one due."""
        native = self.known.rules.frequency
        candidates = held_periods(self.calendar, native, period, self.known.due_days)
        for candidate in candidates:
            if not np.isnan(self._metric("value", candidate)):
                return candidate
        running = self.calendar.containing(self.calendar.end(period), native)
        return candidates[0] if self._metric("active", candidates[0]) > 0 else running

    def numbers(self, name: str, shown: Sequence[Period]) -> FloatArray:
        """One metric in each of these periods of the window."""
        return self.metrics[AT[name], [period.ordinal - self.window.first for period in shown]]

    def cell(self, period: Period, held: bool) -> Cell:
        """The cell of one period of the window."""
        column = self.metrics[:, period.ordinal - self.window.first].tolist()
        value, score, *counts, filled, as_at = column[: len(PLAIN)]
        active, expected, reported = (_count(number) for number in counts)
        native = self.known.rules.frequency
        natives = self.natives_of(period)
        facts = CellFacts(
            value=value,
            score=score,
            active=active,
            expected=expected,
            reported=reported,
            min_coverage=self.known.rules.min_coverage,
            ended=self.beside.first_due.get(period) or _last_day(self.calendar, native, natives.start),
            due_days=self.known.due_days,
            closed=value != value and self._is_closed(natives),
        )
        anchors = [_none(anchor) for anchor in column[len(PLAIN) :]]
        return Cell(
            value=_none(value),
            score=_none(score),
            anchors=tuple(anchors[:BLOCKS]),
            anchors_to_date=tuple(anchors[BLOCKS:]),
            status=cell_state(facts, self.as_of),
            reported=reported,
            expected=expected,
            coverage=coverage(value, expected, reported),
            shown=period,
            held=held,
            to_date=value == value
            and _last_day(self.calendar, period.frequency, period.ordinal) > self.as_of,
            carried=filled > 0,
            as_at=None if as_at != as_at else _if_earlier(native, natives, int(as_at)),
            restated=bool(self.beside.restated) and not self.beside.restated.isdisjoint(natives),
            override=self.beside.overrides.get(period),
        )

    def _is_closed(self, natives: range) -> bool:
        """Whether every native period that has ended takes no more values."""
        native, closed = self.known.rules.frequency, self.beside.closed
        if closed is None or not closed.ordinals:
            return False
        each = (Period(native, ordinal) for ordinal in natives)
        return all(closed.holds(period) for period in each if self.calendar.ended(period, self.as_of))


def _count(number: float) -> int:
    return int(number) if number == number else 0


def _none(number: float) -> float | None:
    return number if number == number else None  # NaN is the number that differs from itself


@lru_cache(maxsize=4096)
def _last_day(calendar: Calendar, frequency: Frequency, ordinal: int) -> dt.date:
    return calendar.end(Period(frequency, ordinal))


@lru_cache(maxsize=4096)
def _natives(calendar: Calendar, native: Frequency, period: Period, year_to_date: bool) -> range:
    """The native periods of a cell, by ordinal; to date from the start of its fiscal year."""
    first, last = calendar.child_range(period, native)
    if year_to_date:
        year = Period(Frequency.YEAR, calendar.fiscal_year_of(period))
        first, _ = calendar.child_range(year, native)
    return range(first, last + 1)


def _if_earlier(native: Frequency, natives: range, as_at: int) -> Period | None:
    """The native period whose value stands for the cell, where it is not the cell's last one."""
    return Period(native, as_at) if as_at < natives.stop - 1 else None
