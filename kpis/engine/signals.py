"""Signal or noise: XmR charts (individual values and moving ranges, after Shewhart and Wheeler).

Centre = mean of the baseline; natural limits = centre ± 2.66 · mean moving range (2.66 = 3 ÷ d₂ for n = 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

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
        baseline = _baseline(points, start, stop)
        if baseline is None:
            continue
        baselines.append(baseline)
        if baseline.lower is not None and baseline.upper is not None:
            stretch = points[start:stop]
            noise = _rounding(stretch)
            above, below = stretch > baseline.upper + noise, stretch < baseline.lower - noise
            outside[start:stop] = above.astype(np.int64) - below.astype(np.int64)
            run[start:stop] = _runs(stretch - baseline.centre, noise)
    return Signals(tuple(baselines), outside, run)


def _baseline(points: FloatArray, start: int, stop: int) -> Baseline | None:
    stretch = points[start:stop]
    present = stretch[~np.isnan(stretch)]
    if not present.size:
        return None
    centre = float(present.mean())
    ranges = np.abs(np.diff(stretch))
    ranges = ranges[~np.isnan(ranges)]  # between adjacent periods only
    if present.size < MIN_POINTS or not ranges.size:
        return Baseline(start, stop, centre, None, None)
    reach = _RANGE_FACTOR * float(ranges.mean())
    return Baseline(start, stop, centre, centre - reach, centre + reach)


def _rounding(stretch: FloatArray) -> float:
    """What the mean of equal values may be off by: a constant series lies on its centre."""
    return 1e-12 * float(np.nanmax(np.abs(stretch)))


def _runs(distances: FloatArray, noise: float) -> NDArray[np.int64]:
    """Signed run lengths; a point on the centre breaks a run, a missing one does not."""
    runs = np.zeros(len(distances), dtype=np.int64)
    length = 0
    for place, distance in enumerate(distances):
        if np.isnan(distance):
            continue
        side = int(distance > noise) - int(distance < -noise)
        length = length + side if length * side > 0 else side
        runs[place] = length
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
