"""What a chart is of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from core.ui.numbers import number_text
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction
from kpis.reading import Point
from kpis.wording import judged_anchors, period_text

Figure = dict[str, Any]


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

    @property
    def names(self) -> list[str]:
        """The points' periods in words, which are the axis's categories."""
        return [period_text(point.period, self.calendar) for point in self.points]

    def anchor(self, block: int) -> list[float | None]:
        """One anchor of all points: of the pairs with an actual, else of the whole period."""
        return [judged_anchors(point.cell)[block] for point in self.points]

    @property
    def stretches(self) -> list["ChartSubject"]:
        """The chart between its breaks, each with the points whose lines hang together."""
        edges = [0, *self.breaks, len(self.points)]
        return [replace(self, points=self.points[start:stop]) for start, stop in pairwise(edges)]

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
