"""Scores, statuses and the refusal of anchors that cannot be scored."""

from __future__ import annotations

from math import inf, isnan, nan

import numpy as np
import pytest

from kpis.engine.anchors import AnchorError, check_anchors
from kpis.engine.scoring import Direction, Status, default_red, score, status_code

UP, DOWN, BAND = Direction.UP, Direction.DOWN, Direction.BAND
THIRD = 100 / 3


@pytest.mark.parametrize(
    ("direction", "anchors", "scores"),
    [
        (UP, (700, 500, nan, nan), {300: 0, 200: 0, 500: THIRD, 600: 50, 700: 2 * THIRD, 900: 100, 950: 100}),
        (DOWN, (8, 12, nan, nan), {16: 0, 12: THIRD, 10: 50, 8: 2 * THIRD, 4: 100, 0: 100}),
        (
            BAND,
            (45, 40, 55, 60),
            {50: 100, 45: 2 * THIRD, 55: 2 * THIRD, 40: THIRD, 57.5: 50, 35: 0, 62.5: THIRD / 2},
        ),
        (BAND, (45, 40, 55, 75), {65: 50, 75: THIRD, 42.5: 50, 47.5: 2.5 * THIRD}),
        (UP, (700, 500, 1500, nan), {1100: 2.5 * THIRD, 1500: 100, 1600: 100, 600: 50, 300: 0}),
        (UP, (700, 500, nan, 400), {450: THIRD / 2, 400: 0, 390: 0, 900: 100}),
        (DOWN, (8, 12, 6, 20), {7: 2.5 * THIRD, 6: 100, 10: 50, 16: THIRD / 2, 20: 0}),
        (UP, (-100, -110, nan, nan), {-100: 2 * THIRD, -105: 50, -120: 0}),
    ],
)
def test_scores_are_those_of_the_definition(direction, anchors, scores):
    assert score(list(scores), np.array(anchors)[:, None], direction) == pytest.approx(list(scores.values()))


@pytest.mark.parametrize(
    ("direction", "anchors"),
    [
        (UP, (nan, 500, nan, nan)),
        (UP, (700, nan, nan, nan)),
        (UP, (0, 0, nan, nan)),
        (UP, (500, 700, nan, nan)),
        (DOWN, (700, 500, nan, nan)),
        (UP, (700, 500, 700, nan)),
        (UP, (700, 500, nan, 500)),
        (DOWN, (8, 12, 8, nan)),
        (DOWN, (8, 12, nan, 11)),
        (BAND, (45, 45, 55, 60)),
        (BAND, (55, 40, 45, 60)),
        (BAND, (45, 40, 55, 55)),
        (BAND, (45, nan, 55, 60)),
        (BAND, (45, 40, nan, nan)),
    ],
)
def test_anchors_out_of_order_leave_unscored(direction, anchors):
    assert isnan(score(50.0, anchors, direction))


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_no_finite_value_no_score(value):
    assert isnan(score(value, (700, 500, nan, nan), UP))


@pytest.mark.parametrize(
    ("direction", "anchors", "completed"),
    [
        (UP, (-100, nan, nan, nan), [-100, -110, nan, nan]),
        (DOWN, (-100, nan, nan, nan), [-100, -90, nan, nan]),
        (UP, (200, nan, 300, nan), [200, 180, 300, nan]),
        (UP, (200, 150, nan, nan), [200, 150, nan, nan]),
        (BAND, (50, nan, 100, nan), [50, 45, 100, 110]),
        (BAND, (50, 20, 100, nan), [50, 20, 100, 110]),
        (UP, (nan, nan, nan, nan), [nan, nan, nan, nan]),
    ],
)
def test_a_missing_red_line_is_a_tolerance_away(direction, anchors, completed):
    np.testing.assert_array_equal(default_red(anchors, direction, 0.1), completed)


def test_a_default_red_line_does_not_change_what_was_given():
    given = np.array([100.0, nan, nan, nan])
    default_red(given, UP, 0.1)
    assert isnan(given[1])


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (100.0, Status.GREEN),
        (200 / 3, Status.GREEN),
        (200 / 3 - 9e-10, Status.GREEN),
        (200 / 3 - 2e-9, Status.AMBER),
        (100 / 3, Status.AMBER),
        (100 / 3 - 9e-10, Status.AMBER),
        (100 / 3 - 2e-9, Status.RED),
        (0.0, Status.RED),
    ],
)
def test_status_follows_the_score(value, status):
    assert status_code(value) == status


def test_no_score_has_no_status():
    with pytest.raises(ValueError, match="no score, no status"):
        status_code(nan)


@pytest.mark.parametrize(
    ("direction", "anchors"),
    [
        (UP, (nan, nan, nan, nan)),
        (UP, (100, nan, nan, nan)),
        (UP, (-100, nan, 0, -200)),
        (UP, (0, -5, nan, nan)),
        (DOWN, (8, 12, 4, 16)),
        (BAND, (45, nan, 55, nan)),
        (BAND, (0, -1, 10, nan)),
    ],
)
def test_it_accepts_anchors_in_order(direction, anchors):
    check_anchors(anchors, direction)


@pytest.mark.parametrize(
    ("direction", "anchors", "message"),
    [
        (UP, (0, nan, nan, nan), "a target of 0 needs a red line"),
        (BAND, (0, nan, 10, nan), "a band edge of 0 needs a red line"),
        (UP, (nan, 5, nan, nan), "a red line, best or worst needs a target"),
        (BAND, (45, nan, nan, nan), "a band needs its low and its high edge"),
        (BAND, (nan, nan, nan, 60), "a band needs its low and its high edge"),
        (UP, (inf, nan, nan, nan), "a target or line must be a finite number"),
        (UP, (5, 5, nan, nan), "higher is better: red line (5) must be below target (5)"),
        (DOWN, (12, 8, nan, nan), "lower is better: target (12) must be below red line (8)"),
        (UP, (10, 5, 9, nan), "higher is better: target (10) must be below best (9)"),
        (UP, (100, nan, nan, 95), "higher is better: worst (95) must be below red line (90)"),
        (DOWN, (8, 12, nan, 11), "lower is better: red line (12) must be below worst (11)"),
        (BAND, (55, 40, 45, 60), "a band: low (55) must be below high (45)"),
        (BAND, (45, 46, 55, 60), "a band: low red line (46) must be below low (45)"),
        (BAND, (45, 40, 55, 54), "a band: high (55) must be below high red line (54)"),
    ],
)
def test_it_refuses_anchors_in_words(direction, anchors, message):
    with pytest.raises(AnchorError) as refusal:
        check_anchors(anchors, direction)
    assert str(refusal.value) == message


def test_a_tolerance_of_0_needs_red_lines():
    with pytest.raises(AnchorError, match="a tolerance of 0 needs a red line"):
        check_anchors((5, nan, nan, nan), UP, 0.0)
    with pytest.raises(AnchorError, match="a tolerance of 0 needs both red lines"):
        check_anchors((5, 4, 6, nan), BAND, 0.0)


@pytest.mark.parametrize(("direction", "anchors"), [(UP, (0, nan, nan, nan)), (BAND, (0, nan, 5, nan))])
def test_a_series_target_of_0_may_do_without_a_red_line(direction, anchors):
    check_anchors(anchors, direction, zero_needs_red_line=False)
