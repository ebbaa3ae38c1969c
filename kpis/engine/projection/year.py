"""Where a KPI's fiscal year will end: the projection, its interval, and what it takes to reach the target.

What is reported of the year stays as it is; the periods after the latest complete one are said by the way
that did better on this series (`backtest`), and its own past errors give the 80 % interval. Seasons need two
years before they can be tested: until then a seasonal series is carried on by its run rate, and its interval
is too narrow. Nothing is drawn by lot, nothing asks the clock.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from kpis.engine.frequency import Frequency
from kpis.engine.projection.backtest import Test, best_of
from kpis.engine.projection.methods import SEASONS, Method, Way
from kpis.engine.projection.outcome import SHARE, Outcome, Spread, outcome, rolled_up
from kpis.engine.rules import TimeRollup
from kpis.engine.scoring import BoolArray, Direction, FloatArray

MIN_POINTS = 8
"""Below so many ended periods nothing is projected."""
_WINDOWS = {Frequency.DAY: 91, Frequency.WEEK: 13, Frequency.MONTH: 3}
_TOLERANCE = 1e-9


class Decline(StrEnum):
    """Why nothing is projected."""

    NO_TARGET = "no_target"
    TOO_FEW = "too_few"
    STOPPED = "stopped"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class Declined:
    """Nothing is projected: why, and how many ended periods there are."""

    why: Decline
    points: int


def _room(edge: float) -> float:
    """What rounding may be off by."""
    return _TOLERANCE * max(1.0, abs(edge))


@dataclass(frozen=True, slots=True)
class Goal:
    """What the year should reach: of a band both edges, else the target twice."""

    direction: Direction
    low: float
    high: float

    def reached_by(self, end: float) -> bool:
        """Whether a year that ends so is on target."""
        over = self.direction == Direction.DOWN or end >= self.low - _room(self.low)
        return over and (self.direction == Direction.UP or end <= self.high + _room(self.high))

    def probability(self, of: Outcome) -> float:
        """How likely the year ends on target."""
        above = 1.0 if self.direction == Direction.UP else of.at_most(self.high + _room(self.high))
        below = 0.0 if self.direction == Direction.DOWN else of.at_most(self.low - _room(self.low))
        return max(0.0, above - below)


@dataclass(frozen=True, slots=True)
class Running:
    """A series and the year that is projected.

    values [P]: native values from any period on, NaN for none; eligible [P]: those that are complete (ended,
    reported, enough coverage). start, stop: places of the year's first native period and the one after its
    last; `stop` may lie beyond the values, and `start` too.
    """

    frequency: Frequency
    rollup: TimeRollup
    values: FloatArray
    eligible: BoolArray
    start: int
    stop: int

    @property
    def known(self) -> int:
        """How many periods there are up to the latest complete one."""
        there = np.flatnonzero(self.eligible)
        return int(there[-1]) + 1 if len(there) else 0

    @property
    def reported(self) -> FloatArray:
        """What is in of the year, up to the latest complete period."""
        values = self.values[self.start : min(self.known, self.stop)]
        return values[~np.isnan(values)]

    @property
    def rest(self) -> int:
        """How many periods of the year are still to come."""
        return self.stop - max(self.start, min(self.known, self.stop))

    def ways(self) -> list[Way]:
        """The ways that are tried: run rates of the latest periods and of the year so far, and the season."""
        season = SEASONS[self.frequency]
        latest, room = _WINDOWS.get(self.frequency, 2), max(1, self.known - MIN_POINTS // 2)
        windows = {min(room, latest), min(room, max(latest, self.known - self.start))}
        ways = [Way(Method.RUN_RATE, window, self.rollup) for window in sorted(windows)]
        return [*ways, Way(Method.SEASONAL_NAIVE, season, self.rollup)] if season else ways


@dataclass(frozen=True, slots=True)
class Step:
    """A period to come: what is said of it, and of the year through its end, each with the 80 % interval."""

    value: tuple[float, float, float]  # point, lower, upper
    to_date: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Projection:
    """The end of the year: `point`, 80 % from `lower` to `upper`, and how likely it is on target.

    test: of the method used, None for a year that is complete; other: of the one that did worse.
    required: what each period to come must bring (of a level: where it must end), for the goal's low and
    high; None where nothing is to come. so_far: mean of the `reported` periods, which are in; rest: how many
    are to come.
    """

    point: float
    lower: float
    upper: float
    probability: float
    goal: Goal
    reported: int
    rest: int
    so_far: float | None
    required: tuple[float, float] | None
    test: Test | None = None
    other: Test | None = None
    path: tuple[Step, ...] = ()


def project(running: Running, goal: Goal | None) -> Projection | Declined:
    """The projection of a running year, or why there is none."""
    points = int(running.eligible.sum())
    if goal is None or np.isnan(goal.low):
        return Declined(Decline.NO_TARGET, points)
    if running.rest == 0 and len(running.reported):
        return _complete(running, goal)
    if points < MIN_POINTS:
        return Declined(Decline.TOO_FEW, points)
    if running.known < running.start - (running.stop - running.start):
        return Declined(Decline.STOPPED, points)
    return _projected(running, goal)


def _complete(running: Running, goal: Goal) -> Projection:
    end = rolled_up(running.rollup, running.reported)
    mean = float(running.reported.mean())
    return Projection(end, end, end, float(goal.reached_by(end)), goal, len(running.reported), 0, mean, None)


def _projected(running: Running, goal: Goal) -> Projection | Declined:
    known = np.where(running.eligible, running.values, np.nan)[: running.known]
    tests = best_of(running.ways(), known, running.rest)
    if not tests:  # so many gaps that no stretch of the past can be tested
        return Declined(Decline.TOO_FEW, int(running.eligible.sum()))
    best = tests[0]
    alone = replace(best.way, rollup=TimeRollup.LAST if best.way.level else TimeRollup.SUM)
    single = (best_of([alone], known, 1) or [best])[0]
    ahead = best.way.ahead(known, running.stop - running.known)[-running.rest :]
    reported = running.reported
    end = outcome(reported, ahead, best)
    return Projection(
        *_interval(end),
        probability=goal.probability(end),
        goal=goal,
        reported=len(reported),
        rest=running.rest,
        so_far=float(reported.mean()) if len(reported) else None,
        required=(
            required_of(running.rollup, reported, running.rest, goal.low),
            required_of(running.rollup, reported, running.rest, goal.high),
        ),
        test=best,
        other=next((test for test in tests if test.way.method != best.way.method), None),
        path=_path(running, ahead, best, single),
    )


def _path(running: Running, ahead: FloatArray, best: Test, single: Test) -> tuple[Step, ...]:
    """Each period to come, and the year through its end."""
    level = best.way.level
    steps = []
    for n, value in enumerate(ahead, 1):
        alone = Spread(float(value), single.deviation_over(n if level else 1), single.freedom)
        to_date = outcome(running.reported, ahead[:n], best)
        steps.append(Step(_interval(alone), _interval(to_date)))
    return tuple(steps)


def _interval(of: Outcome) -> tuple[float, float, float]:
    return of.point, of.quantile((1 - SHARE) / 2), of.quantile((1 + SHARE) / 2)


def required_of(rollup: TimeRollup, reported: FloatArray, rest: int, target: float) -> float:
    """What each of the `rest` periods must bring so that the year ends at the target.

    Sums and means: what is left, divided by the periods to come. Else the target itself: where a level must
    end, what the lowest or highest of the periods to come must not pass, or must reach.
    """
    if rollup == TimeRollup.SUM:
        return (target - float(reported.sum())) / rest
    if rollup == TimeRollup.MEAN:
        return (target * (len(reported) + rest) - float(reported.sum())) / rest
    return target
