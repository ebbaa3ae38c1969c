"""Months as numbers: year × 12 + month − 1, as the fiscal calendar counts them."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.utils.dateformat import format as format_date

from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar

Stretch = tuple[int, int, float]  # first month, last month (included), FTE


def month_of(day: dt.date) -> int:
    """The month in which a day lies."""
    return day.year * 12 + day.month - 1


def first_day(month: int) -> dt.date:
    """The day by which a month is stored."""
    return dt.date(month // 12, month % 12 + 1, 1)


def month_text(month: int) -> str:
    """A month where there is little room: "Jan 26"."""
    return format_date(first_day(month), "M y")


def months_of_year(year: int, calendar: Calendar) -> range:
    """The twelve months of a fiscal year."""
    first, last = calendar.child_range(Period(Frequency.YEAR, year), Frequency.MONTH)
    return range(first, last + 1)


def year_of(month: int, calendar: Calendar) -> int:
    """The fiscal year of a month."""
    return calendar.containing(first_day(month), Frequency.YEAR).ordinal


def year_now(calendar: Calendar, today: dt.date) -> int:
    """The fiscal year of a day."""
    return calendar.containing(today, Frequency.YEAR).ordinal


def spread(stretches: Iterable[Stretch]) -> dict[int, float]:
    """FTE in each month of some stretches; where they overlap they add up."""
    found: dict[int, float] = {}
    for first, last, fte in stretches:
        for month in range(first, last + 1):
            found[month] = found.get(month, 0.0) + fte
    return found


def joined(months: Mapping[int, float]) -> list[Stretch]:
    """The fewest stretches that say the same; months of nothing are left out."""
    found: list[Stretch] = []
    for month in sorted(months):
        fte = round(months[month], 6)  # sums of tenths must not part what is equal
        if fte <= 0:
            continue
        if found and found[-1][1] == month - 1 and found[-1][2] == fte:
            found[-1] = (found[-1][0], month, fte)
        else:
            found.append((month, month, fte))
    return found
