"""From scores of 1 to 5 to one number, its spread, and the axes of value and effort.

    goodness  = (score − 1) ÷ 4 · 100, and 100 − that where less is better
    criterion = mean of the goodness that the scorers gave
    result    = Σ weight · criterion ÷ Σ weight, over the criteria that anybody scored

This is the additive value model of multi-criteria analysis (Keeney and Raiffa, Decisions with Multiple
Objectives, 1976) with linear values on a scale of five. What nobody scored neither helps nor harms; how much
is missing is told. No result depends on the other initiatives, so that leaving one out changes none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]
LOWEST, HIGHEST = 1, 5
DISAGREE = 2
"""From this difference on, in points, the scorers of a criterion see it differently."""


@dataclass(frozen=True)
class Weighted:
    """How a criterion counts: its weight, whether less is better, and whether it is one of effort."""

    weight: float
    less_is_better: bool = False
    is_effort: bool = False


@dataclass(frozen=True)
class Result:
    """Of initiatives [I], criteria [C] and scorers [S]; numbers are 0 to 100, NaN where nobody scored.

    `by_scorer` [I, S]: what each one's scores alone would give; `lowest`, `highest` and `deviation` (of the
    population) are over these. `effort`: 100 is the most. `apart` [I, C]: they differ by `DISAGREE` or more.
    `given` [I]: how many of `asked` scores are there. `ranks` [I]: 1 is the best, equals share; 0: no result.
    """

    score: FloatArray
    by_scorer: FloatArray
    lowest: FloatArray
    highest: FloatArray
    deviation: FloatArray
    value: FloatArray
    effort: FloatArray
    apart: BoolArray
    given: IntArray
    asked: int
    ranks: IntArray


def result_of(scores: FloatArray, criteria: Sequence[Weighted]) -> Result:
    """The result of a round; `scores` [initiative, criterion, scorer]: 1 to 5, NaN where not given."""
    weights = np.array([each.weight for each in criteria], dtype=np.float64)
    inverted = np.array([each.less_is_better for each in criteria], dtype=np.bool_)
    effort = np.array([each.is_effort for each in criteria], dtype=np.bool_)
    share = (scores - LOWEST) / (HIGHEST - LOWEST) * 100
    goodness = np.where(inverted[None, :, None], 100 - share, share)
    by_criterion = _mean(goodness, 2)
    by_scorer = np.empty((scores.shape[0], scores.shape[2]))
    for each in range(scores.shape[2]):
        by_scorer[:, each] = _weighed(goodness[:, :, each], weights)
    score = _weighed(by_criterion, weights)
    return Result(
        score=score,
        by_scorer=by_scorer,
        lowest=_over(np.fmin, by_scorer),
        highest=_over(np.fmax, by_scorer),
        deviation=np.sqrt(_mean((by_scorer - _mean(by_scorer, 1)[:, None]) ** 2, 1)),
        value=_weighed(by_criterion, weights * ~effort),
        effort=100 - _weighed(by_criterion, weights * effort),
        apart=_range(scores) >= DISAGREE,
        given=(~np.isnan(scores)).sum(axis=(1, 2)),
        asked=scores.shape[1] * scores.shape[2],
        ranks=ranks_of(score),
    )


def ranks_of(score: FloatArray) -> IntArray:
    """Places by score, the highest first; equals share a place (1, 2, 2, 4), NaN has 0."""
    rounded = np.round(score, 9)
    higher = (rounded[None, :] > rounded[:, None]).sum(axis=1)
    return np.where(np.isnan(rounded), 0, higher + 1)


def _mean(values: FloatArray, axis: int) -> FloatArray:
    """The mean of what is there; NaN where nothing is."""
    there = ~np.isnan(values)
    count = there.sum(axis=axis)
    total = np.where(there, values, 0.0).sum(axis=axis)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def _weighed(values: FloatArray, weights: FloatArray) -> FloatArray:
    """The weighted mean over criteria [I, C]; NaN where nothing that weighs is there."""
    there = ~np.isnan(values) * weights
    total = (np.where(np.isnan(values), 0.0, values) * weights).sum(axis=1)
    weight = there.sum(axis=1)
    return np.where(weight > 0, total / np.where(weight > 0, weight, 1.0), np.nan)


def _over(pick: np.ufunc, values: FloatArray) -> FloatArray:
    """The lowest or highest of what is there; NaN where nothing is."""
    if not values.shape[1]:
        return np.full(values.shape[0], np.nan)
    found: FloatArray = pick.reduce(values, axis=1)
    return found


def _range(scores: FloatArray) -> FloatArray:
    """Highest − lowest score by initiative and criterion; 0 where fewer than two gave one."""
    if not scores.shape[2]:
        return np.zeros(scores.shape[:2])
    spread = np.fmax.reduce(scores, axis=2) - np.fmin.reduce(scores, axis=2)
    return np.nan_to_num(spread)
