"""The fiscal year as its months, each with what begins in it or still goes on."""

import calendar
import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from strategy.calendar.entries import Entry


@dataclass(frozen=True)
class Month:
    """A month by its first day, what stands in it, and whether today does."""

    first: dt.date
    entries: tuple[Entry, ...]
    is_now: bool

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])


def months_of(first: dt.date, entries: Sequence[Entry], today: dt.date) -> list[Month]:
    """The twelve months from `first` (a first of a month); what lasts into the next stands in both."""
    begins = [_months_later(first, number) for number in range(13)]
    return [
        Month(
            month,
            tuple(each for each in entries if each.starts_on < following and each.ends_on >= month),
            month <= today < following,
        )
        for month, following in itertools.pairwise(begins)
    ]


def _months_later(first: dt.date, number: int) -> dt.date:
    years, month = divmod(first.month - 1 + number, 12)
    return dt.date(first.year + years, month + 1, 1)
