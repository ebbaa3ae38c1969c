"""What is told beside the choice: conflicts, prices, the frontier."""

import pytest
from hypothesis import assume, given, settings

from initiatives.optimiser import (
    Answer,
    AtMostOne,
    Candidate,
    Money,
    Must,
    Never,
    Problem,
    Progress,
    Solved,
    Stopped,
    Watch,
    answer,
)
from initiatives.optimiser.conflict import conflict
from tests.initiatives.optimiser.exhaustive import best_value
from tests.initiatives.optimiser.questions import problems


@settings(max_examples=60, deadline=None)
@given(problems())
def test_a_conflict_has_no_limit_too_many(problem: Problem) -> None:
    problem = problem.under([*problem.limits, Must("A"), Must("B"), Money("total", 0, 4.0)])
    assume(best_value(problem) is None)
    found = conflict(problem, seconds=60, watch=Watch())
    assert found.irreducible
    assert best_value(problem.under(found.limits)) is None
    for limit in found.limits:
        assert best_value(problem.under(found.limits).without(limit)) is not None


A = Candidate("A", 10.0, {"capital": (4.0,)})
B = Candidate("B", 6.0, {"capital": (3.0,)})
C = Candidate("C", 3.0, {"capital": (2.0,)})
TIGHT = Problem(1, [A, B, C], (Money("capital", 0, 6.8), Must("C")))


def test_a_must_that_costs_too_much_is_named_with_the_budget_it_breaks() -> None:
    found = answer(Problem(1, [A, B, C], (Must("B"), Money("capital", 0, 3.0), Must("A"), Never("C"))))
    assert found.conflict is not None
    assert found.conflict.irreducible
    assert set(found.conflict.limits) == {Must("A"), Money("capital", 0, 3.0)}


def test_a_limit_costs_what_a_bit_more_of_it_would_bring() -> None:
    # With 6.8 the best are A and C (13); with 7.14 C has to stay and nothing more fits, without C A and B do.
    found = answer(TIGHT)
    assert (dict(found.base.starts), found.base.value) == ({"A": 0, "C": 0}, 13.0)
    (of_money,) = found.limits
    assert (of_money.limit, of_money.gain, of_money.proven) == (TIGHT.limits[0], 0.0, True)
    assert of_money.loosened == Money("capital", 0, pytest.approx(7.14))
    (use,) = found.usage
    assert use.used == 6.0


def test_a_forced_pick_costs_what_is_lost_by_it() -> None:
    limits = (Money("capital", 0, 7.0), Must("C"))
    (forced,) = answer(Problem(1, [A, B, C], limits)).forced
    assert (forced.limit, forced.gain, forced.added, forced.dropped) == (Must("C"), 3.0, ("B",), ("C",))


def test_a_rule_costs_what_would_be_gained_without_it() -> None:
    (rule,) = answer(Problem(1, [A, B], (AtMostOne(("A", "B")),))).limits
    assert (rule.loosened, rule.gain, rule.added) == (None, 6.0, ("B",))


def test_a_larger_budget_never_brings_less() -> None:
    found = answer(Problem(1, [A, B, C], (Money("capital", 0, 5.0),)))
    shown = [(point.scale, point.budget, point.value, point.count) for point in found.frontier]
    assert shown == [
        (0.5, 2.5, 3.0, 1),
        (0.7, 3.5, 6.0, 1),
        (0.85, 4.25, 10.0, 1),
        (0.9, 4.5, 10.0, 1),
        (0.95, 4.75, 10.0, 1),
        (1.0, 5.0, 10.0, 1),
        (1.1, 5.5, 10.0, 1),
        (1.25, 6.25, 13.0, 2),
        (1.5, 7.5, 16.0, 2),
        (2.0, 10.0, 19.0, 3),
    ]


def test_a_budget_too_small_for_what_must_be_is_no_point_of_the_frontier() -> None:
    found = answer(TIGHT.under([Money("capital", 0, 4.0), Must("B")]))
    assert [point.solved for point in found.frontier][:3] == [Solved.NONE, Solved.NONE, Solved.BEST]


def test_the_choice_is_kept_before_the_prices_are_known_and_every_step_is_told() -> None:
    kept: list[Answer] = []
    told: list[Progress] = []
    found = answer(TIGHT, watch=Watch(tell=told.append), keep=kept.append)
    assert [each.base for each in kept] == [found.base]
    assert {each.step for each in told} >= {"forced", "limits", "frontier"}


def test_it_stops_between_two_solves() -> None:
    kept: list[Answer] = []
    with pytest.raises(Stopped):
        answer(TIGHT, watch=Watch(wants_stop=lambda: bool(kept)), keep=kept.append)
    assert len(kept) == 1
