"""Targets set directly for one cell: they replace that cell's target and feed no other cell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpis.engine.departments import NativeCells
from kpis.engine.rules import DepartmentRollup, KpiRules, TimeRollup
from kpis.engine.scoring import Direction, FloatArray, default_red


@dataclass(frozen=True, slots=True)
class NativeStretch:
    """One department's and KPI's native periods inside a cell, each [P], and which of them `last` shows.

    with_value, with_target, with_series: pairs with a value, a target, an active series (or Σw of them).
    """

    with_value: FloatArray
    with_target: FloatArray
    with_series: FloatArray
    shown: int | None

    @classmethod
    def of(cls, native: NativeCells, place: tuple[int, int], span: slice, shown: float) -> NativeStretch:
        """The stretch `span` at (department, KPI) `place`; `shown` is an index on the native axis or NaN."""
        return cls(
            with_value=native.with_value[place][span],
            with_target=native.with_target[place][span],
            with_series=native.with_series[place][span],
            shown=None if np.isnan(shown) else int(shown) - span.start,
        )


def set_anchors(
    own: FloatArray, whole: FloatArray, to_date: FloatArray, rules: KpiRules, stretch: NativeStretch
) -> tuple[FloatArray, FloatArray]:
    """A cell's anchors of the whole and to date, [4] each, when `own` [4] is set for it.

    `whole` and `to_date` are the rolled-up ones. Lines that `own` leaves out keep the rolled-up distance from
    the target, else the red line takes the default distance.
    """
    completed = complete_lines(own, whole, rules)
    return completed, completed * _reported_share(whole, to_date, rules, stretch)


def complete_lines(own: FloatArray, rolled: FloatArray, rules: KpiRules) -> FloatArray:
    """[4]: the lines that `own` leaves out at the distance that `rolled` keeps, else at the default one."""
    targets = (0, 0, 2, 2) if rules.direction == Direction.BAND else (0, 0, 0, 0)
    distances = rolled - rolled[list(targets)]
    kept = np.where(np.isnan(own), own[list(targets)] + distances, own)
    return default_red(kept, rules.direction, rules.tolerance)


def _reported_share(whole: FloatArray, to_date: FloatArray, rules: KpiRules, stretch: NativeStretch) -> float:
    """To date ÷ whole of a yardstick rolled up by the KPI's own rules; NaN where it has no share."""
    sums = rules.time_rollup == TimeRollup.SUM and rules.department_rollup == DepartmentRollup.SUM
    if sums and (stretch.with_target == stretch.with_series).all():
        middle = 2 if rules.direction == Direction.BAND else 0
        part, all_of_it = to_date[0] + to_date[middle], whole[0] + whole[middle]
    else:
        part, all_of_it = _ones(stretch, rules)
    return float(part / all_of_it) if all_of_it != 0 else np.nan


def _ones(stretch: NativeStretch, rules: KpiRules) -> tuple[float, float]:
    """The yardstick of 1 on every pair: rolled up over the pairs with a value, and over all active ones."""
    reported, active = stretch.with_value, stretch.with_series
    if rules.department_rollup != DepartmentRollup.SUM:
        reported, active = (np.minimum(np.ceil(pairs), 1.0) for pairs in (reported, active))
    if rules.time_rollup == TimeRollup.LAST:
        part = np.nan if stretch.shown is None else reported[stretch.shown]
        return float(part), _over_time(active, TimeRollup.LAST)
    return _over_time(reported, rules.time_rollup), _over_time(active, rules.time_rollup)


def _over_time(pairs: FloatArray, kind: TimeRollup) -> float:
    """The rollup over the native periods that have a pair; NaN where none has."""
    present = pairs[pairs > 0]
    if not present.size:
        return np.nan
    match kind:
        case TimeRollup.SUM:
            return float(present.sum())
        case TimeRollup.MEAN:
            return float(present.sum() / present.size)
        case TimeRollup.MIN:
            return float(present.min())
        case TimeRollup.MAX:
            return float(present.max())
        case TimeRollup.LAST:
            return float(present[-1])
