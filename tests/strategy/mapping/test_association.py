"""What the data says of a claim: known series, lags, gaps, and noise that says nothing."""

import numpy as np
import pytest

from strategy.mapping.association import FEWEST, Association, Word, associate


def walk(seed: int, periods: int = 37) -> np.ndarray:
    """A score that wanders."""
    return 60 + np.cumsum(np.random.default_rng(seed).normal(0, 3, periods))


def test_a_series_moves_together_with_itself() -> None:
    found = associate(walk(1), walk(1))

    assert (found.word, found.pairs, found.coefficient) == (Word.TOGETHER, 36, pytest.approx(1.0))


def test_its_mirror_moves_the_opposite_way() -> None:
    found = associate(walk(1), 100 - walk(1))

    assert (found.word, found.coefficient) == (Word.OPPOSITE, pytest.approx(-1.0))


def test_the_coefficient_is_spearmans_of_the_changes() -> None:
    # Changes 1..12 against the same with four neighbours exchanged: 1 − 6·Σd²/(n(n²−1)), Σd² = 8.
    first = np.cumsum([0, *range(1, 13)]).astype(float)
    second = np.cumsum([0, 2, 1, 4, 3, 6, 5, 8, 7, 9, 10, 11, 12]).astype(float)

    found = associate(first, second)

    assert (found.pairs, found.coefficient) == (12, pytest.approx(1 - 6 * 8 / (12 * 143)))


def test_equal_changes_share_their_rank() -> None:
    steps = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    series = np.cumsum([0, *steps]).astype(float)

    assert associate(series, series * 2).coefficient == pytest.approx(1.0)


def test_what_comes_three_months_later_is_found_there_and_not_at_once() -> None:
    cause = walk(2, 60)
    effect = np.concatenate([np.full(3, np.nan), cause[:-3]])

    assert associate(cause, effect, lag=3).word == Word.TOGETHER
    assert associate(cause, effect, lag=0).word == Word.UNCLEAR


def test_below_twelve_pairs_nothing_is_said() -> None:
    series = walk(3, FEWEST)

    assert associate(series, series) == Association(Word.TOO_LITTLE, FEWEST - 1, 0)
    assert associate(walk(3, FEWEST + 1), walk(3, FEWEST + 1)).word == Word.TOGETHER


def test_a_lag_longer_than_the_series_says_nothing() -> None:
    assert associate(walk(3, 5), walk(3, 5), lag=9) == Association(Word.TOO_LITTLE, 0, 9)


def test_gaps_take_the_changes_on_both_sides_of_them_away() -> None:
    gapped = walk(4)
    gapped[10] = np.nan

    found = associate(gapped, walk(4))

    assert (found.pairs, found.coefficient) == (34, pytest.approx(1.0))


def test_what_never_moved_says_nothing() -> None:
    assert associate(np.full(37, 50.0), walk(5)).word == Word.TOO_LITTLE


def test_two_that_only_drift_are_not_said_to_move_together() -> None:
    drift = np.linspace(0, 80, 37)
    random = np.random.default_rng(6)

    found = associate(drift + random.normal(0, 1, 37), drift + random.normal(0, 1, 37))

    assert found.word == Word.UNCLEAR


@pytest.mark.parametrize("kind", ["wandering", "noise"])
@pytest.mark.parametrize("periods", [13, 24, 49])
def test_what_is_independent_is_rarely_said_to_go_together(kind: str, periods: int) -> None:
    random = np.random.default_rng(7)
    series = random.normal(0, 5, (2, 1500, periods))
    if kind == "wandering":
        series = series.cumsum(axis=2)

    words = [associate(one, other).word for one, other in zip(*series, strict=True)]

    said = sum(word in (Word.TOGETHER, Word.OPPOSITE) for word in words) / len(words)
    assert said < 0.08  # a 95% interval leaves zero out once in twenty
