"""Why a score changed."""

from __future__ import annotations

from dataclasses import replace
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.engine.explain import Branch, Change, Effect, Leaf, explain_change, shares_of
from kpis.engine.scoring import Direction

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
        for effect, points in change.effects.items():
            by_leaf = sum(each.get(effect, 0.0) for each in change.by_leaf.values())
            assert by_leaf == pytest.approx(points, abs=1e-9)


@given(plans, plans)
def test_what_a_child_did_is_what_its_share_above_the_score_before_gained(before, now):
    change = explain_change(before, now)
    if change.effects:
        of_children = [change.below((child.key,)) for child in children_of(before, now)]
        for effect, points in change.effects.items():
            assert sum(each[effect] for each in of_children) == pytest.approx(points, abs=1e-9)


def children_of(*nodes: Branch) -> list[Branch | Leaf]:
    """The children of both nodes, each key once."""
    return list({child.key: child for node in nodes for _, child in node.children}.values())


@given(plans)
def test_shares_add_up_to_the_whole_and_make_the_score(plan):
    shares = shares_of(plan).values()
    if plan.score() is None:
        assert not shares
    else:
        assert sum(each.share for each in shares) == pytest.approx(1, abs=1e-9)
        assert sum(each.share * each.score for each in shares) == pytest.approx(plan.score(), abs=1e-9)


def one_cell_a_kpi(node: Branch, cells: dict[str, Leaf]) -> Branch:
    """The same node, a KPI that stands in it twice with the same cell both times."""
    return Branch(
        node.key,
        tuple(
            (weight, cells.setdefault(child.key, child))
            if isinstance(child, Leaf)
            else (weight, one_cell_a_kpi(child, cells))
            for weight, child in node.children
        ),
    )


@given(plans)
def test_nothing_changed_is_no_change(plan):
    same = one_cell_a_kpi(plan, {})
    change = explain_change(same, same)
    assert all(points == 0 for points in change.effects.values())
    assert change.by_leaf == {}


def test_each_effect_is_told_by_child():
    before = node("objective", (1, leaf("a", 100)), (1, leaf("b", 200)))
    now = node("objective", (1, leaf("a", 200)), (3, leaf("b", 200, target=300)))
    change = explain_change(before, now)
    third = 100 / 3
    assert change.by_leaf == {
        ("a",): {Effect.ACTUALS: pytest.approx(third / 2), Effect.WEIGHTS: pytest.approx(-third / 16)},
        ("b",): {Effect.ANCHORS: pytest.approx(-third / 4), Effect.WEIGHTS: pytest.approx(-third / 16)},
    }
    assert sum(change.effects.values()) == pytest.approx(change.now - change.before, abs=1e-9)
