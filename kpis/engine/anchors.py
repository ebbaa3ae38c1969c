"""Refusing anchors that cannot be scored, in words that the person who typed them understands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf, isnan, nan

from kpis.engine.scoring import Direction, default_red

NO_ANCHORS = (nan, nan, nan, nan)


class AnchorError(ValueError):
    """Anchors that are incomplete or out of order; the message names which."""


def check_anchors(
    anchors: Sequence[float],
    direction: Direction,
    tolerance: float = 0.10,
    *,
    zero_needs_red_line: bool = True,
) -> None:
    """Refuse four anchors (NaN = none) that are out of order; four times NaN is fine and means no target.

    A series target of 0 may do without a red line where others roll up with it: `zero_needs_red_line=False`.
    Raises AnchorError.
    """
    if all(isnan(anchor) for anchor in anchors):
        return
    if any(abs(anchor) == inf for anchor in anchors):
        raise AnchorError("a target or line must be a finite number")
    check = _check_band if direction == Direction.BAND else _check_line
    check(tuple(anchors), direction, tolerance, zero_needs_red_line)


def _check_line(
    anchors: tuple[float, ...], direction: Direction, tolerance: float, zero_refused: bool
) -> None:
    target, red, best, worst = anchors
    if isnan(target):
        raise AnchorError("a red line, best or worst needs a target")
    if isnan(red) and target == 0:
        if not zero_refused:
            return
        raise AnchorError("a target of 0 needs a red line")
    if isnan(red) and tolerance <= 0:
        raise AnchorError("a tolerance of 0 needs a red line")
    red = float(default_red(anchors, direction, tolerance)[1])
    named = [("worst", worst), ("red line", red), ("target", target), ("best", best)]
    if direction == Direction.DOWN:
        named.reverse()
    _check_order(named, "higher is better" if direction == Direction.UP else "lower is better")


def _check_band(
    anchors: tuple[float, ...], direction: Direction, tolerance: float, zero_refused: bool
) -> None:
    low, red_low, high, red_high = anchors
    if isnan(low) or isnan(high):
        raise AnchorError("a band needs its low and its high edge")
    needs_default = [edge for edge, red in ((low, red_low), (high, red_high)) if isnan(red)]
    if 0 in needs_default:
        if not zero_refused:
            return
        raise AnchorError("a band edge of 0 needs a red line")
    if needs_default and tolerance <= 0:
        raise AnchorError("a tolerance of 0 needs both red lines")
    _, red_low, _, red_high = (float(line) for line in default_red(anchors, direction, tolerance))
    named = [("low red line", red_low), ("low", low), ("high", high), ("high red line", red_high)]
    _check_order(named, "a band")


def _check_order(named: list[tuple[str, float]], reading: str) -> None:
    """Strictly rising from first to last, those left out aside."""
    present = [(name, line) for name, line in named if not isnan(line)]
    for (lower, a), (upper, b) in pairwise(present):
        if not a < b:
            raise AnchorError(f"{reading}: {lower} ({a:g}) must be below {upper} ({b:g})")
