"""Frequency and Period: the words in which every time axis of the engine is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class PeriodError(ValueError):
    """A text, or a pair of frequencies, that names no period. The message says what is accepted."""


class Frequency(StrEnum):
    """How often a KPI is measured, from fine to coarse. Quarters, halves and years are fiscal."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"

    @property
    def rank(self) -> int:
        """0 for the finest (day) to 5 for the coarsest (year)."""
        return _RANKS[self]

    @property
    def months(self) -> int:
        """Length in months; 0 for days and weeks, which are not made of months."""
        return _MONTHS[self]

    def is_finer_than(self, other: Frequency) -> bool:
        """Whether this frequency has strictly shorter periods than `other`."""
        return self.rank < other.rank


_RANKS = {frequency: rank for rank, frequency in enumerate(Frequency)}
_MONTHS = dict(zip(Frequency, (0, 0, 1, 3, 6, 12), strict=True))


@dataclass(frozen=True, slots=True)
class Period:
    """One period. Consecutive periods of a frequency have consecutive ordinals.

    day: `date.toordinal()`; week: (Monday's `toordinal()` − 1) // 7; month: year·12 + month − 1;
    quarter, half, year: fiscal year·4 + q₀, ·2 + h₀, fiscal year.
    """

    frequency: Frequency
    ordinal: int

    def __lt__(self, other: Period) -> bool:
        return self.ordinal < self._comparable(other)

    def __le__(self, other: Period) -> bool:
        return self.ordinal <= self._comparable(other)

    def __gt__(self, other: Period) -> bool:
        return self.ordinal > self._comparable(other)

    def __ge__(self, other: Period) -> bool:
        return self.ordinal >= self._comparable(other)

    def _comparable(self, other: Period) -> int:
        if self.frequency != other.frequency:
            raise TypeError(f"a {self.frequency} and a {other.frequency} have no order")
        return other.ordinal


def slug(text: str) -> str:
    """The text as the reader of period texts sees it: trimmed, single-spaced, upper case, plain dashes."""
    return re.sub(r"\s+", " ", text.strip()).upper().replace("–", "-").replace("−", "-")
