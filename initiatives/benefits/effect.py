"""What a KPI says of an expected effect: no database, no clock."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from initiatives.enums import Realised

WHOLE, SOME = 0.95, 0.25
"""From these shares of the expected change on it counts as realised and as partly realised."""


class Point(NamedTuple):
    """A value of a KPI and the last day of the period it is of."""

    day: dt.date
    value: float


@dataclass(frozen=True)
class Effect:
    """How far a KPI moved from its baseline; `expected` and `change` in its unit.

    `share`: of the expected change, 0 to 1 and beyond, negative where it moved the other way; None where
    nothing or no change is expected.
    """

    baseline: float
    latest: Point
    expected: float | None

    @property
    def change(self) -> float:
        """The change so far."""
        return self.latest.value - self.baseline

    @property
    def share(self) -> float | None:
        """How much of what is expected has come."""
        return self.change / self.expected if self.expected else None


def effect_of(
    points: Sequence[Point], baseline: float | None, baseline_on: dt.date | None, expected: float | None
) -> Effect | None:
    """The effect by the newest value after the baseline; None where there is no baseline or no value since.

    Where no baseline is said, it is the newest value up to its day.
    """
    start = baseline if baseline is not None else _value_on(points, baseline_on)
    since = [each for each in points if baseline_on is None or each.day > baseline_on]
    return Effect(start, since[-1], expected) if start is not None and since else None


def _value_on(points: Sequence[Point], day: dt.date | None) -> float | None:
    before = [each.value for each in points if day is not None and each.day <= day]
    return before[-1] if before else None


def proposed(effect: Effect | None, due_on: dt.date | None, today: dt.date) -> str:
    """What the values say of a benefit: a `Realised`, "" where they say nothing."""
    if effect is None or effect.share is None:
        return ""
    if effect.share >= WHOLE:
        return Realised.YES
    if due_on is not None and today < due_on:
        return Realised.NOT_YET
    return Realised.PARTLY if effect.share >= SOME else Realised.NO
