"""Rolling up over time: native cells to the cells of one section of a row, or to its year to date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kpis.engine.departments import NEUTRAL, Combine, NativeCells
from kpis.engine.rules import TimeRollup
from kpis.engine.scoring import BoolArray, FloatArray

Walk = Callable[[Combine, FloatArray, float], FloatArray]
"""`reduce` of the segments for cells, `running` for the year to date."""

_COMBINE = {TimeRollup.MIN: np.minimum, TimeRollup.MAX: np.maximum}


@dataclass(frozen=True, slots=True)
class SectionCells:
    """Cells [D,K,C] of a section, C = years × positions. anchors [A,D,K,C]; counts [4,D,K,C].

    as_at: index on the native axis of the period that `last` shows, NaN for other rollups and for no value.
    """

    value: FloatArray
    whole: FloatArray
    to_date: FloatArray
    counts: FloatArray
    as_at: FloatArray


def roll_up_time(native: NativeCells, kind: TimeRollup, minimum: FloatArray, walk: Walk) -> SectionCells:
    """The cells that `walk` goes to. minimum [K,1]: coverage that a native period needs to be the `last`."""
    counts = walk(np.add, native.counts, 0.0)
    if kind == TimeRollup.LAST:
        return _latest(native, minimum, walk, counts)
    value = _combined(native.value[None], kind, walk)[0]
    whole, to_date = (_combined(lines, kind, walk) for lines in (native.whole, native.to_date))
    return SectionCells(value, whole, to_date, counts, np.full_like(value, np.nan))


def value_over_time(
    native: NativeCells, kind: TimeRollup, minimum: FloatArray, walk: Walk
) -> tuple[FloatArray, FloatArray]:
    """Value [D,K,C] and counts [4,D,K,C] of `roll_up_time` alone, for whoever reads no anchors."""
    counts = walk(np.add, native.counts, 0.0)
    if kind == TimeRollup.LAST:
        return _latest(native, minimum, walk, counts).value, counts
    return _combined(native.value[None], kind, walk)[0], counts


def _combined(planes: FloatArray, kind: TimeRollup, walk: Walk) -> FloatArray:
    """[A,D,K,P] to [A,D,K,C]; the first plane (value, target) says which periods count."""
    combine = _COMBINE.get(kind, np.add)
    present = ~np.isnan(planes[0])
    result = walk(combine, np.where(present, planes, NEUTRAL[combine]), NEUTRAL[combine])
    periods = walk(np.add, present.astype(np.float64), 0.0)
    divisor = periods if kind == TimeRollup.MEAN else 1.0
    return result / np.where(periods == 0, np.nan, divisor)


def _latest(native: NativeCells, minimum: FloatArray, walk: Walk, counts: FloatArray) -> SectionCells:
    """The latest native period whose coverage reaches the minimum, else the latest that has a value."""
    has_value = ~np.isnan(native.value)
    chosen = _latest_index(has_value & (native_coverage(native) >= minimum), walk)
    fallback = _latest_index(has_value, walk)
    chosen = np.where(chosen < 0, fallback, chosen)
    aimed = _latest_index(~np.isnan(native.whole[0]), walk)
    return SectionCells(
        value=_take(native.value[None], chosen)[0],
        whole=_take(native.whole, aimed),
        to_date=_take(native.to_date, chosen),
        counts=counts,
        as_at=np.where(chosen < 0, np.nan, chosen),
    )


def native_coverage(native: NativeCells) -> FloatArray:
    """Reported ÷ expected pairs; 1 where nothing is expected."""
    _, expected, reported, _ = native.counts
    return np.where(expected == 0, 1.0, reported / np.where(expected == 0, 1.0, expected))


def _latest_index(candidates: BoolArray, walk: Walk) -> FloatArray:
    index = np.where(candidates, np.arange(candidates.shape[-1], dtype=np.float64), -1.0)
    return walk(np.maximum, index, -1.0)


def _take(planes: FloatArray, chosen: FloatArray) -> FloatArray:
    """The planes at the chosen native period of each cell; NaN where none was chosen (−1)."""
    index = np.maximum(chosen, 0).astype(np.int64)
    taken = np.take_along_axis(planes, np.broadcast_to(index, (len(planes), *index.shape)), axis=-1)
    return np.where(chosen < 0, np.nan, taken)
