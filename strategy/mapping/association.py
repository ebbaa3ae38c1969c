"""What the data says of a claim of cause and effect: whether two scores moved together. Never a proof.

*Differences*, not levels: two series that both drift correlate although nothing connects them (Yule, 1926;
Granger and Newbold, 1974). *Ranks* (Spearman, 1904), since scores are capped at 0 and 100 and one bad month
should not decide. The interval is Fisher's with the variance (1 + r²/2)/(n − 3) of Bonett and Wright (2000),
where n is the number of pairs that would say as much if they were independent (Bartlett, 1946; Pyper and
Peterman, 1998): series that swing count for fewer.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

FEWEST = 12
"""Pairs below which nothing is said: the interval would reach over more than half of what is possible."""
_NORMAL_95 = 1.959964
# The longest lag over which a series' own swinging counts: a fifth of the pairs (Pyper and Peterman).
_SWING = 5


class Word(StrEnum):
    """What two series say of each other."""

    TOGETHER = "together"  # when one rose, so did the other
    OPPOSITE = "opposite"  # when one rose, the other fell
    UNCLEAR = "unclear"  # the interval holds zero
    TOO_LITTLE = "too_little"  # too few pairs, or one of the two never moved
    SHARED = "shared"  # the same KPI measures both, so they move together whatever is true


@dataclass(frozen=True)
class Association:
    """The rank correlation of two series' changes, with its 95% interval; None where nothing is said.

    `pairs`: changes that could be compared; `lag`: in periods, how much later the effect was looked at.
    """

    word: Word
    pairs: int
    lag: int
    coefficient: float | None = None
    low: float | None = None
    high: float | None = None


def associate(cause: FloatArray, effect: FloatArray, lag: int = 0) -> Association:
    """Whether changes of `cause` go with changes of `effect` some periods later.

    cause, effect: scores [period] over the same periods in ascending order, NaN where there is none.
    """
    if lag >= len(cause):
        return Association(Word.TOO_LITTLE, 0, lag)
    moves = np.diff(cause)[: len(cause) - 1 - lag], np.diff(effect)[lag:]
    both = ~(np.isnan(moves[0]) | np.isnan(moves[1]))
    pairs = int(both.sum())
    if pairs < FEWEST:
        return Association(Word.TOO_LITTLE, pairs, lag)
    ranks = [_standard(each, both) for each in moves]
    if not all(np.nanmax(np.abs(each)) > 0 for each in ranks):
        return Association(Word.TOO_LITTLE, pairs, lag)
    found = float(np.clip(np.nanmean(ranks[0] * ranks[1]), -1, 1))
    low, high = _interval(found, _independent(ranks[0], ranks[1], pairs))
    word = Word.TOGETHER if low > 0 else Word.OPPOSITE if high < 0 else Word.UNCLEAR
    return Association(word, pairs, lag, found, low, high)


def _standard(moves: FloatArray, both: NDArray[np.bool_]) -> FloatArray:
    """Ranks of the moves that make a pair, mean 0 and variance 1 (all 0 where all are equal); else NaN."""
    ranks = _ranks(moves[both])
    spread = ranks.std()
    standard = np.full(len(moves), np.nan)
    standard[both] = (ranks - ranks.mean()) / spread if spread > 0 else 0.0
    return standard


def _ranks(values: FloatArray) -> FloatArray:
    """Ranks from 1; equal values share the mean of their ranks."""
    _unique, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    shared: FloatArray = (last - (counts - 1) / 2)[place]
    return shared


def _independent(first: FloatArray, second: FloatArray, pairs: int) -> float:
    """How many independent pairs would say as much; never more than there are."""
    inflation = 1.0
    for k in range(1, pairs // _SWING + 1):
        inflation += 2 * (1 - k / pairs) * _swing(first, k) * _swing(second, k)
    return pairs / max(inflation, 1.0)


def _swing(standard: FloatArray, k: int) -> float:
    """The autocorrelation at lag k of a standardised series with gaps."""
    products = standard[k:] * standard[:-k]
    here = ~np.isnan(products)
    return float(products[here].sum() / np.isfinite(standard).sum()) if here.any() else 0.0


def _interval(found: float, pairs: float) -> tuple[float, float]:
    """Between which two numbers the correlation lies, 19 times of 20."""
    capped = float(np.clip(found, -0.999999, 0.999999))
    reach = _NORMAL_95 * np.sqrt((1 + capped**2 / 2) / max(pairs - 3, 1.0))
    middle = np.arctanh(capped)
    return float(np.tanh(middle - reach)), float(np.tanh(middle + reach))
