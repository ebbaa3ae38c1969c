"""Stretches of months, capacity in words, shortages: arithmetic without a database."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from initiatives.means.load import LoadCell, LoadState
from initiatives.means.months import first_day, joined, month_of, months_of_year, spread, year_of
from initiatives.means.technology import Need, shortages
from kpis.engine.periods import Calendar


def test_overlapping_stretches_add_up_and_are_joined_again() -> None:
    months = spread([(10, 13, 1.0), (12, 15, 0.5)])
    assert months == {10: 1.0, 11: 1.0, 12: 1.5, 13: 1.5, 14: 0.5, 15: 0.5}
    assert joined(months) == [(10, 11, 1.0), (12, 13, 1.5), (14, 15, 0.5)]


@given(st.dictionaries(st.integers(0, 40), st.sampled_from([0.0, 0.1, 0.3, 0.5, 1.0])))
def test_joined_stretches_say_the_same_and_never_touch_as_equals(months: dict[int, float]) -> None:
    stretches = joined(months)
    assert spread(stretches) == {month: fte for month, fte in months.items() if fte}
    for one, other in pairwise(stretches):
        assert other[0] > one[1] + 1 or other[2] != one[2]


def test_a_fiscal_year_has_its_own_twelve_months() -> None:
    july = Calendar(7, "end")
    months = list(months_of_year(2027, july))
    assert (first_day(months[0]), first_day(months[-1])) == (dt.date(2026, 7, 1), dt.date(2027, 6, 1))
    assert {year_of(month, july) for month in months} == {2027}
    assert month_of(dt.date(2026, 7, 31)) == months[0]


def test_a_team_is_free_full_over_or_unknown() -> None:
    states = [
        LoadCell(2.0, 1.0).state,
        LoadCell(2.0, 1.8).state,
        LoadCell(2.0, 2.0).state,
        LoadCell(2.0, 1.8, 0.5).state,
        LoadCell(None, 0.5).state,
        LoadCell(0.0, 0.5).state,
        LoadCell(2.0, 0.0).state,
        LoadCell().state,
    ]
    assert states == [
        LoadState.FREE,
        LoadState.FULL,
        LoadState.FULL,
        LoadState.OVER,
        LoadState.UNKNOWN,
        LoadState.OVER,
        LoadState.FREE,
        LoadState.NONE,
    ]


def test_sums_of_tenths_that_equal_the_capacity_are_not_too_much() -> None:
    assert LoadCell(0.3, 0.1 + 0.2).state == LoadState.FULL


def day(number: int) -> dt.date:
    return dt.date(2026, 12, number)


def test_a_shortage_lasts_while_more_is_needed_than_there_is() -> None:
    needs = [Need(1, None, day(10)), Need(1, day(5), None), Need(1, day(8), day(20))]
    found = shortages(needs, 1, day(1))
    assert [(each.starts_on, each.ends_on, each.needed) for each in found] == [
        (day(5), day(7), 2),
        (day(8), day(10), 3),
        (day(11), day(20), 2),
    ]
    assert shortages(needs, None, day(1)) == []
    assert [each.starts_on for each in shortages(needs, 2, day(9))] == [day(9)]
    assert shortages(needs, 3, day(1)) == []


def test_a_shortage_without_an_end_says_so() -> None:
    found = shortages([Need(2, None, None)], 1, day(1))
    assert [(each.starts_on, each.ends_on) for each in found] == [(day(1), None)]
