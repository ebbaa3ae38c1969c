"""The best choice: as good as trying all, within every limit, and honest about what is not proven."""

import pytest
from hypothesis import given, settings

from benchmarks.large_portfolio import large
from initiatives.optimiser import (
    AtMostOne,
    Candidate,
    Money,
    Must,
    Needs,
    Never,
    NotBefore,
    People,
    Problem,
    Solved,
    Stopped,
    Watch,
    solve,
)
from tests.initiatives.optimiser.exhaustive import best_value, broken, value_of
from tests.initiatives.optimiser.questions import problems


@settings(max_examples=150, deadline=None)
@given(problems())
def test_it_is_as_good_as_trying_every_choice(problem: Problem) -> None:
    expected = best_value(problem)
    found = solve(problem)
    if expected is None:
        assert found.solved == Solved.NONE
        return
    assert found.solved == Solved.BEST
    assert broken(problem, found.starts) == []
    assert found.value == pytest.approx(expected, rel=1e-5, abs=1e-6)
    assert found.value == pytest.approx(value_of(problem, found.starts))


def test_a_large_choice_keeps_every_limit_and_says_how_far_the_best_may_be() -> None:
    problem = large(200, 5, 10)
    found = solve(problem, seconds=2)
    assert found.found
    assert len(found.starts) > 20
    assert broken(problem, found.starts) == []
    assert found.value == pytest.approx(value_of(problem, found.starts))
    assert found.gap is not None
    assert (found.gap == 0) == (found.solved == Solved.BEST)


PLAIN = Problem(2, [Candidate("A", 5.0, {"operating": (3.0, 1.0)}), Candidate("B", 4.0, {"capital": (2.0,)})])


def test_without_limits_everything_starts_at_once() -> None:
    found = solve(Problem(2, PLAIN.candidates, later=0.1))
    assert (found.solved, dict(found.starts), found.value) == (Solved.BEST, {"A": 0, "B": 0}, 9.0)


@pytest.mark.parametrize(
    ("limits", "starts"),
    [
        ((Never("A"),), {"B": 0}),
        ((Money("operating", 0, 2.0), NotBefore("B", 1)), {"A": 1, "B": 1}),
        ((Money("total", 0, 4.0), Money("total", 1, 2.0)), {"A": 0}),
        ((AtMostOne(("A", "B")),), {"A": 0}),
        ((AtMostOne(("A", "B")), Must("B")), {"B": 0}),
        ((Needs("A", "B"), NotBefore("B", 1)), {"A": 1, "B": 1}),
        ((Needs("A", "B"), Never("B")), {}),
    ],
)
def test_each_limit_says_what_it_means(limits: tuple, starts: dict[str, int]) -> None:
    found = solve(Problem(2, PLAIN.candidates, limits, later=0.1))
    assert (found.solved, dict(found.starts)) == (Solved.BEST, starts)


def test_people_are_counted_from_the_start_on() -> None:
    digger = Candidate("D", 5.0, people={"works": (1.0, 3.0)})
    limits = (People("works", 0, 3.0), People("works", 1, 2.0), People("works", 2, 3.0))
    found = solve(Problem(3, [digger], limits, later=0.1))
    assert dict(found.starts) == {"D": 1}


def test_what_would_not_end_within_the_years_is_left_out_where_that_is_asked() -> None:
    long = Candidate("L", 5.0, {"capital": (1.0, 1.0, 1.0)})
    assert dict(solve(Problem(2, [long])).starts) == {"L": 0}
    assert dict(solve(Problem(2, [long], whole=True)).starts) == {}
    assert solve(Problem(2, [long], (Must("L"),), whole=True)).solved == Solved.NONE


def test_nothing_to_choose_from_is_an_answer_too() -> None:
    assert solve(Problem(3, [])).solved == Solved.BEST
    assert solve(Problem(3, [], (Must("A"),))).solved == Solved.NONE


def test_it_stops_when_that_is_wanted() -> None:
    with pytest.raises(Stopped):
        solve(large(200, 5, 10), seconds=60, watch=Watch(wants_stop=lambda: True))
