"""The calendar: where periods start and end, which holds which, and how they are spelled.

Days, ISO weeks and months are calendar periods; quarters, halves and years follow the fiscal year. A week
belongs to the month, quarter, half and year in which it *ends*.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.engine.period_text import ACCEPTED, read_period, write_period

__all__ = ["ACCEPTED", "Calendar", "Frequency", "Period", "PeriodError"]

IntArray = NDArray[np.int64]

_EPOCH_DAY = date(1970, 1, 1).toordinal()
_EPOCH_MONTH = 1970 * 12


@dataclass(frozen=True, slots=True)
class Calendar:
    """The fiscal calendar: the year's first month (1–12) and which calendar year names it."""

    first_month: int = 1
    named_by: Literal["end", "start"] = "end"

    def __post_init__(self) -> None:
        if not 1 <= self.first_month <= 12:
            raise ValueError("the first month of the fiscal year is 1 to 12")
        if self.named_by not in ("end", "start"):
            raise ValueError("a fiscal year is named by its end or its start")

    def start(self, period: Period) -> date:
        """The period's first day."""
        match period.frequency:
            case Frequency.DAY:
                return date.fromordinal(period.ordinal)
            case Frequency.WEEK:
                return date.fromordinal(period.ordinal * 7 + 1)
        return self._month_start(period.frequency, period.ordinal)

    def end(self, period: Period) -> date:
        """The period's last day."""
        return date.fromordinal(self.start(self.shift(period, 1)).toordinal() - 1)

    def containing(self, day: date, frequency: Frequency) -> Period:
        """The period of `frequency` in which `day` lies."""
        match frequency:
            case Frequency.DAY:
                return Period(frequency, day.toordinal())
            case Frequency.WEEK:
                return Period(frequency, (day.toordinal() - 1) // 7)
        month = day.year * 12 + day.month - 1
        return Period(frequency, (month - self._origin(frequency)) // frequency.months)

    def within(self, period: Period, coarser: Frequency) -> Period:
        """The period of a coarser (or the same) frequency in which `period` ends, so where it belongs."""
        if coarser.is_finer_than(period.frequency):
            raise PeriodError(f"a {period.frequency} does not belong to a {coarser}")
        return self.containing(self.end(period), coarser)

    def children(self, period: Period, finer: Frequency) -> list[Period]:
        """The periods of a finer (or the same) frequency that belong to `period`, in order."""
        if period.frequency.is_finer_than(finer):
            raise PeriodError(f"a {period.frequency} has no {finer} inside it")
        first, last = self.child_range(period, finer)
        return [Period(finer, ordinal) for ordinal in range(first, last + 1)]

    def child_range(self, period: Period, finer: Frequency) -> tuple[int, int]:
        """First and last ordinal of the `finer` periods that belong to `period`: that end in it."""
        end = self.end(period)
        before = date.fromordinal(self.start(period).toordinal() - 1)
        return self._last_ended(before, finer) + 1, self._last_ended(end, finer)

    def fiscal_year_of(self, period: Period) -> int:
        """The fiscal year to whose row the period belongs: the one in which its last day lies."""
        return self.containing(self.end(period), Frequency.YEAR).ordinal

    def shift(self, period: Period, n: int) -> Period:
        """The period `n` after (before, if negative) this one."""
        return Period(period.frequency, period.ordinal + n)

    def previous(self, period: Period) -> Period:
        """The period just before."""
        return self.shift(period, -1)

    def ended(self, period: Period, as_of: date) -> bool:
        """Whether the period's last day is on or before `as_of` (the end of that day is meant)."""
        return self.end(period) <= as_of

    def parse(self, text: str, frequency: Frequency | None = None) -> Period:
        """The period that `text` names; raises PeriodError, whose message says what is accepted."""
        return read_period(text, frequency, self.named_by)

    def format(self, period: Period) -> str:
        """The canonical text of a period; `parse` reads it back."""
        return write_period(period)

    def last_days(self, frequency: Frequency, ordinals: IntArray) -> IntArray:
        """Last days, as `date.toordinal()`, of many periods of one frequency at once."""
        if frequency == Frequency.DAY:
            return ordinals
        if frequency == Frequency.WEEK:
            return ordinals * 7 + 7
        months = (ordinals + 1) * frequency.months + self._origin(frequency) - _EPOCH_MONTH
        return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) + _EPOCH_DAY - 1

    def _last_ended(self, day: date, frequency: Frequency) -> int:
        """Ordinal of the latest period of `frequency` that ends on or before `day`."""
        holder = self.containing(day, frequency)
        return holder.ordinal if self.end(holder) == day else holder.ordinal - 1

    def _origin(self, frequency: Frequency) -> int:
        """Month ordinal in which the period with ordinal 0 starts."""
        if frequency == Frequency.MONTH:
            return 0
        named_after_start = self.first_month == 1 or self.named_by == "start"
        return self.first_month - 1 - (0 if named_after_start else 12)

    def _month_start(self, frequency: Frequency, ordinal: int) -> date:
        month = self._origin(frequency) + ordinal * frequency.months
        return date(month // 12, month % 12 + 1, 1)
