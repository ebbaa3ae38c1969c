"""Cells of KPIs: one number a KPI, department and period, with its status and the marks beside it."""

from kpis.cells.cell import Cell, Override
from kpis.cells.reading import read_cells, read_many
from kpis.cells.rows import CellGrid, CellRow

__all__ = ["Cell", "CellGrid", "CellRow", "Override", "read_cells", "read_many"]
