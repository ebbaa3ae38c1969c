"""Scores of 0 to 100 and their status. The target scores 200/3, the red line 100/3, straight in between.

Anchors are float arrays with a leading axis of 4, NaN where there is none:
higher or lower is better: target, red line, best (scores 100), worst (scores 0);
band: low edge, its red line, high edge, its red line.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

GREEN_FROM = 200 / 3
AMBER_FROM = 100 / 3
TOLERANCE = 1e-9


class Direction(StrEnum):
    """Which way a KPI is better."""

    UP = "up"
    DOWN = "down"
    BAND = "band"


class Status(StrEnum):
    """What a score says."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class State(StrEnum):
    """What stands in place of a status, in order of precedence."""

    NOT_APPLICABLE = "not_applicable"
    NOT_DUE = "not_due"
    DUE = "due"
    LATE = "late"
    MISSING = "missing"
    INSUFFICIENT_DATA = "insufficient_data"
    UNSCORED = "unscored"


def default_red(anchors: ArrayLike, direction: Direction, tolerance: ArrayLike) -> FloatArray:
    """The anchors with each missing red line at target ∓ tolerance·|target| (band: beyond its edges)."""
    filled = np.array(anchors, dtype=np.float64)
    first_side = -1.0 if direction != Direction.DOWN else 1.0
    filled[1] = _red(filled[0], filled[1], first_side, tolerance)
    if direction == Direction.BAND:
        filled[3] = _red(filled[2], filled[3], 1.0, tolerance)
    return filled


def _red(target: FloatArray, red: FloatArray, side: float, tolerance: ArrayLike) -> FloatArray:
    distance = np.asarray(tolerance) * np.abs(target)
    return np.where(np.isnan(red), target + side * distance, red)


def score(value: ArrayLike, anchors: ArrayLike, direction: Direction) -> FloatArray:
    """Scores of values against their anchors; NaN where a value, a target or the strict order is wanting."""
    values, lines = np.asarray(value, dtype=np.float64), np.asarray(anchors, dtype=np.float64)
    with np.errstate(all="ignore"):
        thirds = (
            _band_thirds(values, lines) if direction == Direction.BAND else _thirds(values, lines, direction)
        )
        scores = np.clip(100 / 3 * thirds, 0.0, 100.0)
    return np.where(np.isfinite(values), scores, np.nan)


def _thirds(value: FloatArray, anchors: FloatArray, direction: Direction) -> FloatArray:
    """Thirds of the scale: 0 worst, 1 red line, 2 target, 3 best. Lower is better is its mirror image."""
    sign = -1.0 if direction == Direction.DOWN else 1.0
    v = sign * value
    target, red, best, worst = (sign * line for line in anchors)
    thirds = 1 + (v - red) / (target - red)
    thirds = np.where((v > target) & ~np.isnan(best), 2 + (v - target) / (best - target), thirds)
    thirds = np.where((v < red) & ~np.isnan(worst), (v - worst) / (red - worst), thirds)
    disorder = ~(red < target) | (best <= target) | (worst >= red)
    return np.where(disorder, np.nan, thirds)


def _band_thirds(value: FloatArray, anchors: FloatArray) -> FloatArray:
    """3 at the middle, 2 at the edges, 1 at the red lines, then on at each side's own slope."""
    low, red_low, high, red_high = anchors
    middle = (low + high) / 2
    below = np.where(value < low, 1 + (value - red_low) / (low - red_low), 2 + (value - low) / (middle - low))
    above = np.where(
        value > high, 1 + (red_high - value) / (red_high - high), 2 + (high - value) / (high - middle)
    )
    in_order = (red_low < low) & (low < high) & (high < red_high)
    return np.where(in_order, np.where(value < middle, below, above), np.nan)


def status_code(value: float) -> Status:
    """The status of a score, with an absolute tolerance of 1e-9 at the borders. The score must not be NaN."""
    if np.isnan(value):
        raise ValueError("no score, no status")
    if value >= GREEN_FROM - TOLERANCE:
        return Status.GREEN
    return Status.AMBER if value >= AMBER_FROM - TOLERANCE else Status.RED
