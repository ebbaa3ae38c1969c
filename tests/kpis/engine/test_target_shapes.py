"""Targets grown by a percentage and figures spread over a year."""

from decimal import Decimal
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.engine.periods import Calendar, Frequency
from kpis.engine.rules import TimeRollup
from kpis.engine.target_shapes import grown, spread, year_before

SUM, MEAN, LAST, LOWEST, HIGHEST = (
    TimeRollup.SUM,
    TimeRollup.MEAN,
    TimeRollup.LAST,
    TimeRollup.MIN,
    TimeRollup.MAX,
)
amounts = st.decimals(min_value=-100_000, max_value=1_000_000, places=2).map(float)
actuals = st.lists(st.none() | st.floats(0, 1e6), min_size=1, max_size=53)


@pytest.mark.parametrize(
    ("value", "percent", "decimals", "expected"),
    [
        (100.0, 5, 0, 105.0),
        (8.0, 2.5, 1, 8.2),
        (8.25, 10, 1, 9.08),
        (-40.0, 10, 0, -44.0),
        (0.1, 0, 0, 0.1),
        (90.0, -100, 1, 0.0),
        (0.3, 100, 1, 0.6),
        (1.0, 1e300, 2, 1e298),
        (900.0, 1.7e308, 1, inf),
    ],
)
def test_a_value_grows_by_a_percentage(value: float, percent: float, decimals: int, expected: float) -> None:
    assert grown(value, percent, decimals) == expected


def test_a_sum_is_shared_out_as_the_year_before() -> None:
    assert spread(100, [10, 20, 30, 40], SUM, 0).parts == (10.0, 20.0, 30.0, 40.0)
    assert spread(100, [1, 1, 1], SUM, 0).parts == (34.0, 33.0, 33.0)
    assert spread(100, [1, 1, 1], SUM, 2).parts == (33.34, 33.33, 33.33)
    assert spread(7, [1, 2, 4], SUM, 0).parts == (1.0, 2.0, 4.0)


def test_what_was_not_reported_stands_at_the_mean_of_the_others() -> None:
    found = spread(90, [10, None, 20], SUM, 0)
    assert (found.parts, found.known, found.even) == ((20.0, 30.0, 40.0), 2, False)


@pytest.mark.parametrize("before", [[None, None], [0.0, 0.0], [-5.0, 10.0]])
def test_without_a_shape_every_period_has_the_same(before: list[float | None]) -> None:
    found = spread(11, before, SUM, 1)
    assert (found.parts, found.even) == ((5.5, 5.5), True)


def test_other_rollups_give_the_figure_again() -> None:
    before = [80.0, 100.0, 90.0, 50.0]
    assert spread(88, before, MEAN, 1).parts == (88.0, 110.0, 99.0, 55.0)
    assert spread(100, before, LAST, 0).parts == (160.0, 200.0, 180.0, 100.0)
    assert spread(10, before, LOWEST, 0).parts == (16.0, 20.0, 18.0, 10.0)
    assert spread(10, before, HIGHEST, 1).parts == (8.0, 10.0, 9.0, 5.0)


@given(amounts, actuals, st.integers(0, 3))
def test_the_parts_of_a_sum_add_up_exactly(figure: float, before: list[float | None], decimals: int) -> None:
    parts = spread(figure, before, SUM, decimals).parts
    assert sum(Decimal(repr(part)) for part in parts) == Decimal(repr(figure))


@given(amounts, actuals, st.integers(0, 3))
def test_the_mean_of_the_parts_is_the_figure(
    figure: float, before: list[float | None], decimals: int
) -> None:
    parts = spread(figure, before, MEAN, decimals).parts
    assert sum(Decimal(repr(part)) for part in parts) == Decimal(repr(figure)) * len(parts)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2025-02-28", "2024-02-28"),
        ("2024-02-29", "2023-02-28"),
        ("2026-03", "2025-03"),
        ("2026-Q3", "2025-Q3"),
        ("2026-H2", "2025-H2"),
        ("2026", "2025"),
        ("2026-W10", "2025-W10"),
        ("2026-W53", "2026-W01"),
    ],
)
def test_each_period_has_its_like_a_year_before(text: str, before: str) -> None:
    calendar = Calendar()
    assert calendar.format(year_before(calendar.parse(text), 1, calendar)) == before


def test_a_fiscal_year_has_its_like_too() -> None:
    calendar = Calendar(first_month=7)
    found = [calendar.format(year_before(calendar.parse(t), 2, calendar)) for t in ("2026-Q1", "2025-07")]
    assert found == ["2024-Q1", "2023-07"]


def test_every_week_and_day_of_a_year_has_one_in_the_year_before() -> None:
    calendar = Calendar()
    for year in range(2019, 2030):
        whole = calendar.parse(str(year))
        for frequency in (Frequency.WEEK, Frequency.DAY):
            for period in calendar.children(whole, frequency):
                there = year_before(period, 1, calendar)
                assert calendar.fiscal_year_of(there) == year - 1
