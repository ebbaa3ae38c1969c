"""Targets of formula KPIs: a cell's own, else the mean of the department's native ones, else the default."""

from __future__ import annotations

import numpy as np

from kpis.engine.batch import CellTarget
from kpis.engine.departments import NativeCells
from kpis.engine.over_time import Walk, roll_up_time
from kpis.engine.rules import KpiRules, TimeRollup
from kpis.engine.scoring import FloatArray, default_red


def native_targets(
    rules: KpiRules, targets: tuple[CellTarget, ...], value: FloatArray, ordinals: range
) -> FloatArray:
    """[4,D,1,P]: the targets set for native cells, red lines completed; NaN where there is none."""
    anchors = np.full((4, *value.shape), np.nan)
    for target in targets:
        if target.period.frequency == rules.frequency and target.period.ordinal in ordinals:
            place = (target.department, 0, ordinals.index(target.period.ordinal))
            anchors[(slice(None), *place)] = default_red(target.anchors, rules.direction, rules.tolerance)
    return anchors


def mean_of_natives(
    rules: KpiRules, value: FloatArray, anchors: FloatArray, walk: Walk
) -> tuple[FloatArray, FloatArray]:
    """Anchors [4,D,1,C] of the whole and to date: means over the native cells with a target (and a value)."""
    reported = np.where(np.isnan(value), np.nan, anchors)
    nothing = np.zeros_like(value)
    native = NativeCells(value, reported, anchors, nothing, nothing, nothing, np.zeros((4, *value.shape)))
    cells = roll_up_time(native, TimeRollup.MEAN, np.zeros((1, 1)), walk)
    return tuple(_else_default(rules, lines) for lines in (cells.whole, cells.to_date))  # type: ignore[return-value]


def default_targets(rules: KpiRules, shape: tuple[int, ...]) -> tuple[FloatArray, FloatArray]:
    """Anchors [4,…] of the whole and to date of cells of a formula for whose native cells none were set."""
    nothing = np.full((4, *shape), np.nan)
    return _else_default(rules, nothing), _else_default(rules, nothing)


def _else_default(rules: KpiRules, lines: FloatArray) -> FloatArray:
    default = default_red(rules.default_anchors, rules.direction, rules.tolerance)
    return np.where(np.isnan(lines[0]), default[:, None, None, None], lines)
