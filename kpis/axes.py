"""Axes of charts: where ticks stand, and what is written at them in the reader's language."""

import math
from collections.abc import Sequence

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar

# Every how many periods a tick stands, where its number within the year does not say so.
_STEPS = {Frequency.DAY: 7, Frequency.WEEK: 6, Frequency.HALF: 1, Frequency.YEAR: 1}
_ROOM = 14


def period_head(period: Period, calendar: Calendar) -> tuple[str, str]:
    """A period in two lines: ("Apr", "2026"), ("Q1", "2026"), ("Week 9", "2026"), ("14 Nov", "2026")."""
    match period.frequency:
        case Frequency.DAY:
            day = calendar.start(period)
            return format_date(day, "j M"), str(day.year)
        case Frequency.WEEK:
            year, week, _day = calendar.end(period).isocalendar()
            return _("W%(week)s") % {"week": week}, str(year)
        case Frequency.MONTH:
            month = calendar.start(period)
            return format_date(month, "M"), str(month.year)
        case Frequency.YEAR:
            return calendar.format(period), ""
    year_text, _dash, part = calendar.format(period).partition("-")
    return part, year_text


def period_ticks(periods: Sequence[Period], calendar: Calendar) -> tuple[list[int], list[str]]:
    """Places and texts of the ticks on an axis of consecutive periods; the year under the first of it."""
    places = [place for place, period in enumerate(periods) if _has_tick(place, period, len(periods))]
    texts, year_before = [], ""
    for place in places:
        text, year = period_head(periods[place], calendar)
        texts.append(text if year == year_before else f"{text}<br>{year}")
        year_before = year
    return places, texts


def _has_tick(place: int, period: Period, count: int) -> bool:
    if count <= _ROOM:
        return True
    if period.frequency == Frequency.MONTH:
        return period.ordinal % 3 == 0
    if period.frequency == Frequency.QUARTER:
        return period.ordinal % 2 == 0 if count <= 2 * _ROOM else period.ordinal % 4 == 0
    step = _STEPS[period.frequency] * math.ceil(count / (_STEPS[period.frequency] * _ROOM))
    return (count - 1 - place) % step == 0


def value_range(values: Sequence[float]) -> tuple[float, float]:
    """A range that holds all values (at least one) with a little air above and below."""
    low, high = min(values), max(values)
    if low == high:
        air = abs(low) * 0.1 or 1.0
    else:
        air = (high - low) * 0.09
    floor = 0.0 if low >= 0 > low - air else low - air
    return floor, high + air


def value_ticks(low: float, high: float, most: int = 6) -> tuple[list[float], list[str]]:
    """Round numbers between the bounds, at most `most` of them, with their texts."""
    step = _round_step((high - low) / most)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    ticks = [round(n * step, decimals + 2) for n in range(first, last + 1)]
    return ticks, [number_text(tick, decimals) for tick in ticks]


def _round_step(raw: float) -> float:
    """The next of 1, 2, 2.5 and 5 times a power of ten; 2.5 only where it stays whole."""
    power = 10.0 ** math.floor(math.log10(raw))
    for factor in (1, 2, 2.5, 5, 10):
        if factor * power >= raw * (1 - 1e-9) and not (factor == 2.5 and power < 10):
            return factor * power
    return 10 * power
