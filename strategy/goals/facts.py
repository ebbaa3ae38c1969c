"""What a SMART check and a goal's progress are judged by: no database, no clock."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from core.ui.numbers import number_text
from kpis.engine.scoring import Direction


class Point(NamedTuple):
    """A value of a KPI and the last day of the period it is of."""

    day: dt.date
    value: float


@dataclass(frozen=True)
class Measure:
    """A KPI where a goal means it: its ended, complete enough values by native period, the oldest first.

    `chance`: how likely the goal's target is by its due day (0 to 1); None where nothing can be projected.
    """

    name: str
    unit: str
    decimals: int
    direction: Direction
    values: tuple[Point, ...] = ()
    chance: float | None = None

    @property
    def latest(self) -> Point | None:
        """The newest value."""
        return self.values[-1] if self.values else None

    def text(self, value: float) -> str:
        """A number of this KPI with its unit: "84.2 %"; whole numbers without decimals."""
        number = number_text(value, 0 if value == round(value) else self.decimals)
        return f"{number} {self.unit}".rstrip()

    def side(self, baseline: float | None, target: float | None) -> int:
        """Which way is forward: +1 up, −1 down; in a band it is from the baseline to the target."""
        if self.direction != Direction.BAND:
            return 1 if self.direction == Direction.UP else -1
        return -1 if baseline is not None and target is not None and target < baseline else 1


@dataclass(frozen=True)
class Span:
    """From when to when a plan or an objective goes; either end may be open."""

    name: str
    starts_on: dt.date | None
    ends_on: dt.date | None


@dataclass(frozen=True)
class GoalFacts:
    """A goal as it is written, with its KPI's values and where it stands.

    `owner`, `priority`: names, empty where there is none. `spans`: of its objective and its plan.
    """

    statement: str
    owner: str = ""
    measure: Measure | None = None
    baseline: float | None = None
    baseline_on: dt.date | None = None
    target: float | None = None
    due_on: dt.date | None = None
    resources: str = ""
    budget: Decimal | None = None
    relevance: str = ""
    objective: str = ""
    priority: str = ""
    spans: tuple[Span, ...] = ()
    is_open: bool = True
