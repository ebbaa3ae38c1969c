"""The arrays of one grain's rows while they are being filled."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpis.engine.batch import METRICS
from kpis.engine.layout import RowLayout, Section
from kpis.engine.over_time import SectionCells
from kpis.engine.scoring import Direction, FloatArray, score

COUNTS = ("active", "expected", "reported", "filled")
ANCHORS = ("anchors", "anchors_to_date")


@dataclass(frozen=True, slots=True)
class Row:
    """The rows of all departments, KPIs and years: each metric [D,K,Y,N], anchors [D,K,Y,4,N]."""

    layout: RowLayout
    metrics: dict[str, FloatArray]

    def put(
        self, section: Section, chosen: list[int], cells: SectionCells, first_ordinal: int, prefix: str = ""
    ) -> None:
        """Store the cells of the chosen KPIs; `first_ordinal` is that of index 0 on the native axis."""
        span = slice(section.offset, section.offset + section.size)
        _put(self.metrics[prefix + "value"], cells.value, chosen, span)
        _put(self.metrics[prefix + "as_at"], cells.as_at + first_ordinal, chosen, span)
        for name, plane in zip(COUNTS, cells.counts, strict=True):
            _put(self.metrics[prefix + name], plane, chosen, span)
        for name, lines in zip(ANCHORS, (cells.whole, cells.to_date), strict=True):
            for number, line in enumerate(lines):
                _put(self.metrics[prefix + name][:, :, :, number], line, chosen, span)

    def score(self, chosen: list[int], direction: Direction) -> None:
        """Score the chosen KPIs' values, year to date too, against the targets to date."""
        for prefix in ("", "ytd_"):
            anchors = np.moveaxis(self.metrics[prefix + "anchors_to_date"][:, chosen], 3, 0)
            values = self.metrics[prefix + "value"][:, chosen]
            self.metrics[prefix + "score"][:, chosen] = score(values, anchors, direction)

    def flattened(self) -> dict[str, FloatArray]:
        """The metrics as stored: anchors as four blocks, one after the other."""
        return {
            name: array.reshape(*array.shape[:3], 4 * array.shape[4]) if array.ndim == 5 else array
            for name, array in self.metrics.items()
        }


def _put(array: FloatArray, plane: FloatArray, chosen: list[int], span: slice) -> None:
    """Store a plane [D,chosen,C] in an array [D,K,Y,N]."""
    cells = plane.reshape(array.shape[0], len(chosen), array.shape[2], span.stop - span.start)
    if len(chosen) == array.shape[1]:  # every KPI: much faster than by index
        array[:, :, :, span] = cells
    else:
        array[:, chosen, :, span] = cells


def empty_row(shape: tuple[int, int, int], layout: RowLayout) -> Row:
    """Rows of (departments, KPIs, years) to be filled; anchors, of which there may be fewer, are NaN."""
    metrics = {}
    for prefix, size in (("", layout.length), ("ytd_", layout.ytd.size)):
        for name in METRICS:
            lines = name in ANCHORS
            metrics[prefix + name] = np.empty((*shape, 4, size) if lines else (*shape, size))
            if lines:
                metrics[prefix + name][...] = np.nan
    return Row(layout, metrics)
