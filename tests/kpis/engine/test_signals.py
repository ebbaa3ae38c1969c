"""Signal or noise."""

from __future__ import annotations

from math import nan

import numpy as np
import pytest

from kpis.engine.scoring import Direction, Status
from kpis.engine.signals import Baseline, Reading, find_signals, is_adverse, reading


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
