"""Progress of a goal against its expected pace: a straight line from the baseline to the target."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from strategy.goals.facts import GoalFacts, Measure, Point

CLOSE = 0.05
"""A share of the whole way within which a goal is on pace: measuring is not finer than that."""
FAR = 0.2
"""From this share of the whole way on it is far behind rather than a little."""


class Pace(StrEnum):
    """How a goal does against the line."""

    REACHED = "reached"
    AHEAD = "ahead"
    ON_PACE = "on_pace"
    LITTLE_BEHIND = "little_behind"
    BEHIND = "behind"


@dataclass(frozen=True)
class Progress:
    """Where a goal stands on the day of its KPI's newest value; once its due day is over, as it stood then.

    `expected`: what the line says of that day; `ahead`: by how much better the value is, in the KPI's unit
    (negative: behind); `share`, `expected_share`: of the way from baseline to target, 0 to 1 and beyond.
    """

    measure: Measure
    point: Point
    expected: float
    ahead: float
    share: float
    expected_share: float
    reached: bool

    @property
    def pace(self) -> Pace:
        """The word for it."""
        if self.reached:
            return Pace.REACHED
        lead = self.share - self.expected_share
        if lead > CLOSE:
            return Pace.AHEAD
        if lead >= -CLOSE:
            return Pace.ON_PACE
        return Pace.LITTLE_BEHIND if lead > -FAR else Pace.BEHIND


def progress_of(facts: GoalFacts) -> Progress | None:
    """Progress by the newest value; None where KPI, baseline, target, their days or a value are missing."""
    measure = facts.measure
    if measure is None or measure.latest is None or facts.baseline is None or facts.target is None:
        return None
    if facts.baseline_on is None or facts.due_on is None or facts.due_on <= facts.baseline_on:
        return None
    way = facts.target - facts.baseline
    if way == 0:
        return None
    point, side = deciding(measure.values, facts.due_on), measure.side(facts.baseline, facts.target)
    time = time_share(facts.baseline_on, facts.due_on, point.day)
    expected = facts.baseline + way * time
    return Progress(
        measure=measure,
        point=point,
        expected=expected,
        ahead=(point.value - expected) * side,
        share=(point.value - facts.baseline) / way,
        expected_share=time,
        reached=(point.value - facts.target) * side >= 0,
    )


def deciding(values: Sequence[Point], due_on: dt.date) -> Point:
    """The value that says whether a goal is reached: the first of its due day or later, else the newest."""
    return next((point for point in values if point.day >= due_on), values[-1])


def time_share(start: dt.date, end: dt.date, day: dt.date) -> float:
    """Which share of the time from `start` to `end` has passed on `day`, 0 to 1."""
    return min(1.0, max(0.0, (day - start) / (end - start)))


def suggested_state(facts: GoalFacts, progress: Progress | None, today: dt.date) -> str:
    """What the data say became of an open goal: "reached", "missed" (its day is over), or nothing yet.

    Missed only by a value of its last day or later: before, the deciding one is still to come.
    """
    if not facts.is_open or progress is None or facts.due_on is None:
        return ""
    if progress.reached:
        return "reached"
    return "missed" if today > facts.due_on <= progress.point.day else ""
