"""Why a score changed, and what would turn it."""

from __future__ import annotations

from dataclasses import replace
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.engine.explain import Branch, Change, Effect, Leaf, explain_change
from kpis.engine.scoring import Direction
from kpis.engine.turning import Part, Turn, turning_values

UP, DOWN = Direction.UP, Direction.DOWN


def leaf(key: str, value: float, target: float = 200.0, red: float = 100.0, direction=UP) -> Leaf:
    """A KPI that scores 33.3 at `red` and 66.7 at `target`."""
    return Leaf(key, value, (target, red, nan, nan), direction)


def node(key: str, *children: tuple[float, Branch | Leaf]) -> Branch:
    return Branch(key, children)


def test_a_change_is_split_in_the_order_of_substitution():
    before = node("objective", (1, leaf("a", 100)), (1, leaf("b", 200)), (1, leaf("old", 0)))
    now = node("objective", (1, leaf("a", 200, target=300)), (3, leaf("b", 200)), (1, leaf("new", 400)))
    change = explain_change(before, now)
    third = 100 / 3
    assert change.before == pytest.approx(third)
    assert change.now == pytest.approx((1.5 * third + 3 * 2 * third + 100) / 5)
    assert change.effects == {
        Effect.ACTUALS: pytest.approx(third / 3),
        Effect.ANCHORS: pytest.approx(-third / 6),
        Effect.WEIGHTS: pytest.approx((7.5 / 5 - 3.5 / 3) * third),
        Effect.MEMBERSHIP: pytest.approx((10.5 / 5 - 7.5 / 5) * third),
        Effect.DEFINITIONS: 0,
    }


def test_a_new_definition_comes_last():
    before = node("objective", (1, leaf("a", 150)))
    now = leaf("a", 150, direction=UP)
    now = replace(now, redefined=leaf("a", 120, target=100, red=200, direction=DOWN))
    change = explain_change(before, node("objective", (1, now)))
    assert change.effects[Effect.DEFINITIONS] == pytest.approx(change.now - change.before)
    assert (change.before, change.now) == (pytest.approx(50), pytest.approx(60))


def test_an_objective_that_changes_its_perspective_is_membership():
    moved, stays, other = (node(str(value), (1, leaf(f"k{value}", value))) for value in (0, 200, 400))
    before = node("plan", (1, node("p", (1, moved), (1, stays))), (1, node("q", (1, other))))
    now = node("plan", (1, node("p", (1, stays))), (1, node("q", (1, other), (1, moved))))
    change = explain_change(before, now)
    assert {effect for effect, points in change.effects.items() if points} == {Effect.MEMBERSHIP}


def test_without_a_score_on_both_sides_nothing_is_split():
    known, unknown = node("o", (1, leaf("a", 150))), node("o", (1, leaf("a", nan)))
    assert explain_change(unknown, known) == Change(None, pytest.approx(50), {})
    assert explain_change(known, unknown) == Change(pytest.approx(50), None, {})


def test_when_every_child_was_replaced_the_effects_still_add_up():
    before = node("o", (1, leaf("a", 150)), (1, leaf("b", 100)))
    now = node("o", (1, leaf("a", nan)), (1, leaf("b", nan)), (1, leaf("c", 300)))
    change = explain_change(before, now)
    assert sum(change.effects.values()) == pytest.approx(change.now - change.before)


leaves = st.builds(
    leaf,
    st.sampled_from("abcdef"),
    st.sampled_from((0.0, 80.0, 120.0, 180.0, 220.0, 400.0, nan)),
    st.sampled_from((150.0, 200.0, 260.0)),
    st.sampled_from((50.0, 100.0)),
    st.sampled_from((UP, DOWN)),
)


def unique(children) -> list:
    return list({child.key: (weight, child) for weight, child in children}.values())


def branches(key, children):
    weighted = st.lists(st.tuples(st.integers(0, 4), children), min_size=1, max_size=4)
    return st.builds(lambda key, found: Branch(key, tuple(unique(found))), st.sampled_from(key), weighted)


plans = branches(["plan"], branches("pqr", branches("uvw", leaves)))


@given(plans, plans)
def test_the_effects_add_up_to_the_change(before, now):
    change = explain_change(before, now)
    if change.before is None or change.now is None:
        assert change.effects == {}
    else:
        assert sum(change.effects.values()) == pytest.approx(change.now - change.before, abs=1e-9)


def part(key: str, weight: float, score: float, value: float, anchors, direction=UP) -> Part:
    return Part(key, weight, score, value, (*anchors, nan, nan)[:4], direction)


def test_it_names_the_value_that_would_turn_an_objective():
    parts = [part("a", 1, 50, 150, (200, 100)), part("b", 3, 50, 10, (8, 12), DOWN)]
    assert turning_values(parts) == [Turn("b", pytest.approx(22 / 3), pytest.approx(50 + 200 / 9))]


def test_the_smallest_change_of_a_score_comes_first():
    parts = [part("light", 2, 60, 180, (200, 100)), part("heavy", 3, 30, 90, (200, 100))]
    parts.append(part("next", 4, 60, 180, (200, 100)))
    assert [turn.key for turn in turning_values(parts)] == ["next", "heavy"]


def test_it_finds_the_way_up_a_bent_scale_and_into_a_band():
    bent = part("bent", 1, 0, 0, (100, 50, 500, 0))
    assert turning_values([bent]) == [Turn("bent", pytest.approx(50), pytest.approx(100 / 3))]
    band = part("band", 1, 50, 57.5, (45, 40, 55, 60), Direction.BAND)
    assert turning_values([band]) == [Turn("band", pytest.approx(55), pytest.approx(200 / 3))]


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [part("a", 0, 20, 1, (200, 100))],
        [part("a", 1, 70, 210, (200, 100))],
        [part(key, 1, 0, 0, (200, 100)) for key in "abcd"],
    ],
)
def test_where_nothing_can_or_need_turn_it_names_nothing(parts):
    assert turning_values(parts) == []


def test_a_kpi_that_cannot_do_it_alone_is_not_named():
    parts = [part("light", 1, 0, 0, (200, 100)), part("heavy", 9, 0, 0, (200, 100))]
    assert [turn.key for turn in turning_values(parts)] == ["heavy"]
