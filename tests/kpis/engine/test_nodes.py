"""Scores of objectives, perspectives and plans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.engine.nodes import Child, Contribution, NodeScore, node_score
from kpis.engine.scoring import State, Status


def test_a_node_is_the_weighted_mean_of_its_children():
    children = [Child("a", 3, 80.0, 1.0), Child("b", 1, 20.0, 0.5, red=True)]
    assert node_score(children) == NodeScore(
        score=65.0,
        coverage=0.875,
        status=Status.AMBER,
        red_child=True,
        contributions=(Contribution("a", 0.75, 80.0, 60.0), Contribution("b", 0.25, 20.0, 5.0)),
    )


def test_a_scoreless_child_drops_out_of_the_score_but_not_of_the_coverage():
    node = node_score([Child("a", 1, 90.0, 1.0), Child("b", 1, None, 1.0)])
    assert (node.score, node.coverage, node.status) == (90.0, 0.5, Status.GREEN)


def test_a_child_that_is_not_due_or_not_applicable_counts_in_neither():
    aside = [Child("b", 5, None, 0.0, not_due=True), Child("c", 5, None, 0.0, applicable=False)]
    node = node_score([Child("a", 1, 90.0, 1.0), *aside])
    assert (node.score, node.coverage, node.status) == (90.0, 1.0, Status.GREEN)


def test_below_minimum_coverage_a_node_has_no_colour_but_passes_its_score_up():
    node = node_score([Child("a", 1, 90.0, 1.0), Child("b", 2, None, 0.0)], min_coverage=0.5)
    above = node_score([node.as_child("below", 1), Child("c", 1, 50.0, 1.0)], min_coverage=0.5)
    assert (node.score, node.status) == (90.0, State.INSUFFICIENT_DATA)
    assert (above.score, above.coverage, above.status) == (70.0, pytest.approx(2 / 3), Status.GREEN)


def test_coverage_at_the_minimum_is_enough():
    node = node_score([Child("a", 1, 90.0, 0.5)], min_coverage=0.5)
    assert node.status == Status.GREEN


@pytest.mark.parametrize(
    ("children", "status"),
    [
        ([], State.NOT_APPLICABLE),
        ([Child("a", 1, None, 0.0, applicable=False)], State.NOT_APPLICABLE),
        ([Child("a", 1, None, 0.0, not_due=True)], State.NOT_DUE),
        ([Child("a", 1, None, 0.0)], State.INSUFFICIENT_DATA),
        ([Child("a", 0, 80.0, 1.0)], State.UNSCORED),
    ],
)
def test_a_node_without_a_score_says_why(children, status):
    node = node_score(children)
    assert (node.score, node.status, node.contributions) == (None, status, ())


def test_a_child_without_weight_still_marks_its_parent_when_red():
    node = node_score([Child("a", 1, 90.0, 1.0), Child("b", 0, 5.0, 1.0, red=True)])
    assert (node.score, node.red_child, node.status) == (90.0, True, Status.GREEN)


def test_a_node_as_a_child_is_red_only_when_red_itself():
    amber = node_score([Child("a", 1, 60.0, 1.0), Child("b", 1, 20.0, 1.0, red=True)])
    red = node_score([Child("a", 1, 10.0, 1.0, red=True)])
    nothing = node_score([])
    not_due = node_score([Child("a", 1, None, 0.0, not_due=True)])
    assert [node.as_child("n", 2) for node in (amber, red, nothing, not_due)] == [
        Child("n", 2, 40.0, 1.0),
        Child("n", 2, 10.0, 1.0, red=True),
        Child("n", 2, None, 0.0, applicable=False),
        Child("n", 2, None, 0.0, not_due=True),
    ]


@given(st.lists(st.tuples(st.integers(0, 9), st.none() | st.floats(0, 100), st.floats(0, 1)), max_size=8))
def test_points_add_up_to_the_score_and_weights_to_one(rows):
    node = node_score([Child(str(n), *row) for n, row in enumerate(rows)])
    if node.score is None:
        assert node.contributions == ()
    else:
        assert sum(part.points for part in node.contributions) == pytest.approx(node.score, abs=1e-9)
        assert sum(part.effective_weight for part in node.contributions) == pytest.approx(1)
