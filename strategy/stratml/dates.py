"""Dates as plans write them: `2023-06-30`, with or without a time zone, sometimes only a month or a year."""

import calendar
import re
from datetime import date

YEARS = range(1800, 2200)
"""Years that a plan can mean; others are slips of the pen and would make endless time axes."""

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T[\d:.]+)?)?)?(?:Z|[+-]\d{2}:\d{2})?"
)


def read_date(text: str, *, at_end: bool) -> date | None:
    """Give the day that `text` means, or None where it means none or one outside `YEARS`.

    `2023` and `2023-06` are a whole year and month: their last day where `at_end`, else their first.
    Orders other than year-month-day are not guessed at, since `03/04/2023` is two different days.
    """
    match = _DATE.fullmatch(text.strip())
    if match is None or int(match["year"]) not in YEARS:
        return None
    year = int(match["year"])
    month = int(match["month"] or (12 if at_end else 1))
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    day = int(match["day"] or (last if at_end else 1))
    return date(year, month, day) if 1 <= day <= last else None
