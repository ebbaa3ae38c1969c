"""The arithmetic of weighted scoring."""

import numpy as np
import pytest

from initiatives.scoring.engine import Weighted, ranks_of, result_of

N = np.nan
VALUE, COST = Weighted(3.0), Weighted(1.0, less_is_better=True, is_effort=True)


def test_scores_are_put_on_a_scale_of_a_hundred_and_weighed() -> None:
    # Two scorers: value 5 and 3 (100 and 50), cost 2 and 4 (goodness 75 and 25).
    found = result_of(np.array([[[5.0, 3.0], [2.0, 4.0]]]), [VALUE, COST])

    assert found.score == pytest.approx([(3 * 75 + 1 * 50) / 4])
    assert found.by_scorer[0] == pytest.approx([(300 + 75) / 4, (150 + 25) / 4])
    assert (found.lowest[0], found.highest[0], found.deviation[0]) == pytest.approx((43.75, 93.75, 25.0))
    assert (found.value[0], found.effort[0]) == (75.0, 50.0)
    assert found.apart.tolist() == [[True, True]]
    assert (found.given.tolist(), found.asked) == ([4], 4)


def test_what_nobody_scored_neither_helps_nor_harms() -> None:
    found = result_of(np.array([[[5.0, N], [N, N]], [[N, N], [N, N]]]), [VALUE, COST])

    np.testing.assert_array_equal(found.score, [100.0, N])
    np.testing.assert_array_equal(found.effort, [N, N])
    np.testing.assert_array_equal(found.by_scorer, [[100.0, N], [N, N]])
    np.testing.assert_array_equal(found.deviation, [0.0, N])
    assert found.apart.any() == False  # noqa: E712 (an array's truth)
    assert found.given.tolist() == [1, 0]
    assert found.ranks.tolist() == [1, 0]


def test_a_criterion_without_weight_counts_nowhere() -> None:
    found = result_of(np.array([[[5.0], [1.0]]]), [Weighted(0.0), Weighted(2.0)])
    assert found.score.tolist() == [0.0]
    np.testing.assert_array_equal(result_of(np.array([[[5.0]]]), [Weighted(0.0)]).score, [N])


def test_one_point_apart_is_no_disagreement() -> None:
    found = result_of(np.array([[[2.0, 3.0, N]], [[2.0, 4.0, N]]]), [VALUE])
    assert found.apart.tolist() == [[False], [True]]


def test_a_round_without_scorers_has_no_result() -> None:
    found = result_of(np.empty((2, 2, 0)), [VALUE, COST])
    assert np.isnan(found.score).all()
    assert (found.ranks.tolist(), found.asked) == ([0, 0], 0)


def test_equals_share_a_rank() -> None:
    assert ranks_of(np.array([50.0, 80.0, N, 50.0, 10.0])).tolist() == [2, 1, 0, 2, 4]
