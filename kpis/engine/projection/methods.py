"""Two simple ways to carry a series on: seasonal-naive and the run rate.

After Hyndman and Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition, section 5.2. The run
rate of flows is the mean of the latest periods. A level (its year is its latest value) stays where it is
whatever it was before: its run rate is the mean change a period, carried on from the latest value (their
drift method).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from kpis.engine.frequency import Frequency
from kpis.engine.rules import TimeRollup
from kpis.engine.scoring import FloatArray

SEASONS = {
    Frequency.DAY: 364,  # whole weeks, so that a Monday follows a Monday
    Frequency.WEEK: 52,
    Frequency.MONTH: 12,
    Frequency.QUARTER: 4,
    Frequency.HALF: 2,
    Frequency.YEAR: 0,
}
"""After how many periods the season comes again; a year has none inside."""


class Method(StrEnum):
    """How a series is carried on."""

    SEASONAL_NAIVE = "seasonal_naive"
    RUN_RATE = "run_rate"


@dataclass(frozen=True, slots=True)
class Way:
    """A method with the number of periods it looks at: a season, or the window of the run rate.

    rollup: how the periods make a year.
    """

    method: Method
    length: int
    rollup: TimeRollup = TimeRollup.SUM

    @property
    def level(self) -> bool:
        """Whether the series is a level."""
        return self.rollup == TimeRollup.LAST

    @property
    def extreme(self) -> bool:
        """Whether the year is the highest or lowest of its periods."""
        return self.rollup in (TimeRollup.MIN, TimeRollup.MAX)

    def fold(self, path: FloatArray) -> float:
        """What of periods [≥ 1] is judged: the sum (also of means), the last, the highest or lowest."""
        if self.level:
            return float(path[-1])
        if self.extreme:
            return float(path.max() if self.rollup == TimeRollup.MAX else path.min())
        return float(path.sum())

    def ahead(self, known: FloatArray, steps: int) -> FloatArray:
        """The next `steps` periods [steps] after the known ones [P]; NaN where nothing says what they are.

        Gaps (NaN) are passed by: the season before stands in for the last one, the window holds fewer.
        """
        if self.method == Method.SEASONAL_NAIVE:
            return np.resize(self._season(known), steps)
        return self._drift(known, steps) if self.level else self._mean(known, steps)

    def spread(self, steps: int) -> float:
        """Variance of the error of `steps` periods ÷ that of one period, if periods err independently.

        Of flows the error is that of their sum, of a level that of its last period. Run rate: h + h²/w, each
        period's own error and, shared by all, that of the mean over the window w (drift: section 5.5).
        Extremes hardly depend on how many periods there are.
        """
        if self.extreme:
            return 1.0
        if self.method == Method.RUN_RATE:
            return (steps + steps**2 / self.length) / (1 + 1 / self.length)
        return 1.0 if self.level else float(steps)

    def _season(self, known: FloatArray) -> FloatArray:
        """The latest value there is at each place of the season [length], from the next period's on."""
        season = np.full(self.length, np.nan)
        for stop in range(len(known) % self.length or self.length, len(known) + 1, self.length):
            part = known[max(0, stop - self.length) : stop]
            here = season[self.length - len(part) :]
            here[~np.isnan(part)] = part[~np.isnan(part)]
        return season

    def _mean(self, known: FloatArray, steps: int) -> FloatArray:
        latest = known[-self.length :]
        latest = latest[~np.isnan(latest)]
        return np.full(steps, latest.mean() if latest.size else np.nan)

    def _drift(self, known: FloatArray, steps: int) -> FloatArray:
        start = max(0, len(known) - self.length - 1)
        there = np.flatnonzero(~np.isnan(known[start:])) + start
        if not there.size:
            return np.full(steps, np.nan)
        first, last = int(there[0]), int(there[-1])
        change = (known[last] - known[first]) / (last - first) if last > first else 0.0
        path: FloatArray = known[last] + change * (np.arange(len(known), len(known) + steps) - last)
        return path
