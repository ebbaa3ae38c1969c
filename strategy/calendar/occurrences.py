"""When a date of the strategy calendar comes back."""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from strategy.enums import Repetition

MONTHS_BETWEEN = {Repetition.MONTHLY: 1, Repetition.QUARTERLY: 3, Repetition.YEARLY: 12}


@dataclass(frozen=True, order=True)
class Occurrence:
    """Once that it happens: its first and its last day, both included."""

    starts_on: dt.date
    ends_on: dt.date


def occurrences(
    starts_on: dt.date,
    ends_on: dt.date | None,
    repeats: str,
    repeats_until: dt.date | None,
    *,
    first: dt.date,
    last: dt.date,
) -> list[Occurrence]:
    """Each time that the date touches the days from `first` to `last`, in order.

    It begins on `starts_on` and takes the days until `ends_on` (None: one day); it comes back in the same
    rhythm of months and begins for the last time on or before `repeats_until` (None: for ever). Where a month
    is too short it begins on the month's last day, and in the next long one on its own day again.
    """
    takes = (ends_on or starts_on) - starts_on
    found = []
    for begins in _beginnings(starts_on, repeats, first - takes):
        if begins > last or (begins != starts_on and repeats_until is not None and begins > repeats_until):
            break
        ends = begins + min(takes, dt.date.max - begins)
        if ends >= first:
            found.append(Occurrence(begins, ends))
    return found


def _beginnings(starts_on: dt.date, repeats: str, since: dt.date) -> Iterator[dt.date]:
    """The days on which it begins; of those before `since` only the latest, since nobody looks at them."""
    between = MONTHS_BETWEEN.get(Repetition(repeats))
    if between is None:
        yield starts_on
        return
    times = max(0, (_month(since) - _month(starts_on)) // between - 1)
    while (month := _month(starts_on) + times * between) <= _month(dt.date.max):
        yield _day_in(month, starts_on.day)
        times += 1


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _day_in(month: int, day: int) -> dt.date:
    """The day of a month, else its last."""
    year, number = divmod(month, 12)
    return dt.date(year, number + 1, min(day, calendar.monthrange(year, number + 1)[1]))
