"""What would turn a node's status."""

from __future__ import annotations

from dataclasses import replace
from math import nan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpis.engine.scoring import AMBER_FROM, GREEN_FROM, TOLERANCE, Direction, Status, score, status_code
from kpis.engine.turning import Part, Turn, holding_values, turning_values

UP, DOWN, BAND = Direction.UP, Direction.DOWN, Direction.BAND
GREEN, AMBER, RED = Status.GREEN, Status.AMBER, Status.RED


def part(key: str, weight: float, score: float, value: float, anchors, direction=UP, decimals=None) -> Part:
    return Part(key, weight, score, value, (*anchors, nan, nan)[:4], direction, decimals)


def test_it_names_the_value_that_would_turn_an_objective():
    parts = [part("a", 1, 50, 150, (200, 100)), part("b", 3, 50, 10, (8, 12), DOWN)]
    assert turning_values(parts) == [Turn("b", pytest.approx(22 / 3), pytest.approx(50 + 200 / 9), GREEN)]


def test_the_smallest_change_of_a_score_comes_first():
    parts = [part("light", 2, 60, 180, (200, 100)), part("heavy", 3, 30, 90, (200, 100))]
    parts.append(part("next", 4, 60, 180, (200, 100)))
    assert [turn.key for turn in turning_values(parts)] == ["next", "heavy"]


def test_it_finds_the_way_up_a_bent_scale_and_into_a_band():
    bent = part("bent", 1, 0, 0, (100, 50, 500, 0))
    assert turning_values([bent]) == [Turn("bent", pytest.approx(50), pytest.approx(100 / 3), AMBER)]
    band = part("band", 1, 50, 57.5, (45, 40, 55, 60), BAND)
    assert turning_values([band]) == [Turn("band", pytest.approx(55), pytest.approx(200 / 3), GREEN)]


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [part("a", 0, 20, 1, (200, 100))],
        [part("a", 1, 70, 210, (200, 100))],
        [part("a", 1, GREEN_FROM - 1e-10, 200, (200, 100))],
        [part(key, 1, 0, 0, (200, 100)) for key in "abcd"],
    ],
)
def test_where_nothing_can_or_need_turn_it_names_nothing(parts):
    assert turning_values(parts) == []


def test_a_kpi_that_cannot_do_it_alone_is_not_named():
    parts = [part("light", 1, 0, 0, (200, 100)), part("heavy", 9, 0, 0, (200, 100))]
    assert [turn.key for turn in turning_values(parts)] == ["heavy"]


def test_a_value_is_rounded_so_that_it_still_turns():
    rate = part("rate", 1, 50, 87.5, (90, 85), decimals=1)
    other = part("other", 2, 61, 118.3, (130, 100))
    [_other, turn] = turning_values([rate, other])
    assert (turn.key, turn.value, turn.status) == ("rate", 91.7, GREEN)  # 91.7 exactly would be 78 of 100
    needed = 3 * GREEN_FROM - 2 * 61
    assert float(score(91.6, rate.anchors, UP)) < needed <= float(score(91.7, rate.anchors, UP)) + TOLERANCE


def test_a_band_narrower_than_its_decimals_gets_more_of_them():
    narrow = part("narrow", 1, 0, 1.0, (0.2, 0.1, 0.3, 0.4), BAND, decimals=0)
    assert turning_values([narrow]) == [Turn("narrow", 0.4, pytest.approx(100 / 3), AMBER)]


def test_it_names_the_last_value_that_holds_a_status():
    parts = [part("a", 1, 80, 240, (200, 100), decimals=0), part("b", 3, 80, 6.4, (8, 12), DOWN, decimals=1)]
    assert holding_values(parts) == [
        Turn("b", 8.5, pytest.approx(62.5), AMBER),
        Turn("a", 80, pytest.approx(80 / 3), AMBER),
    ]


def test_a_red_node_or_one_without_a_score_has_nothing_to_hold():
    assert holding_values([]) == []
    assert holding_values([part("a", 1, 10, 30, (200, 100))]) == []
    assert holding_values([part("a", 0, 90, 260, (200, 100))]) == []


lines = st.tuples(
    st.sampled_from((UP, DOWN)),
    st.floats(-50, 50),
    st.floats(0.5, 40),
    st.one_of(st.just(nan), st.floats(0.1, 60)),
    st.one_of(st.just(nan), st.floats(0.1, 60)),
).map(
    lambda found: (
        found[0],
        tuple(
            line * (1 if found[0] == UP else -1)
            for line in (found[1] + found[2], found[1], found[1] + found[2] + found[3], found[1] - found[4])
        ),
    )
)
bands = st.tuples(*[st.floats(0.5, 20)] * 3, st.floats(-50, 50)).map(
    lambda found: (
        BAND,
        (
            found[3] + found[0],
            found[3],
            found[3] + found[0] + found[1],
            found[3] + found[0] + found[1] + found[2],
        ),
    )
)


@st.composite
def parts_of_a_node(draw) -> list[Part]:
    """One to five KPIs with scores made of their values."""
    parts = []
    for key in "abcde"[: draw(st.integers(1, 5))]:
        direction, anchors = draw(st.one_of(lines, bands))
        value = draw(st.floats(-120, 120))
        found = float(score(value, anchors, direction))
        decimals = draw(st.one_of(st.none(), st.integers(0, 3)))
        parts.append(Part(key, float(draw(st.integers(0, 4))), found, value, anchors, direction, decimals))
    return parts


def with_value(parts: list[Part], key: str, value: float) -> float:
    """The node's score if one KPI had another value."""
    total = sum(each.weight for each in parts)
    scores = [
        float(score(value if each.key == key else each.value, each.anchors, each.direction)) for each in parts
    ]
    return sum(each.weight * points for each, points in zip(parts, scores, strict=True)) / total


def short_of(value: float, present: float, anchors, share: float) -> float:
    """The value, a small share of the scale nearer to the present one."""
    return value + (share * abs(anchors[0] - anchors[1]) * (1 if present > value else -1))


def test_a_whole_number_may_lift_it_further_than_the_next_status():
    """Half would be near; whole numbers reach the target at once."""
    parts = [part("a", 1.0, 0.0, 0.0, (1.0, 0.5), decimals=0)]
    assert turning_values(parts) == [Turn("a", 1.0, pytest.approx(200 / 3), GREEN)]


@given(parts_of_a_node())
def test_a_turning_value_turns_and_nothing_smaller_does(parts):
    total = sum(each.weight for each in parts)
    assume(total > 0)
    node = sum(each.weight * each.score for each in parts) / total
    border = GREEN_FROM if status_code(node) == AMBER else AMBER_FROM
    by_key = {each.key: each for each in parts}
    for turn in turning_values(parts):
        assert status_code(with_value(parts, turn.key, turn.value)) == turn.status != status_code(node)
        exact = replace(by_key[turn.key], decimals=None)
        others = [exact if each.key == turn.key else each for each in parts]
        [value] = [each.value for each in turning_values(others) if each.key == turn.key]
        less = short_of(value, exact.value, exact.anchors, 1e-6)
        assert with_value(parts, turn.key, less) < border - TOLERANCE / 10


@given(parts_of_a_node())
def test_whoever_is_not_named_cannot_turn_it_even_with_a_full_score(parts):
    total = sum(each.weight for each in parts)
    assume(total > 0)
    node = sum(each.weight * each.score for each in parts) / total
    assume(status_code(node) != GREEN)
    border = GREEN_FROM if status_code(node) == AMBER else AMBER_FROM
    named = {turn.key for turn in turning_values(parts)}
    for each in parts:
        best = node + each.weight * (100 - each.score) / total
        assert (each.key in named) == (best >= border - 1e-9) or abs(best - border) < 1e-7


@given(parts_of_a_node())
def test_a_holding_value_holds_and_anything_worse_turns(parts):
    total = sum(each.weight for each in parts)
    assume(total > 0)
    node = sum(each.weight * each.score for each in parts) / total
    border = GREEN_FROM if status_code(node) == GREEN else AMBER_FROM
    by_key = {each.key: each for each in parts}
    for turn in holding_values(parts):
        assert status_code(with_value(parts, turn.key, turn.value)) == status_code(node) != turn.status
        exact = replace(by_key[turn.key], decimals=None)
        others = [exact if each.key == turn.key else each for each in parts]
        [value] = [each.value for each in holding_values(others) if each.key == turn.key]
        worse = short_of(value, exact.value, exact.anchors, -1e-6)
        if value != exact.value:  # at the very border worse may lie on either side
            assert with_value(parts, turn.key, worse) < border - TOLERANCE / 10
