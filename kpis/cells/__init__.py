"""Cells of KPIs: one number a KPI, department and period, with its status and the marks beside it."""

from kpis.cells.cell import Cell, CellGrid, Override
from kpis.cells.reading import read_cells, read_many

__all__ = ["Cell", "CellGrid", "Override", "read_cells", "read_many"]
