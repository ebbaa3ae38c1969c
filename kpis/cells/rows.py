"""Cells in rows and grids, of which only those are made that somebody looks at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np

from kpis.cells.cell import Cell
from kpis.cells.judging import KpiCells
from kpis.cells.windows import FloatArray
from kpis.engine.frequency import Period


class CellRow(Sequence[Cell]):
    """The cells of one KPI at a department over consecutive periods, each made when it is asked for.

    A trend needs only numbers, and a scorecard has thousands of cells: `scores`, `values` and `targets` give
    the whole row as arrays [period], NaN where there is none, without a cell being made.
    """

    def __init__(self, cells: KpiCells, periods: Sequence[Period]) -> None:
        """`periods`: of one frequency; where it is finer than the KPI's own, its latest period is held."""
        self._cells, self._shown = cells, periods
        self._made: dict[int, Cell] = {}
        self._held = periods[0].frequency != cells.window.frequency
        if self._held:
            self._shown = [cells.held_in(period) for period in periods]

    def __len__(self) -> int:
        return len(self._shown)

    @overload
    def __getitem__(self, index: int) -> Cell: ...

    @overload
    def __getitem__(self, index: slice) -> list[Cell]: ...

    def __getitem__(self, index: int | slice) -> Cell | list[Cell]:
        places = range(len(self._shown))[index]
        return self._cell(places) if isinstance(places, int) else [self._cell(place) for place in places]

    def _cell(self, place: int) -> Cell:
        if place not in self._made:
            self._made[place] = self._cells.cell(self._shown[place], self._held)
        return self._made[place]

    @property
    def values(self) -> FloatArray:
        """The number of each cell."""
        return self._cells.numbers("value", self._shown)

    @property
    def scores(self) -> FloatArray:
        """The score of each cell."""
        return self._cells.numbers("score", self._shown)

    @property
    def targets(self) -> FloatArray:
        """What each number is compared with, as `Cell.target`."""
        to_date = self._cells.numbers("to_date0", self._shown)
        return np.where(np.isnan(to_date), self._cells.numbers("whole0", self._shown), to_date)


@dataclass(frozen=True)
class CellGrid:
    """Cells [KPI][period], in the order asked for."""

    periods: tuple[Period, ...]
    cells: dict[int, CellRow]
