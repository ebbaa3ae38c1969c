"""On which days updates are due."""

import calendar
import datetime as dt

from initiatives.enums import Cadence

FRIDAY = 4
WEEK = dt.timedelta(days=7)


def due_days(cadence: str, since: dt.date, until: dt.date, first_month: int = 1) -> list[dt.date]:
    """The days after `since`, up to `until`, on which an update is due, the earliest first.

    Weekly: Fridays; every two weeks: every second Friday of all time, whatever the year; monthly: the last
    days of months; quarterly: of quarters of the fiscal year that begins in `first_month`.
    """
    if cadence == Cadence.NEVER or until <= since:
        return []
    found = []
    day = next_due(cadence, since, first_month)
    while day is not None and day <= until:
        found.append(day)
        day = next_due(cadence, day, first_month)
    return found


def next_due(cadence: str, after: dt.date, first_month: int = 1) -> dt.date | None:
    """The first due day after a day; None where none is ever due."""
    if cadence in (Cadence.WEEKLY, Cadence.FORTNIGHTLY):
        return _friday(after, every=1 if cadence == Cadence.WEEKLY else 2)
    if cadence in (Cadence.MONTHLY, Cadence.QUARTERLY):
        return _month_end(after, every=1 if cadence == Cadence.MONTHLY else 3, first_month=first_month)
    return None


def _friday(after: dt.date, every: int) -> dt.date:
    day = after + dt.timedelta(days=(FRIDAY - after.weekday() - 1) % 7 + 1)
    return day if day.toordinal() // 7 % every == 0 else day + WEEK


def _month_end(after: dt.date, every: int, first_month: int) -> dt.date:
    """The last day of the month (`every` 3: of the quarter) that ends next after a day."""
    month = after.year * 12 + after.month - 1
    return next(
        day
        for number in range(month, month + every + 1)
        if (number + 2 - first_month) % every == 0 and (day := _last_day(number)) > after
    )


def _last_day(number: int) -> dt.date:
    """The last day of a month that is counted from the year 0 on."""
    year, month = number // 12, number % 12 + 1
    return dt.date(year, month, calendar.monthrange(year, month)[1])
