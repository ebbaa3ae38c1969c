"""A Gantt chart as numbers: a scale of days, and what is drawn in each row."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar
from kpis.wording import period_text

ZOOMS: dict[str, Frequency] = {
    "months": Frequency.MONTH,
    "quarters": Frequency.QUARTER,
    "years": Frequency.YEAR,
}
_A_DAY = {"months": 4.0, "quarters": 1.5, "years": 0.5}
"""How many pixels a day takes."""
_LEAST_WIDTH = 740
_LEAST_TICK = 40.0
_MOST_DAYS = 366 * 60
"""A day far away would make the chart endless: what lies further than this is cut off."""


@dataclass(frozen=True)
class Tick:
    """A period of the scale: where it begins, how wide it is, what it is called."""

    x: float
    width: float
    label: str


@dataclass(frozen=True)
class Scale:
    """From which day to which, and how many pixels a day takes."""

    first: dt.date
    last: dt.date
    a_day: float
    ticks: tuple[Tick, ...]

    @property
    def width(self) -> float:
        """The whole width in pixels."""
        return round(((self.last - self.first).days + 1) * self.a_day, 1)

    def x(self, day: dt.date, *, end: bool = False) -> float:
        """Where a day begins, or with `end` where it ends; within the scale."""
        passed = (day - self.first).days + end
        return round(min(max(passed * self.a_day, 0.0), self.width), 1)


def usual_zoom(days: Iterable[dt.date]) -> str:
    """The finest zoom at which these days fit on a page and every period has room for its name."""
    known = list(days)
    span = (max(known) - min(known)).days if known else 0
    if span <= 290:
        return "months"
    return "quarters" if span <= 1300 else "years"


def scale_of(days: Iterable[dt.date], zoom: str, fiscal: Calendar, *, fits: bool = False) -> Scale | None:
    """The scale around these days in whole periods of the zoom; None where there is no day.

    `fits`: as wide as a page has room for, however little a day takes then.
    """
    known = list(days)
    if not known:
        return None
    frequency = ZOOMS[zoom]
    begin = min(known)
    until = min(max(known), begin + dt.timedelta(days=_MOST_DAYS))
    first = fiscal.start(fiscal.containing(begin, frequency))
    last = fiscal.end(fiscal.containing(until, frequency))
    least = _LEAST_WIDTH / ((last - first).days + 1)
    a_day = least if fits else max(_A_DAY[zoom], least)
    return Scale(first, last, a_day, tuple(_ticks(first, last, a_day, frequency, fiscal)))


def _ticks(
    first: dt.date, last: dt.date, a_day: float, frequency: Frequency, fiscal: Calendar
) -> Iterable[Tick]:
    """Periods, several of them together where the name of one would not find room."""
    period = fiscal.containing(first, frequency)
    width = ((fiscal.end(period) - first).days + 1) * a_day
    together = max(math.ceil(_LEAST_TICK / width), 1)
    while fiscal.start(period) <= last:
        begin, end = fiscal.start(period), min(fiscal.end(fiscal.shift(period, together - 1)), last)
        x = round((begin - first).days * a_day, 1)
        yield Tick(x, round(((end - begin).days + 1) * a_day, 1), period_text(period, fiscal))
        period = fiscal.shift(period, together)


@dataclass(frozen=True)
class Diamond:
    """A milestone on a bar's row."""

    day: dt.date
    name: str
    is_done: bool
    is_late: bool = False


@dataclass(frozen=True)
class Bar:
    """What a row shows: planned days (none: nothing is drawn but diamonds), how far it is, what was agreed.

    `kind`: "phase", "task" or "initiative". `expected_end`: where that is later than planned.
    """

    key: int
    title: str
    kind: str = "task"
    first: dt.date | None = None
    last: dt.date | None = None
    progress: float = 0.0
    is_critical: bool = False
    is_late: bool = False
    expected_end: dt.date | None = None
    agreed: tuple[dt.date, dt.date] | None = None
    diamonds: Sequence[Diamond] = ()

    @property
    def days(self) -> list[dt.date]:
        """Every day that the scale must reach."""
        known = [self.first, self.last, self.expected_end, *(self.agreed or ())]
        return [day for day in known if day is not None] + [each.day for each in self.diamonds]


@dataclass(frozen=True)
class Arrow:
    """A dependency between two rows, by their keys; `bond` as in `initiatives.enums.Bond`."""

    before: int
    after: int
    bond: str
    is_critical: bool = False


@dataclass(frozen=True)
class Chart:
    """A Gantt chart before it is drawn."""

    scale: Scale
    bars: Sequence[Bar]
    arrows: Sequence[Arrow]
    today: dt.date


def chart_of(
    bars: Sequence[Bar], arrows: Sequence[Arrow], today: dt.date, zoom: str, fiscal: Calendar
) -> Chart | None:
    """The chart of some rows with today in sight; None where no row has a day.

    `zoom`: a key of `ZOOMS`, or anything else for what fits.
    """
    days = [day for bar in bars for day in bar.days]
    if not days:
        return None
    reach = dt.timedelta(days=370)
    near = [today] if min(days) - reach <= today <= max(days) + reach else []
    chosen = zoom if zoom in ZOOMS else usual_zoom([*days, *near])
    scale = scale_of([*days, *near], chosen, fiscal, fits=zoom not in ZOOMS)
    assert scale is not None
    return Chart(scale, bars, arrows, today)
