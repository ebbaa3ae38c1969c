"""How cells lie in stored rows: one row per KPI × department × fiscal year × grain, one array a metric.

The *calendar* grain holds a fiscal year's 12 months, 4 quarters, 2 halves and the year, as far as they are
not finer than the KPI. The *fine* grain, for weekly and daily KPIs only, holds the year's weeks (up to 53) or
days (up to 366). Year-to-date metrics are stored for the finest frequency of the grain; a coarser cell's year
to date is that of the last finest position inside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from kpis.engine.periods import Calendar, Frequency, Period, PeriodError

PERIODS_A_YEAR = {
    Frequency.DAY: 366,
    Frequency.WEEK: 53,
    Frequency.MONTH: 12,
    Frequency.QUARTER: 4,
    Frequency.HALF: 2,
    Frequency.YEAR: 1,
}


class Grain(IntEnum):
    """Which of a KPI's rows a cell is in, as stored with the row."""

    CALENDAR = 0
    FINE = 1


@dataclass(frozen=True, slots=True)
class Section:
    """The stretch of a row that one frequency fills: `size` positions from `offset` on."""

    frequency: Frequency
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class RowLayout:
    """The sections of a row, finest first."""

    grain: Grain
    sections: tuple[Section, ...]

    @property
    def length(self) -> int:
        """Positions in a row of this layout."""
        return sum(section.size for section in self.sections)

    @property
    def ytd(self) -> Section:
        """The section whose positions the year-to-date metrics have."""
        return self.sections[0]

    def section(self, frequency: Frequency) -> Section:
        """The section of a frequency; raises PeriodError where the row has none."""
        for section in self.sections:
            if section.frequency == frequency:
                return section
        raise PeriodError(f"this KPI has no cells by {frequency}")


@cache
def row_layout(native: Frequency, grain: Grain) -> RowLayout:
    """The layout of a KPI of `native` frequency; raises PeriodError for a fine grain it does not have."""
    if grain == Grain.FINE:
        if native.rank >= Frequency.MONTH.rank:
            raise PeriodError(f"a KPI by {native} has no fine cells")
        return RowLayout(grain, (Section(native, 0, PERIODS_A_YEAR[native]),))
    finest = max(native.rank, Frequency.MONTH.rank)
    sections, offset = [], 0
    for frequency in Frequency:
        if frequency.rank >= finest:
            sections.append(Section(frequency, offset, PERIODS_A_YEAR[frequency]))
            offset += PERIODS_A_YEAR[frequency]
    return RowLayout(grain, tuple(sections))


def grains_of(native: Frequency) -> tuple[Grain, ...]:
    """The grains in which a KPI of this frequency has rows."""
    return (Grain.CALENDAR, Grain.FINE) if native.is_finer_than(Frequency.MONTH) else (Grain.CALENDAR,)


def grain_of(frequency: Frequency) -> Grain:
    """The grain that holds cells of this frequency."""
    return Grain.FINE if frequency.is_finer_than(Frequency.MONTH) else Grain.CALENDAR


def row_length(native: Frequency, grain: Grain) -> int:
    """Positions in a row."""
    return row_layout(native, grain).length


def ytd_length(native: Frequency, grain: Grain) -> int:
    """Positions of a row's year-to-date metrics."""
    return row_layout(native, grain).ytd.size


def position(calendar: Calendar, native: Frequency, period: Period) -> int:
    """Where the period's cell is in the row of its fiscal year and grain."""
    section = row_layout(native, grain_of(period.frequency)).section(period.frequency)
    return section.offset + _place_in_year(calendar, period)


def ytd_position(calendar: Calendar, native: Frequency, period: Period) -> int:
    """Where the year to date through the period's end is in its row's year-to-date metrics."""
    layout = row_layout(native, grain_of(period.frequency))
    layout.section(period.frequency)
    _, last = calendar.child_range(period, layout.ytd.frequency)
    return _place_in_year(calendar, Period(layout.ytd.frequency, last))


def periods_of_row(calendar: Calendar, native: Frequency, grain: Grain, fiscal_year: int) -> list[Period]:
    """The periods of a row by position. A year with fewer weeks or days than the row has room gives fewer."""
    year = Period(Frequency.YEAR, fiscal_year)
    sections = row_layout(native, grain).sections
    return [period for section in sections for period in calendar.children(year, section.frequency)]


def _place_in_year(calendar: Calendar, period: Period) -> int:
    year = Period(Frequency.YEAR, calendar.fiscal_year_of(period))
    return period.ordinal - calendar.child_range(year, period.frequency)[0]
