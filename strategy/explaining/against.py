"""What a score is compared with: the period before, the one a year before, or an earlier day's knowledge."""

from kpis.as_of import AsOf, read_as_of
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar

PERIOD, YEAR = "period", "year"
_MONTHS_OF_A_YEAR = 12


def read_against(text: str | None, period: Period, calendar: Calendar) -> AsOf | Period | None:
    """What `against=` names: nothing or "period": None, the period before; "year"; else a day.

    Raises AsOfError for what is neither.
    """
    if not text or text == PERIOD:
        return None
    if text == YEAR:
        return year_before(period, calendar)
    return read_as_of(text)


def year_before(period: Period, calendar: Calendar) -> Period:
    """The same period of the year before; of months and longer ones."""
    return calendar.shift(period, -(_MONTHS_OF_A_YEAR // period.frequency.months))


def has_year_before(period: Period) -> bool:
    """Whether the period a year before is another than the one before."""
    return period.frequency != Frequency.YEAR
