"""Rolling up over departments, at native frequency: each department's own pair and its subtree's, once.

Departments are taken deepest first and, within a depth, in the order of their axis; each is added to its
parent. That order does not depend on what else is in the batch, so results are the same in every bit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from kpis.engine.batch import Epoch
from kpis.engine.pairs import Pairs
from kpis.engine.rules import DepartmentRollup, KpiRules, OwnValue
from kpis.engine.scoring import BoolArray, FloatArray

Combine = np.ufunc
"""How two values make one: np.add, np.minimum or np.maximum."""

NEUTRAL: dict[Combine, float] = {np.add: 0.0, np.minimum: np.inf, np.maximum: -np.inf}
"""What an absent value is replaced by, so that it changes nothing."""

_COMBINE = {DepartmentRollup.MIN: np.minimum, DepartmentRollup.MAX: np.maximum}
_MEANS = (DepartmentRollup.MEAN, DepartmentRollup.WEIGHTED)


@dataclass(frozen=True, slots=True)
class NativeCells:
    """Every department at every native period, its subtree included.

    value [D,K,P]; to_date, whole [A,D,K,P]: anchors over the pairs with a value, and over all; NaN = missing;
    A is 2 where no pair has a best or worst, else 4.
    with_value, with_target, with_series [D,K,P]: number of pairs with a value, a target, an active series (Σw
    where the KPI is weighted).
    counts [4,D,K,P]: active, expected, reported, filled.
    """

    value: FloatArray
    to_date: FloatArray
    whole: FloatArray
    with_value: FloatArray
    with_target: FloatArray
    with_series: FloatArray
    counts: FloatArray


def roll_up_departments(
    pairs: Pairs, weight: FloatArray, rules: KpiRules, epochs: Sequence[Epoch]
) -> NativeCells:
    """The native cells of KPIs that share the department rollup and own-value rule of `rules`.

    `weight` is broadcastable to [D,K,P]; the epochs begin on the period axis of `pairs`.
    A rolled-up line counts only where every pair with a target has it: lines roll up on the same pairs.
    """
    kind = DepartmentRollup(rules.department_rollup)
    combine = _COMBINE.get(kind, np.add)
    weights = np.where(np.isfinite(weight), weight, 0.0) if kind == DepartmentRollup.WEIGHTED else np.ones(())
    planes = _measures(pairs, weights, NEUTRAL[combine])
    block = np.stack([*planes, *_counts(pairs, weights)], axis=1)
    measures, counts = block[:, : len(planes)], block[:, len(planes) :]
    if kind != DepartmentRollup.NONE:
        keep = np.isnan(pairs.value) if rules.own_value == OwnValue.REPLACES else None
        if combine is np.add:  # both climb as one
            _climb(block, combine, epochs, keep)
        else:
            _climb(measures, combine, epochs, keep)
            _climb(counts, np.add, epochs, keep)
    return _native_cells(measures, counts, divide=kind in _MEANS)


def _measures(pairs: Pairs, weights: FloatArray, neutral: float) -> list[FloatArray]:
    """Weighted value, A anchors to date, A anchors of the whole [D,K,P]; `neutral` where there is none."""
    present, aimed = np.isfinite(pairs.value), ~np.isnan(pairs.anchors[0])
    planes = [np.where(present, pairs.value * weights, neutral)]
    weighted = pairs.anchors * weights
    planes += [np.where(aimed & present, line, neutral) for line in weighted]
    planes += [np.where(aimed, line, neutral) for line in weighted]
    return planes


def _counts(pairs: Pairs, weights: FloatArray) -> list[FloatArray]:
    """Σw with a value, with a value and a target, with a target, of all; the four counts: each [D,K,P]."""
    present, aimed = np.isfinite(pairs.value), ~np.isnan(pairs.anchors[0])
    sums = [np.where(which, weights, 0.0) for which in (present, aimed & present, aimed, pairs.active)]
    counted = (pairs.active, pairs.expected, pairs.reported, pairs.filled)
    return [*sums, *(which.astype(np.float64) for which in counted)]


def _climb(block: FloatArray, combine: Combine, epochs: Sequence[Epoch], keep: BoolArray | None) -> None:
    """Combine every department into its parent, in place, unless the parent's own value replaces it."""
    for epoch, stop in _with_stops(epochs, block.shape[-1]):
        stretch = block[..., epoch.first : stop]
        for child, parent in deepest_first(epoch.parents.tobytes()):
            above = stretch[parent]
            kept = True if keep is None else keep[parent, :, epoch.first : stop]
            combine(above, stretch[child], out=above, where=kept)


def _with_stops(epochs: Sequence[Epoch], length: int) -> Iterator[tuple[Epoch, int]]:
    starts = [epoch.first for epoch in epochs]
    return zip(epochs, [*starts[1:], length], strict=True)


@lru_cache(maxsize=64)  # a tree changes a few times a year, and every KPI climbs it
def deepest_first(tree: bytes) -> list[tuple[int, int]]:
    """The departments that have a parent, with it, children before parents; `tree`: the bytes of the parents.

    Raises ValueError on a cycle.
    """
    parents = np.frombuffer(tree, dtype=np.int64)
    depth = np.zeros(len(parents), dtype=np.int64)
    above = parents
    while (above >= 0).any():
        depth[above >= 0] += 1
        above = np.where(above >= 0, parents[above], above)
        if depth.max() > len(parents):
            raise ValueError("the department tree has a cycle")
    order = np.lexsort((np.arange(len(parents)), -depth))
    return [(int(child), int(parents[child])) for child in order if depth[child] > 0]


def _native_cells(measures: FloatArray, counts: FloatArray, divide: bool) -> NativeCells:
    lines = (measures.shape[1] - 1) // 2
    with_value, with_both, with_target, with_series = (counts[:, plane] for plane in range(4))
    groups = (
        (measures[:, :1], with_value),
        (measures[:, 1 : 1 + lines], with_both),
        (measures[:, 1 + lines :], with_target),
    )
    value, to_date, whole = (_settle(planes, total, divide) for planes, total in groups)
    counted = np.moveaxis(counts[:, 4:], 1, 0)
    return NativeCells(value[0], to_date, whole, with_value, with_target, with_series, counted)


def _settle(planes: FloatArray, total: FloatArray, divide: bool) -> FloatArray:
    """[D,A,K,P] to [A,D,K,P]: divided by the total where it is a mean; NaN where the total is 0."""
    planes = np.moveaxis(planes, 1, 0)
    divisor = np.where(total == 0, np.nan, total if divide else 1.0)
    return planes / divisor
