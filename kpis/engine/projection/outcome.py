"""How likely each end of a year is, given what is reported and what may come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kpis.engine.projection.backtest import Test
from kpis.engine.projection.student import t_cdf, t_quantile
from kpis.engine.rules import TimeRollup
from kpis.engine.scoring import FloatArray

SHARE = 0.8
"""How often the interval should hold the year's end."""


class Outcome(Protocol):
    """A distribution of the year's end."""

    @property
    def point(self) -> float:
        """The end that is said: as likely passed as not."""

    def at_most(self, value: float) -> float:
        """P(end ≤ value)."""

    def quantile(self, share: float) -> float:
        """The end that is not exceeded with this probability."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Student's t around a point: of sums, means and levels."""

    point: float
    deviation: float
    freedom: int

    def at_most(self, value: float) -> float:
        """P(end ≤ value); without any spread 0 or 1."""
        if self.deviation == 0:
            return float(value >= self.point)
        return t_cdf((value - self.point) / self.deviation, self.freedom)

    def quantile(self, share: float) -> float:
        """The end that is not exceeded with this probability."""
        return self.point + self.deviation * t_quantile(share, self.freedom)


@dataclass(frozen=True, slots=True)
class Extreme:
    """The highest (or lowest) of what is `reported` (None: nothing yet) and of what is `coming`."""

    coming: Spread
    reported: float | None
    highest: bool

    @property
    def point(self) -> float:
        """The median."""
        return self._beyond(self.coming.point)

    def at_most(self, value: float) -> float:
        """P(end ≤ value): what is reported is not undone."""
        if self.reported is not None and self.highest and value < self.reported:
            return 0.0
        if self.reported is not None and not self.highest and value >= self.reported:
            return 1.0
        return self.coming.at_most(value)

    def quantile(self, share: float) -> float:
        """The end that is not exceeded with this probability."""
        return self._beyond(self.coming.quantile(share))

    def _beyond(self, value: float) -> float:
        if self.reported is None:
            return value
        return max(value, self.reported) if self.highest else min(value, self.reported)


def outcome(reported: FloatArray, path: FloatArray, test: Test) -> Outcome:
    """The end of a year of which `reported` [N] is in and `path` [R ≥ 1] is said of the rest.

    test: of the way by which the path is said.
    """
    way, deviation = test.way, test.deviation_over(len(path))
    coming = Spread(way.fold(path) + test.bias, deviation, test.freedom)
    if way.extreme:
        so_far = way.fold(reported) if len(reported) else None
        return Extreme(coming, so_far, way.rollup == TimeRollup.MAX)
    if way.level:
        return coming
    count = len(reported) + len(path) if way.rollup == TimeRollup.MEAN else 1
    return Spread((float(reported.sum()) + coming.point) / count, deviation / count, test.freedom)


def rolled_up(rollup: TimeRollup, values: FloatArray) -> float:
    """The year of its native values [≥ 1], as the engine rolls them up."""
    ends = {
        TimeRollup.SUM: values.sum(),
        TimeRollup.MEAN: values.mean(),
        TimeRollup.MIN: values.min(),
        TimeRollup.MAX: values.max(),
        TimeRollup.LAST: values[-1],
    }
    return float(ends[rollup])
