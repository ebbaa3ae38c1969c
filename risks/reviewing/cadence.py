"""When a risk is looked at again: the graver it is, the sooner."""

import calendar
import datetime as dt

from risks.matrices import band_of
from risks.models import RiskRating

UNRATED_MONTHS = 3


def next_review(rating: RiskRating | None, day: dt.date) -> dt.date:
    """The day of the next review by the band of the current rating; of an unrated risk in three months."""
    months = UNRATED_MONTHS if rating is None else band_of(rating.matrix, rating.score).review_months
    return months_later(day, months or UNRATED_MONTHS)


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of its month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
