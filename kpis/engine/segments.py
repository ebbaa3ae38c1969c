"""Stretches of native periods that make the cells of one section of a row, and arithmetic over them.

All arithmetic runs in the order of time, one period after the other, so that the same cell has the same bits
whatever else was computed with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from kpis.engine.layout import Section
from kpis.engine.periods import Calendar, Frequency, IntArray, Period
from kpis.engine.scoring import FloatArray


@dataclass(frozen=True, slots=True)
class Segments:
    """For each cell, by year and position, `starts` to `stops` (exclusive) of its native periods.

    `year_starts`: where the cell's fiscal year starts. Positions without a period have start = stop.
    """

    starts: IntArray
    stops: IntArray
    year_starts: IntArray

    def reduce(self, ufunc: np.ufunc, values: FloatArray, neutral: float) -> FloatArray:
        """[…,P] to […,cells]: `ufunc` over each cell's native periods; `neutral` where there are none."""
        widths = self.stops - self.starts
        if (widths == widths[0]).all() and (self.starts[1:] == self.stops[:-1]).all():
            return _reduce_regular(ufunc, values[..., self.starts[0] : self.stops[-1]], int(widths[0]))
        result = np.full((*values.shape[:-1], len(widths)), neutral)
        for step in range(int(widths.max())):
            inside = step < widths
            natives = values[..., self.starts[inside] + step]
            result[..., inside] = ufunc(result[..., inside], natives)
        return result

    def running(self, ufunc: np.ufunc, values: FloatArray, neutral: float) -> FloatArray:
        """[…,P] to […,cells]: `ufunc` from the start of the cell's fiscal year through its end."""
        in_year = self._cells_a_year()
        if in_year:
            return _run_regular(ufunc, values[..., self.starts[0] : self.stops[-1]], in_year)
        result = np.full((*values.shape[:-1], len(self.starts)), neutral)
        for start in np.unique(self.year_starts):
            cells = (self.year_starts == start) & (self.stops > self.starts)
            stop = int(self.stops[cells].max())
            through = ufunc.accumulate(values[..., start:stop], axis=-1)
            result[..., cells] = through[..., self.stops[cells] - 1 - start]
        return result

    def _cells_a_year(self) -> int:
        """How many cells every year has, where each is just one native period; 0 where they are not alike."""
        many = int(np.count_nonzero(self.year_starts == self.year_starts[0]))
        regular = self.starts[0] + np.arange(len(self.starts))
        alike = (
            len(self.starts) % many == 0
            and (self.starts == regular).all()
            and (self.stops == regular + 1).all()
            and (self.year_starts == self.starts[::many].repeat(many)).all()
        )
        return many if alike else 0


def _run_regular(ufunc: np.ufunc, values: FloatArray, width: int) -> FloatArray:
    """[…,P]: `ufunc` from the start of each `width` periods through each of them."""
    parts = values.reshape(*values.shape[:-1], values.shape[-1] // width, width).copy()
    for step in range(1, width):
        ufunc(parts[..., step - 1], parts[..., step], out=parts[..., step])
    return parts.reshape(values.shape)


def _reduce_regular(ufunc: np.ufunc, values: FloatArray, width: int) -> FloatArray:
    parts = values.reshape(*values.shape[:-1], values.shape[-1] // width, width)
    result = parts[..., 0].copy()
    for step in range(1, width):
        ufunc(result, parts[..., step], out=result)
    return result


@lru_cache(maxsize=256)
def segments_of(calendar: Calendar, section: Section, native: Frequency, years: range) -> Segments:
    """The segments of a section over the given fiscal years, on a native axis that starts with the first."""
    origin, _ = calendar.child_range(Period(Frequency.YEAR, years[0]), native)
    rows: list[tuple[int, int, int]] = []
    for year in years:
        fiscal_year = Period(Frequency.YEAR, year)
        start, _ = calendar.child_range(fiscal_year, native)
        cells = calendar.children(fiscal_year, section.frequency)
        ranges = [calendar.child_range(cell, native) for cell in cells]
        rows += [(first - origin, last + 1 - origin, start - origin) for first, last in ranges]
        rows += [(start - origin, start - origin, start - origin)] * (section.size - len(cells))
    starts, stops, year_starts = np.array(rows, dtype=np.int64).T
    return Segments(starts, stops, year_starts)
