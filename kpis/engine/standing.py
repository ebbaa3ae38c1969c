"""The states of many cells at once, as far as the scores above them and a count of late values need them.

One cell by itself is judged by `kpis.engine.states`; both say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from kpis.engine.scoring import AMBER_FROM, TOLERANCE, BoolArray, FloatArray


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of cells that their states depend on, arrays of one shape; NaN = missing, 0 for counts."""

    value: FloatArray
    score: FloatArray
    active: FloatArray
    expected: FloatArray
    reported: FloatArray


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of cells or of nodes, arrays of one shape.

    score 0–100, NaN = none; coverage 0–1; applicable: it counts there; not_due: nothing is expected of it
    yet; late: a value is overdue; red: its status is red.
    """

    score: FloatArray
    coverage: FloatArray
    applicable: BoolArray
    not_due: BoolArray
    late: BoolArray
    red: BoolArray

    def at(self, places: Sequence[int]) -> Standing:
        """Some of the second axis, by place."""
        return self._each(lambda array: array[:, places])

    def turned(self) -> Standing:
        """With the axes changed round."""
        return self._each(np.transpose)

    def _each(self, change: Callable[[Any], Any]) -> Standing:
        return Standing(*(change(getattr(self, field.name)) for field in fields(self)))


def standing_of(numbers: Numbers, min_coverage: FloatArray, overdue: BoolArray) -> Standing:
    """Cells as `cell_state` judges them. overdue: a value that is expected and not there is late by now.

    `min_coverage` (0 to 1) and `overdue` are broadcastable to the numbers.
    """
    there = ~np.isnan(numbers.value)
    expected = np.nan_to_num(numbers.expected)
    applicable = there | (numbers.active > 0)
    covered = np.divide(
        np.nan_to_num(numbers.reported), expected, out=there.astype(np.float64), where=expected > 0
    )
    return Standing(
        score=numbers.score,
        coverage=covered,
        applicable=applicable,
        not_due=applicable & ~there & ~(expected > 0),
        late=applicable & ~there & (expected > 0) & overdue,
        red=there & (covered >= min_coverage) & (numbers.score < AMBER_FROM - TOLERANCE),
    )
