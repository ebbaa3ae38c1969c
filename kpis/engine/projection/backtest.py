"""How well a way would have done: each past period as if the following were not known yet (rolling origin).

Source: Hyndman and Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition, sections 5.8, 5.10.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kpis.engine.projection.methods import Way
from kpis.engine.scoring import FloatArray

ENOUGH = 8
"""So many errors over the same steps are enough to judge them."""

FEWEST = 4
"""A way that could start from fewer past periods is not tested."""


@dataclass(frozen=True, slots=True)
class Test:
    """Errors [N] (actual − said) of a way over `steps` periods, one for each past period it starts from.

    Judged is what `Way.fold` makes of the steps: of flows their sum, of a level the last.

    size: mean of |actual| over the same steps, which makes a share of the error.
    """

    way: Way
    steps: int
    errors: FloatArray
    size: float

    @property
    def mean_error(self) -> float:
        """Mean absolute error over the steps."""
        return float(np.abs(self.errors).mean())

    @property
    def share(self) -> float | None:
        """The mean absolute error as a share of the mean actual; None where the actuals are 0."""
        return self.mean_error / self.size if self.size > 0 else None

    @property
    def bias(self) -> float:
        """Of extremes the mean error: the highest of means is lower than the mean of highest. Else 0."""
        return float(self.errors.mean()) if self.way.extreme else 0.0

    @property
    def deviation(self) -> float:
        """Root mean square of the errors around their bias."""
        return float(np.sqrt(((self.errors - self.bias) ** 2).mean()))

    @property
    def freedom(self) -> int:
        """Degrees of freedom, at least 2: stretches of h steps overlap, so few are independent.

        For independent periods the squared errors of overlapping sums correlate so that N of them tell about
        as much as 1.5 N / h: the sum over lags of (1 - lag / h)² is 2 h / 3 (Bartlett's formula). An extreme
        stays the same over all stretches that hold it: N / h.
        """
        if self.way.extreme:
            return max(2, len(self.errors) // self.steps)
        return max(2, round(1.5 * len(self.errors) / (self.steps + 0.5)))

    def deviation_over(self, steps: int) -> float:
        """Standard deviation of the error over other than the tested steps, as errors would grow."""
        return self.deviation * float(np.sqrt(self.way.spread(steps) / self.way.spread(self.steps)))


def best_of(ways: Sequence[Way], known: FloatArray, steps: int) -> list[Test]:
    """The ways that can be tested on the known periods [P], the best first; none without any to test on.

    All start from the same past periods and go as many of the `steps` ahead as leave enough errors, at least
    one.
    """
    tested = [way for way in ways if len(known) - way.length >= FEWEST]
    if not tested:
        return []
    room = len(known) - max(way.length for way in tested) - ENOUGH + 1
    for tried in range(max(1, min(steps, room)), 0, -1):
        tests = _tests(tested, known, tried)
        if tests and (tried == 1 or len(tests[0].errors) >= ENOUGH):
            return sorted(tests, key=lambda test: test.mean_error)
    return []


def _tests(ways: Sequence[Way], known: FloatArray, steps: int) -> list[Test]:
    """From every past period from which all ways can start and whose next steps are known."""
    first = max(way.length for way in ways)
    errors: list[list[float]] = []
    actuals = []
    for start in range(first, len(known) - steps + 1):
        actual = known[start : start + steps]
        said = [way.ahead(known[:start], steps) for way in ways]
        if np.isnan(actual).any() or any(np.isnan(path).any() for path in said):
            continue
        truth = ways[0].fold(actual)
        actuals.append(abs(truth))
        errors.append([truth - way.fold(path) for way, path in zip(ways, said, strict=True)])
    if not errors:
        return []
    size = float(np.mean(actuals))
    return [Test(way, steps, column, size) for way, column in zip(ways, np.array(errors).T, strict=True)]
