"""How far ratings of one risk lie apart: median, range, and how much the raters agree."""

import math
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Cell = tuple[int, int]
"""Likelihood and impact, counting from 1."""

AGREED = 0.75
"""From this agreement on, there is little to talk about."""


@dataclass(frozen=True)
class Spread:
    """Ratings without names; `counts` by cell; `agreement` 0 (half at either end) to 1 (all the same)."""

    counts: Mapping[Cell, int]
    median: Cell
    likelihoods: Cell
    impacts: Cell
    agreement: float

    @property
    def count(self) -> int:
        """How many rated."""
        return sum(self.counts.values())

    @property
    def is_agreed(self) -> bool:
        """Whether there is little to talk about."""
        return self.agreement >= AGREED


def spread_of(ratings: Sequence[Cell], likelihoods: int, impacts: int) -> Spread | None:
    """The spread of ratings on a matrix with so many levels each way; None where nobody rated."""
    if not ratings:
        return None
    across, up = [impact for _likelihood, impact in ratings], [likelihood for likelihood, _impact in ratings]
    return Spread(
        Counter(ratings),
        (statistics.median_high(up), statistics.median_high(across)),
        (min(up), max(up)),
        (min(across), max(across)),
        min(consensus(up, likelihoods), consensus(across, impacts)),
    )


def consensus(levels: Sequence[int], count: int) -> float:
    """Cns = 1 + Σ p·log₂(1 − |x − mean| / (count − 1)), 0 to 1.

    Tastle and Wierman, Consensus and dissention: a measure of ordinal dispersion, 2007.
    """
    mean, width = statistics.fmean(levels), count - 1
    shares = Counter(levels)
    return 1 + sum(
        number / len(levels) * math.log2(1 - abs(level - mean) / width) for level, number in shares.items()
    )
