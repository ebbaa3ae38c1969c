"""The year-end projection: what a complete year, a required run rate and simulated series must give."""

from __future__ import annotations

from collections.abc import Callable
from math import erf, sqrt

import numpy as np
import pytest

from kpis.engine.frequency import Frequency
from kpis.engine.projection import (
    Decline,
    Declined,
    Goal,
    Method,
    Projection,
    Running,
    project,
    required_of,
)
from kpis.engine.projection.backtest import best_of
from kpis.engine.projection.methods import Way
from kpis.engine.projection.outcome import Extreme, Spread
from kpis.engine.projection.student import t_cdf, t_quantile
from kpis.engine.rules import TimeRollup
from kpis.engine.scoring import Direction, FloatArray

UP = Goal(Direction.UP, 1200.0, 1200.0)
ROLLUPS = {
    TimeRollup.SUM: sum,
    TimeRollup.MEAN: lambda values: sum(values) / len(values),
    TimeRollup.LAST: lambda values: values[-1],
    TimeRollup.MIN: min,
    TimeRollup.MAX: max,
}


def running(values: list[float], start: int, rollup: TimeRollup = TimeRollup.SUM, size: int = 12) -> Running:
    """Monthly values, all complete; the year begins at the place `start`."""
    array = np.array(values, dtype=float)
    return Running(Frequency.MONTH, rollup, array, ~np.isnan(array), start, start + size)


def projected(values: list[float], start: int, goal: Goal = UP, **options: object) -> Projection:
    found = project(running(values, start, **options), goal)  # type: ignore[arg-type]
    assert isinstance(found, Projection)
    return found


def noisy(seed: int, count: int) -> FloatArray:
    return np.random.default_rng(seed).normal(100, 10, count)


@pytest.mark.parametrize("rollup", list(TimeRollup))
def test_a_complete_year_is_its_actual(rollup: TimeRollup) -> None:
    for seed in range(20):
        values = noisy(seed, 24).tolist()
        actual = ROLLUPS[rollup](values[12:])
        for goal in (Goal(Direction.UP, actual, actual), Goal(Direction.DOWN, actual, actual)):
            found = projected(values, 12, goal, rollup=rollup)
            assert (found.point, found.lower, found.upper) == pytest.approx((actual,) * 3)
            assert (found.probability, found.rest, found.required, found.path) == (1.0, 0, None, ())


@pytest.mark.parametrize(
    ("direction", "end", "expected"),
    [
        (Direction.UP, 9.9, 0.0),
        (Direction.UP, 10.1, 1.0),
        (Direction.DOWN, 20.1, 0.0),
        (Direction.DOWN, 9.9, 1.0),
        (Direction.BAND, 9.9, 0.0),
        (Direction.BAND, 15.0, 1.0),
        (Direction.BAND, 20.1, 0.0),
    ],
)
def test_a_complete_year_is_on_target_or_not(direction: Direction, end: float, expected: float) -> None:
    goal = Goal(direction, 10.0, 20.0)
    assert projected([end] * 24, 12, goal, rollup=TimeRollup.MEAN).probability == expected


@pytest.mark.parametrize("rollup", list(TimeRollup))
def test_the_required_run_rate_hits_the_target_exactly(rollup: TimeRollup) -> None:
    for seed in range(20):
        reported = noisy(seed, 1 + seed % 11)
        target = float(ROLLUPS[rollup](reported.tolist()) * (0.9 if rollup == TimeRollup.MIN else 1.1))
        rest = 12 - len(reported)
        rate = required_of(rollup, reported, rest, target)
        assert ROLLUPS[rollup]([*reported, *[rate] * rest]) == pytest.approx(target)


def test_the_required_run_rate_is_that_of_the_goal() -> None:
    found = projected([100.0] * 12 + [90.0] * 4, 12, Goal(Direction.BAND, 1160.0, 1240.0))
    assert found.required == ((1160 - 360) / 8, (1240 - 360) / 8)
    assert (found.so_far, found.reported, found.rest) == (90.0, 4, 8)


def test_the_run_rate_of_a_year_carries_its_mean_on() -> None:
    found = projected([80.0, 90.0] * 4 + [99.0, 101.0, 103.0], 8, UP, size=12)
    assert found.test is not None
    assert (found.test.way, found.other) == (Way(Method.RUN_RATE, 3), None)
    assert found.point == pytest.approx(303 + 9 * 101)
    assert [step.value[0] for step in found.path] == pytest.approx([101.0] * 9)
    assert [step.to_date[0] for step in found.path] == pytest.approx([303 + 101 * n for n in range(1, 10)])


def test_a_seasonal_series_is_carried_on_by_its_season() -> None:
    season = [10.0 * month for month in range(12)]
    values = [value + year for year in range(3) for value in season] + [3.0, 13.0]
    found = projected(values, 36)
    assert found.test is not None
    assert found.other is not None
    assert (found.test.way.method, found.other.way.method) == (Method.SEASONAL_NAIVE, Method.RUN_RATE)
    assert found.test.mean_error < found.other.mean_error
    assert [step.value[0] for step in found.path] == [value + 2 for value in season[2:]]


def test_a_level_drifts_on_from_its_latest_value() -> None:
    values = [100.0 + 2 * n for n in range(16)]
    found = projected(values, 12, rollup=TimeRollup.LAST)
    assert (found.point, found.lower, found.upper) == pytest.approx((146.0,) * 3)
    assert found.required == (1200.0, 1200.0)


def test_a_level_is_less_sure_the_further_it_is() -> None:
    values = (100 + np.cumsum(np.random.default_rng(5).normal(0, 3, 16))).tolist()
    found = projected(values, 12, rollup=TimeRollup.LAST)
    widths = [upper - lower for _, lower, upper in (step.value for step in found.path)]
    assert widths == sorted(widths)
    assert widths[-1] > 2 * widths[0]


def test_the_fan_of_the_year_to_date_ends_in_the_projection() -> None:
    for rollup in TimeRollup:
        found = projected(noisy(3, 40).tolist(), 36, rollup=rollup)
        assert found.path[-1].to_date == pytest.approx((found.point, found.lower, found.upper))


def test_the_highest_so_far_is_not_undone() -> None:
    values = [100.0, 110.0] * 12 + [250.0, 100.0]
    found = projected(values, 24, Goal(Direction.DOWN, 200.0, 200.0), rollup=TimeRollup.MAX)
    assert (found.point, found.lower, found.probability) == (250.0, 250.0, 0.0)
    lowest = projected(values, 24, Goal(Direction.UP, 50.0, 50.0), rollup=TimeRollup.MIN)
    assert lowest.upper <= 100.0
    assert 0.7 < lowest.probability <= 1.0


@pytest.mark.parametrize(
    ("values", "goal", "why", "points"),
    [
        ([1.0] * 7, UP, Decline.TOO_FEW, 7),
        ([], UP, Decline.TOO_FEW, 0),
        ([1.0] * 30, None, Decline.NO_TARGET, 30),
        ([1.0] * 30, Goal(Direction.UP, float("nan"), float("nan")), Decline.NO_TARGET, 30),
    ],
)
def test_it_declines_and_says_why(values: list[float], goal: Goal | None, why: Decline, points: int) -> None:
    assert project(running(values, len(values)), goal) == Declined(why, points)


def test_it_declines_what_has_stopped() -> None:
    assert project(running([1.0, 2.0] * 10, 60), UP) == Declined(Decline.STOPPED, 20)


def test_eight_points_are_enough() -> None:
    assert project(running([1.0, 2.0] * 4, 0), UP) != project(running([1.0, 2.0] * 4, 1), UP)
    assert isinstance(project(running([1.0, 2.0] * 4, 0), UP), Projection)


def test_what_is_incomplete_is_projected_anew_and_a_gap_stays_a_gap() -> None:
    values = np.array([100.0] * 12 + [90.0, np.nan, 90.0, 5.0])
    eligible = ~np.isnan(values)
    eligible[-1] = False  # half of the departments are still to report
    found = project(Running(Frequency.MONTH, TimeRollup.SUM, values, eligible, 12, 24), UP)
    assert isinstance(found, Projection)
    assert (found.reported, found.rest) == (2, 9)
    assert found.point == pytest.approx(180 + sum(step.value[0] for step in found.path))


def test_nothing_reported_of_the_year_is_all_projected() -> None:
    found = projected([100.0, 102.0] * 12, 24)
    assert (found.reported, found.rest, found.so_far) == (0, 12, None)
    assert found.point == pytest.approx(1212.0)


SERIES: dict[str, Callable[[np.random.Generator, int], FloatArray]] = {
    "noise": lambda rng, n: rng.normal(100, 10, n),
    "season": lambda rng, n: 100 + 30 * np.sin(np.arange(n) * np.pi / 6) + rng.normal(0, 5, n),
    "walk": lambda rng, n: 100 + np.cumsum(rng.normal(0, 2, n)),
}


@pytest.mark.parametrize("series", SERIES)
@pytest.mark.parametrize("months", [3, 6, 9])
@pytest.mark.parametrize("rollup", [TimeRollup.SUM, TimeRollup.MEAN, TimeRollup.LAST])
def test_the_interval_holds_about_four_of_five_years(series: str, months: int, rollup: TimeRollup) -> None:
    rng = np.random.default_rng(2026)
    held = 0
    for _ in range(300):
        values = SERIES[series](rng, 48)
        found = projected(values[: 36 + months].tolist(), 36, rollup=rollup)
        held += found.lower <= ROLLUPS[rollup](values[36:].tolist()) <= found.upper
    assert 0.70 <= held / 300 <= 0.92


@pytest.mark.parametrize("rollup", [TimeRollup.MIN, TimeRollup.MAX])
def test_the_interval_of_the_extreme_holds_about_four_of_five_years(rollup: TimeRollup) -> None:
    rng = np.random.default_rng(7)
    held = 0
    for _ in range(300):
        values = rng.normal(100, 10, 48)
        found = projected(values[:39].tolist(), 36, rollup=rollup)
        held += found.lower - 1e-9 <= ROLLUPS[rollup](values[36:].tolist()) <= found.upper + 1e-9
    assert 0.70 <= held / 300 <= 0.95


def test_the_probability_is_as_often_right_as_it_says() -> None:
    rng = np.random.default_rng(9)
    said, came = [], []
    for _ in range(400):
        values = rng.normal(100, 10, 48)
        found = projected(values[:41].tolist(), 36, Goal(Direction.UP, 1210.0, 1210.0))
        said.append(found.probability)
        came.append(values[36:].sum() >= 1210)
    assert np.mean(said) == pytest.approx(np.mean(came), abs=0.06)
    sure = np.array(said) > 0.7
    assert np.array(came)[sure].mean() > 0.65


@pytest.mark.parametrize(
    ("frequency", "size", "rest"),
    [
        (Frequency.DAY, 365, 300),
        (Frequency.WEEK, 52, 40),
        (Frequency.QUARTER, 4, 2),
        (Frequency.HALF, 2, 1),
        (Frequency.YEAR, 1, 1),
    ],
)
def test_every_frequency_has_its_year(frequency: Frequency, size: int, rest: int) -> None:
    count = max(2 * size, 9) + size - rest
    values = noisy(4, count)
    start = count - (size - rest)
    case = Running(frequency, TimeRollup.SUM, values, np.ones(count, dtype=bool), start, start + size)
    found = project(case, UP)
    assert isinstance(found, Projection)
    assert (found.rest, len(found.path)) == (rest, rest)
    assert found.lower < found.point < found.upper
    assert found.point == pytest.approx(100 * size, rel=0.15)


def test_errors_are_those_of_forecasting_each_past_stretch() -> None:
    known = noisy(12, 30)
    known[17] = np.nan
    ways = [Way(Method.RUN_RATE, 4), Way(Method.SEASONAL_NAIVE, 12)]
    for test in best_of(ways, known, 5):
        expected = []
        for start in range(12, 26):
            truth = known[start : start + 5]
            past = known[:start].tolist()
            if test.way.method == Method.RUN_RATE:
                there = [value for value in past[-4:] if value == value]
                path = [sum(there) / len(there)] * 5
            else:
                path = [latest_in_season(past, start + n - 12) for n in range(5)]
            if not np.isnan(truth).any() and not np.isnan(path).any():
                expected.append(truth.sum() - sum(path))
        assert test.errors.tolist() == pytest.approx(expected)


def latest_in_season(past: list[float], place: int) -> float:
    """The value of the season before; where there is none, of the one before that."""
    while place >= 0 and past[place] != past[place]:
        place -= 12
    return past[place] if place >= 0 else float("nan")


@pytest.mark.parametrize(
    ("freedom", "quantile"),
    [(1, 3.0777), (2, 1.8856), (3, 1.6377), (4, 1.5332), (10, 1.3722), (11, 1.3634), (30, 1.3104)],
)
def test_students_t_is_that_of_the_tables(freedom: int, quantile: float) -> None:
    assert t_quantile(0.9, freedom) == pytest.approx(quantile, abs=1e-4)
    assert t_quantile(0.1, freedom) == pytest.approx(-quantile, abs=1e-4)
    assert t_cdf(t_quantile(0.37, freedom), freedom) == pytest.approx(0.37)
    assert t_cdf(0.0, freedom) == pytest.approx(0.5)


def test_students_t_comes_near_the_normal_distribution() -> None:
    assert t_cdf(1.3, 400) == pytest.approx((1 + erf(1.3 / sqrt(2))) / 2, abs=1e-3)


def test_an_extreme_is_never_inside_what_is_reported() -> None:
    coming = Spread(10.0, 2.0, 9)
    highest, lowest = Extreme(coming, 11.0, highest=True), Extreme(coming, 11.0, highest=False)
    assert (highest.at_most(10.9), highest.at_most(12.0)) == (0.0, t_cdf(1.0, 9))
    assert (lowest.at_most(11.0), lowest.at_most(9.0)) == (1.0, t_cdf(-0.5, 9))
    assert (highest.point, lowest.point) == (11.0, pytest.approx(10.0))
    assert (highest.quantile(0.1), lowest.quantile(0.9)) == (11.0, 11.0)
    assert Extreme(coming, None, highest=True).quantile(0.3) == coming.quantile(0.3)
