"""Signal or noise: XmR charts (individual values and moving ranges, after Shewhart and Wheeler).

Centre = mean of the baseline; natural limits = centre ± 2.66 · mean moving range (2.66 = 3 ÷ d₂ for n = 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import isnan

import numpy as np
from numpy.typing import NDArray

from kpis.engine.scoring import BoolArray, Direction, FloatArray, Status

MIN_POINTS = 8
RUN = 8
_RANGE_FACTOR = 2.66


class Reading(StrEnum):
    """What status and signal say together."""

    CHANGE_THE_PROCESS = "change_the_process"
    FIND_THE_CAUSE = "find_the_cause"
    EARLY_WARNING = "early_warning"
    LEAVE_ALONE = "leave_alone"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The native periods `start` to `stop` (exclusive) between splits; no limits below eight points."""

    start: int
    stop: int
    centre: float
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class Signals:
    """Baselines, and for each native period [P]:

    outside: +1 above the upper limit, −1 below the lower, else 0; run: signed length of the run on one side
    of the centre that ends there (0: no point, or on the centre). Nothing without limits.
    """

    baselines: tuple[Baseline, ...]
    outside: NDArray[np.int64]
    run: NDArray[np.int64]

    def side(self, period: int) -> int:
        """The signal at a period: +1 too high for chance, −1 too low, 0 noise."""
        if self.outside[period]:
            return int(self.outside[period])
        run = int(self.run[period])
        return (run > 0) - (run < 0) if abs(run) >= RUN else 0


@dataclass(frozen=True, slots=True)
class Judged:
    """Stretches of points [S,P], each judged by its own baseline.

    centre, reach [S]: the limits are centre ± reach; NaN without a point, reach also below eight points.
    outside, run [S,P]: as in `Signals`.
    """

    centre: FloatArray
    reach: FloatArray
    outside: NDArray[np.int64]
    run: NDArray[np.int64]

    def sides(self) -> NDArray[np.int64]:
        """The signal at each point [S,P]: +1 too high for chance, −1 too low, 0 noise."""
        long_run = np.where(np.abs(self.run) >= RUN, np.sign(self.run), 0)
        return np.where(self.outside != 0, self.outside, long_run)


def judge(points: FloatArray) -> Judged:
    """Judge stretches [S,P] of consecutive native cells, NaN where there is no point."""
    there = ~np.isnan(points)
    count = there.sum(axis=1)
    centre = _mean(points, there)
    ranges = np.abs(np.diff(points, axis=1))
    reach = _RANGE_FACTOR * _mean(ranges, ~np.isnan(ranges))  # between adjacent periods only
    reach[count < MIN_POINTS] = np.nan
    # What the mean of equal values may be off by: a constant series lies on its centre.
    noise = 1e-12 * np.where(there, np.abs(points), 0.0).max(axis=1, initial=0.0)[:, None]
    distance = points - np.where(np.isnan(reach), np.nan, centre)[:, None]
    far = np.abs(distance) > reach[:, None] + noise
    side = np.where(np.abs(distance) > noise, np.sign(distance), 0.0)
    known = ~np.isnan(distance)
    return Judged(centre, reach, np.where(far, side, 0).astype(np.int64), _runs(side, known))


def find_signals(values: FloatArray, eligible: BoolArray, splits: Sequence[int] = ()) -> Signals:
    """Signals in consecutive native cells [P].

    eligible: ended, reported (not filled in), at or above minimum coverage. splits: indices where a new
    baseline begins.
    """
    points = np.where(eligible, values, np.nan)
    edges = sorted({0, len(points), *(split for split in splits if 0 < split < len(points))})
    outside, run = (np.zeros(len(points), dtype=np.int64) for _ in range(2))
    baselines = []
    for start, stop in pairwise(edges):
        judged = judge(points[None, start:stop])
        outside[start:stop], run[start:stop] = judged.outside[0], judged.run[0]
        centre, reach = float(judged.centre[0]), float(judged.reach[0])
        if isnan(centre):
            continue
        limits = (None, None) if isnan(reach) else (centre - reach, centre + reach)
        baselines.append(Baseline(start, stop, centre, *limits))
    return Signals(tuple(baselines), outside, run)


def _mean(values: FloatArray, there: BoolArray) -> FloatArray:
    """Means of rows [S] over what is there; NaN where nothing is."""
    count = there.sum(axis=1)
    total = np.where(there, values, 0.0).sum(axis=1)
    return np.divide(total, count, out=np.full(len(values), np.nan), where=count > 0)


def _runs(side: FloatArray, known: BoolArray) -> NDArray[np.int64]:
    """Signed run lengths [S,P]; a point on the centre breaks a run, a missing one does not."""
    runs = np.zeros(side.shape, dtype=np.int64)
    length = np.zeros(len(side), dtype=np.int64)
    for place in range(side.shape[1]):
        here = np.where(known[:, place], side[:, place], 0).astype(np.int64)
        longer = np.where(length * here > 0, length + here, here)
        length = np.where(known[:, place], longer, length)
        runs[:, place] = np.where(known[:, place], length, 0)
    return runs


def is_adverse(side: int, direction: Direction, value: float, middle: float | None = None) -> bool:
    """Whether a signal on this side is bad news; in a band, when it leads away from the `middle`."""
    if direction == Direction.BAND:
        return middle is not None and side * (value - middle) > 0
    return side < 0 if direction == Direction.UP else side > 0


def reading(status: Status, signal: bool, adverse: bool) -> Reading:
    """The four-cell reading. Good news on green is left alone too."""
    if status == Status.GREEN:
        return Reading.EARLY_WARNING if signal and adverse else Reading.LEAVE_ALONE
    return Reading.FIND_THE_CAUSE if signal else Reading.CHANGE_THE_PROCESS
