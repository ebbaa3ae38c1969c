"""The computed state: arithmetic of plan and money."""

import datetime as dt
import math

import hypothesis.strategies as st
import pytest
from hypothesis import given

from initiatives.earned import Agreed, Computed, Facts, Money, Work, better_than, compute, worst
from initiatives.earned.delays import delay_of
from initiatives.earned.progress import done_share, planned_share

TODAY = dt.date(2026, 6, 30)


def days(count: int) -> dt.date:
    """So many days from the day of the tests."""
    return TODAY + dt.timedelta(days=count)


def agreed(start: int, end: int, weight: float = 1) -> Agreed:
    """Work of the baseline."""
    return Agreed(weight=weight, starts_on=days(start), ends_on=days(end))


def test_the_worked_case_of_a_bridge() -> None:
    # Two tasks of equal weight. Today one should be done and the other half; both are half done.
    # Budget 100, 60 spent: PV = 75, EV = 50, SPI = 2/3, CPI = 5/6, EAC = 120.
    facts = Facts(
        work=(
            Work("Piers", progress=0.5, ends_on=days(20), agreed_end=days(-10)),
            Work("Deck", progress=0.5, ends_on=days(40), agreed_end=days(5)),
            Work("Opened", is_milestone=True, weight=0, ends_on=days(45), agreed_end=days(10)),
        ),
        agreed=(agreed(-40, -10), agreed(-4, 5), Agreed(is_milestone=True, weight=0, ends_on=days(10))),
        money=Money(budget=100, spent=60, outturn=108),
    )
    found = compute(facts, TODAY)
    assert found == Computed(
        schedule="red",
        cost="red",
        progress=0.5,
        planned=0.75,
        counted=1,
        late=1,
        late_days=35,
        late_name="Opened",
        budget=100,
        spent=60,
        outturn=108,
        planned_value=75,
        earned_value=50,
    )
    assert (found.spi, found.cpi, found.estimate) == pytest.approx((2 / 3, 5 / 6, 120))
    assert (found.overall, found.spent_share) == ("red", 0.6)


def test_without_a_plan_and_money_it_says_what_is_missing() -> None:
    nothing = compute(Facts(), TODAY)
    assert nothing == Computed(schedule_unknown="no_plan", cost_unknown="no_budget")
    assert (nothing.overall, nothing.spi, nothing.cpi, nothing.estimate) == ("", None, None, None)
    undated = compute(Facts(work=(Work("Think"),), money=Money(budget=5)), TODAY)
    assert (undated.schedule_unknown, undated.cost_unknown) == ("no_days", "no_actuals")


def test_without_a_baseline_the_days_of_the_plan_count() -> None:
    late = compute(Facts(work=(Work("Signs", ends_on=days(-8)),)), TODAY)
    assert (late.schedule, late.late_days, late.of_milestones, late.spi) == ("amber", 8, False, None)


@pytest.mark.parametrize(
    ("spent", "outturn", "light"),
    [(None, 102, "green"), (None, 103, "amber"), (None, 110, "red"), (111, None, "red"), (111, 90, "red")],
)
def test_the_cost_is_judged_by_what_is_expected_in_the_end(
    spent: float | None, outturn: float | None, light: str
) -> None:
    assert compute(Facts(money=Money(budget=100, spent=spent, outturn=outturn)), TODAY).cost == light


def test_nothing_planned_yet_is_no_delay() -> None:
    begun = compute(Facts(work=(Work("Dig", ends_on=days(9)),), agreed=(agreed(3, 9),)), TODAY)
    assert (begun.schedule, begun.planned, begun.spi) == ("green", 0, None)


def test_what_is_done_is_late_no_longer() -> None:
    done = Work("Dig", progress=0.2, ends_on=days(-3), agreed_end=days(-9), done_on=days(-2))
    assert (delay_of(done, TODAY), done.share_done) == (0, 1)


def test_work_goes_evenly_over_its_days() -> None:
    # Ten days, both ends included; on the first day a tenth is done.
    shares = [planned_share((agreed(0, 9),), days(n)) for n in (-1, 0, 4, 9, 30)]
    assert shares == [0, 0.1, 0.5, 1, 1]
    assert planned_share((Agreed(ends_on=days(2)),), days(1)) == 0
    assert planned_share((Agreed(),), TODAY) is None


@given(
    st.lists(
        st.tuples(st.floats(0, 100), st.integers(-50, 50), st.integers(0, 60), st.floats(0, 1)), min_size=1
    )
)
def test_shares_stay_shares_and_time_only_adds(rows: list[tuple[float, int, int, float]]) -> None:
    baseline = [agreed(start, start + length, weight) for weight, start, length, _ in rows]
    course = [planned_share(baseline, days(n)) for n in range(-60, 120, 9)]
    if sum(weight for weight, *_ in rows) <= 0:
        assert set(course) == {None}
        return
    shares = [round(share, 9) for share in course if share is not None]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert math.isclose(shares[-1], 1)
    done = done_share([Work("x", weight=weight, progress=progress) for weight, _, _, progress in rows])
    assert done is not None
    assert -1e-9 <= done <= 1 + 1e-9


def test_lights_are_ordered() -> None:
    assert [worst(each) for each in ((), ("", "green"), ("red", "amber"), ("green", "amber"))] == [
        "",
        "green",
        "red",
        "amber",
    ]
    assert [
        better_than(*each) for each in (("green", "red"), ("amber", "red"), ("red", "green"), ("", "red"))
    ] == [
        2,
        1,
        0,
        0,
    ]


def test_a_snapshot_comes_back_as_it_was() -> None:
    computed = compute(Facts(work=(Work("Dig", ends_on=days(-40)),), money=Money(1, 2, 3)), TODAY)
    assert Computed.of_snapshot({**computed.snapshot(), "of_an_older_version": 1}) == computed
    assert Computed.of_snapshot({}) is None
