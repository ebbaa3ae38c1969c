"""What a KPI's values say of a benefit."""

import datetime as dt

import pytest

from initiatives.benefits.effect import Effect, Point, effect_of, proposed

POINTS = [
    Point(dt.date(2026, month, 28), float(value)) for month, value in ((1, 10), (2, 12), (3, 9), (4, 7))
]
FEBRUARY = dt.date(2026, 2, 28)


def test_the_change_is_from_the_baseline_to_the_newest_value() -> None:
    said = effect_of(POINTS, 10.0, FEBRUARY, -4.0)
    assert said == Effect(10.0, POINTS[-1], -4.0)
    assert said is not None
    assert (said.change, said.share) == (-3.0, 0.75)


def test_an_unsaid_baseline_is_the_value_of_its_day() -> None:
    found = effect_of(POINTS, None, FEBRUARY, -5.0)
    assert found is not None
    assert (found.baseline, found.share) == (12.0, 1.0)


@pytest.mark.parametrize("day", [None, dt.date(2025, 1, 1), dt.date(2026, 4, 28)])
def test_without_a_value_before_or_since_nothing_is_said(day: dt.date | None) -> None:
    assert effect_of(POINTS, None, day, 1.0) is None


@pytest.mark.parametrize(
    ("value", "due", "verdict"),
    [
        (8, 1, "not_yet"),
        (9.7, -1, "yes"),
        (4, 1, "not_yet"),
        (4, -1, "partly"),
        (1, -1, "no"),
        (-3, -1, "no"),
    ],
)
def test_a_finding_is_proposed(value: float, due: int, verdict: str) -> None:
    today = dt.date(2026, 11, 22)
    effect = Effect(0.0, Point(today, float(value)), 10.0)
    assert proposed(effect, today + dt.timedelta(days=due), today) == verdict
    assert proposed(None, None, today) == ""
