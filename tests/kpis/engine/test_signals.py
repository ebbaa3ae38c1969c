"""Signal or noise."""

from __future__ import annotations

from itertools import pairwise
from math import nan

import numpy as np
import pytest

from kpis.engine.scoring import Direction, Status
from kpis.engine.signals import Baseline, Reading, find_signals, is_adverse, judge, reading


def signals_of(values: list[float], splits: tuple[int, ...] = ()):
    points = np.array(values)
    return find_signals(points, ~np.isnan(points), splits)


def sides(values: list[float], splits: tuple[int, ...] = ()) -> list[int]:
    found = signals_of(values, splits)
    return [found.side(period) for period in range(len(values))]


def test_limits_are_the_centre_and_2_66_mean_moving_ranges():
    found = signals_of([10, 12, 10, 12, 10, 12, 10, 12])
    assert found.baselines == (Baseline(0, 8, 11.0, 11 - 5.32, 11 + 5.32),)


def test_ranges_are_taken_between_adjacent_periods_only():
    found = signals_of([10, 12, nan, 90, 88, nan, 10, 12, 10, 12])
    assert found.baselines[0].upper == pytest.approx(30.5 + 2.66 * 2)


def test_fewer_than_eight_points_have_no_limits_and_no_signals():
    found = signals_of([1, 2, 1, 2, 1, 2, 99, nan])
    assert found.baselines == (Baseline(0, 8, pytest.approx(108 / 7), None, None),)
    assert found.outside.tolist() == [0] * 8


def test_nothing_reported_has_no_baseline():
    assert signals_of([nan] * 9).baselines == ()


def test_a_point_outside_is_a_signal():
    assert sides([10, 14] * 8 + [30]) == [0] * 16 + [1]
    assert sides([10, 14] * 8 + [-6]) == [0] * 16 + [-1]


def test_the_eighth_in_a_row_on_one_side_is_a_signal():
    values = [5.0, 1, 5, 1, 4, 4, 4, 4, 4, 4, 4, 4.0, 0, 1]
    centre = sum(values) / len(values)
    assert 1 < centre < 4
    assert sides(values) == [0] * 11 + [1] + [0] * 2


@pytest.mark.parametrize(("between", "expected"), [(nan, -8), (3.0, -4)])
def test_a_point_on_the_centre_breaks_a_run_and_a_gap_does_not(between, expected):
    low, high = [2.0] * 4 + [between] + [2.0] * 4, [4.0] * 8
    found = signals_of(low + high)
    assert (found.baselines[0].centre, found.run[8]) == (3.0, expected)


def test_a_constant_series_has_no_signal():
    assert sides([0.1] * 30) == [0] * 30


def test_a_split_begins_a_new_baseline():
    found = signals_of([1, 2] * 4 + [51, 52] * 4, splits=(8,))
    assert [(b.start, b.stop, b.centre) for b in found.baselines] == [(0, 8, 1.5), (8, 16, 51.5)]
    assert sides([1, 2] * 4 + [51, 52] * 4, splits=(8,)) == [0] * 16


def test_what_is_not_eligible_is_no_point():
    values = np.array([10.0, 11] * 8 + [30])
    eligible = np.array([True] * 16 + [False])
    assert find_signals(values, eligible).outside.tolist() == [0] * 17


@pytest.mark.parametrize(
    ("side", "direction", "value", "middle", "adverse"),
    [
        (1, Direction.UP, 5, None, False),
        (-1, Direction.UP, 5, None, True),
        (1, Direction.DOWN, 5, None, True),
        (-1, Direction.DOWN, 5, None, False),
        (1, Direction.BAND, 60, 50.0, True),
        (-1, Direction.BAND, 60, 50.0, False),
        (-1, Direction.BAND, 40, 50.0, True),
        (-1, Direction.BAND, 40, None, False),
    ],
)
def test_adverse_is_the_side_that_makes_it_worse(side, direction, value, middle, adverse):
    assert is_adverse(side, direction, value, middle) == adverse


@pytest.mark.parametrize(
    ("status", "signal", "adverse", "expected"),
    [
        (Status.RED, False, False, Reading.CHANGE_THE_PROCESS),
        (Status.AMBER, True, False, Reading.FIND_THE_CAUSE),
        (Status.RED, True, True, Reading.FIND_THE_CAUSE),
        (Status.GREEN, True, True, Reading.EARLY_WARNING),
        (Status.GREEN, True, False, Reading.LEAVE_ALONE),
        (Status.GREEN, False, False, Reading.LEAVE_ALONE),
    ],
)
def test_status_and_signal_are_read_together(status, signal, adverse, expected):
    assert reading(status, signal, adverse) == expected


def test_many_stretches_are_judged_as_each_alone():
    rng = np.random.default_rng(7)
    points = np.round(rng.normal(50, 5, (40, 30)))
    points[rng.random(points.shape) < 0.2] = nan
    points[:5, :25] = nan  # too few points for limits
    points[5:20, -9:] += 12
    together = judge(points)
    alone = [find_signals(row, ~np.isnan(row)) for row in points]
    assert together.outside.tolist() == [each.outside.tolist() for each in alone]
    assert together.run.tolist() == [each.run.tolist() for each in alone]
    assert together.sides().tolist() == [[each.side(p) for p in range(30)] for each in alone]
    assert np.abs(together.sides()).sum() > 20


def test_limits_and_runs_equal_the_rule_applied_point_by_point():
    rng = np.random.default_rng(11)
    for _ in range(100):
        values = np.round(rng.normal(10, 2, 24), 1)
        values[rng.random(24) < 0.15] = nan
        found = signals_of(values.tolist())
        expected = reference(values.tolist())
        assert [(int(o), int(r)) for o, r in zip(found.outside, found.run, strict=True)] == expected


def reference(values: list[float]) -> list[tuple[int, int]]:
    """The rule in plain loops: (outside, run) of each period."""
    there = [value for value in values if value == value]
    pairs = pairwise(values)
    ranges = [abs(b - a) for a, b in pairs if a == a and b == b]
    centre, reach = sum(there) / len(there), 2.66 * sum(ranges) / len(ranges)
    found, run = [], 0
    for value in values:
        if value != value:
            found.append((0, 0))
            continue
        side = 0 if abs(value - centre) < 1e-10 else 1 if value > centre else -1
        run = run + side if run * side > 0 else side
        found.append((side if abs(value - centre) > reach + 1e-10 else 0, run))
    return found
