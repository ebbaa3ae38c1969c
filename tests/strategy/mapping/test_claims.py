"""What the data says of a claim: which scores are compared, at which rhythm, how much later."""

import numpy as np
import pytest

from kpis.engine.frequency import Frequency
from strategy.enums import Influence
from strategy.mapping.association import Word
from strategy.mapping.claims import weighed
from strategy.mapping.series import ObjectiveSeries
from strategy.models import CauseEffect, Objective

MONTH, QUARTER, YEAR = Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR


def wander(periods: int) -> np.ndarray:
    """A score that moves."""
    return 60 + np.cumsum(np.random.default_rng(3).normal(0, 2, periods))


def series(first: Frequency, second: Frequency, shared: bool = False, later: int = 0) -> ObjectiveSeries:
    """Two objectives, 1 and 2, of which the second repeats the first `later` periods on."""
    scores = {}
    for frequency, length in ((MONTH, 49), (QUARTER, 25)):
        cause = wander(length)
        scores[frequency] = {1: cause, 2: np.concatenate([np.full(later, np.nan), cause[: length - later]])}
    kpis = {1: frozenset({7}), 2: frozenset({7 if shared else 8})}
    return ObjectiveSeries(scores, {1: first, 2: second}, kpis)


def claim(influence: str = Influence.HELPS, lag_months: int | None = None) -> CauseEffect:
    """The claim that objective 1 bears on objective 2."""
    cause, effect = Objective(pk=1, name="One"), Objective(pk=2, name="Two")
    return CauseEffect(cause=cause, effect=effect, influence=influence, lag_months=lag_months)


@pytest.mark.parametrize(
    ("first", "second", "compared", "pairs"),
    [
        (MONTH, MONTH, MONTH, 48),
        (MONTH, QUARTER, QUARTER, 24),
        (Frequency.DAY, MONTH, MONTH, 48),
        (MONTH, YEAR, None, 0),
    ],
)
def test_two_are_compared_at_the_rhythm_of_the_one_that_is_measured_less_often(
    first: Frequency, second: Frequency, compared: Frequency | None, pairs: int
) -> None:
    [arrow] = weighed([claim()], series(first, second))

    assert (arrow.frequency, arrow.found.pairs) == (compared, pairs)


def test_the_lag_is_counted_in_periods_of_that_rhythm() -> None:
    [monthly] = weighed([claim(lag_months=6)], series(MONTH, MONTH, later=6))
    [quarterly] = weighed([claim(lag_months=6)], series(QUARTER, QUARTER, later=2))

    assert (monthly.found.lag, monthly.found.word) == (6, Word.TOGETHER)
    assert (quarterly.found.lag, quarterly.found.word) == (2, Word.TOGETHER)


@pytest.mark.parametrize(("influence", "agrees"), [(Influence.HELPS, True), (Influence.HINDERS, False)])
def test_moving_together_agrees_with_helping_and_not_with_hindering(influence: str, agrees: bool) -> None:
    [arrow] = weighed([claim(influence)], series(MONTH, MONTH))

    assert (arrow.found.word, arrow.agrees) == (Word.TOGETHER, agrees)


def test_two_that_share_a_kpi_say_nothing_of_each_other() -> None:
    [arrow] = weighed([claim()], series(MONTH, MONTH, shared=True))

    assert (arrow.found.word, arrow.agrees) == (Word.SHARED, None)
