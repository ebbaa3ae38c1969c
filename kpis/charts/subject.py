"""What a chart is of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from core.ui.numbers import number_text
from kpis.engine.frequency import Period
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction
from kpis.reading import Point
from kpis.wording import judged_anchors, period_text

Figure = dict[str, Any]


@dataclass(frozen=True)
class LimitBand:
    """Natural limits around a centre over the points from `start` up to `stop` (exclusive), with a text."""

    start: int
    stop: int
    lower: float
    centre: float
    upper: float
    text: str


@dataclass(frozen=True)
class FanPoint:
    """A projected period: what is said of it and its 80 % interval."""

    period: Period
    value: float
    lower: float
    upper: float


@dataclass(frozen=True)
class PointSignal:
    """A point that chance does not explain: +1 too high, -1 too low, and in words why."""

    side: int
    text: str


@dataclass(frozen=True)
class Beside:
    """What stands on a chart beside actuals and targets.

    `signals`: by the place of the point; `fan`: the periods to come, oldest first; `stretch`: a target
    beyond the target; `peers`: what peers reached, as (place, value, words).
    """

    limits: Sequence[LimitBand] = ()
    signals: Mapping[int, PointSignal] = field(default_factory=dict)
    fan: Sequence[FanPoint] = ()
    stretch: float | None = None
    peers: Sequence[tuple[int, float, str]] = ()


@dataclass(frozen=True)
class ChartSubject:
    """What a chart is of: the points, how they are judged and written, what is marked on them.

    `marked`: places (indices of points) with a numbered note, in the order of their numbers;
    `lit`: first and last place of the period that the page is about; `breaks`: places where lines begin anew,
    as the year to date does with each year.
    """

    points: Sequence[Point]
    calendar: Calendar
    direction: Direction
    decimals: int
    unit: str = ""
    marked: Sequence[int] = ()
    lit: tuple[int, int] | None = None
    breaks: Sequence[int] = ()
    beside: Beside = Beside()

    @property
    def periods(self) -> list[Period]:
        """What the axis holds: the points' periods, and those projected after them."""
        shown = [point.period for point in self.points]
        return shown + [each.period for each in self.beside.fan if each.period > shown[-1]]

    @property
    def names(self) -> list[str]:
        """The points' periods in words, which are the axis's categories."""
        return [self.name(point.period) for point in self.points]

    def name(self, period: Period) -> str:
        """A period as a category of the axis."""
        return period_text(period, self.calendar)

    def anchor(self, block: int) -> list[float | None]:
        """One anchor of all points: of the pairs with an actual, else of the whole period."""
        return [judged_anchors(point.cell)[block] for point in self.points]

    @property
    def stretches(self) -> list["ChartSubject"]:
        """The chart between its breaks, each with the points whose lines hang together."""
        edges = [0, *self.breaks, len(self.points)]
        return [
            replace(self, points=self.points[start:stop], beside=self._signals_within(start, stop))
            for start, stop in pairwise(edges)
        ]

    def _signals_within(self, start: int, stop: int) -> Beside:
        signals = self.beside.signals
        return Beside(signals={place - start: signals[place] for place in signals if start <= place < stop})

    @property
    def numbers(self) -> list[float]:
        """All that must have room between the bounds of the chart."""
        lines = [self.anchor(block) for block in self.drawn_anchors]
        found = [value for series in (self.values, *lines) for value in series if value is not None]
        for band in self.beside.limits:
            found += [band.lower, band.upper]
        for each in self.beside.fan:
            found += [each.lower, each.upper]
        found += [value for _, value, _ in self.beside.peers]
        return found if self.beside.stretch is None else [*found, self.beside.stretch]

    @property
    def values(self) -> list[float | None]:
        """The actuals."""
        return [point.cell.value for point in self.points]

    def text(self, value: float) -> str:
        """A number of this KPI; whole ones without decimals."""
        return number_text(value, 0 if value == round(value) else self.decimals)

    @property
    def drawn_anchors(self) -> tuple[int, ...]:
        """The anchors that are lines: target and red line; of a band both edges and both red lines."""
        return (0, 1, 2, 3) if self.direction == Direction.BAND else (0, 1)

    @property
    def last_anchors(self) -> tuple[float | None, ...]:
        """The latest anchors there are: what stands at the edge."""
        found = (judged_anchors(point.cell) for point in reversed(self.points))
        return next((each for each in found if each[0] is not None), (None,) * 4)
