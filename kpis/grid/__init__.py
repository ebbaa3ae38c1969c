"""Entering many values at once: what a grid shows, what was typed into it, what becomes of that."""

from kpis.grid.rows import GridCell, grid_cells
from kpis.grid.storing import Answer, store_typed
from kpis.grid.typed import Typed, typed_in

__all__ = ["Answer", "GridCell", "Typed", "grid_cells", "store_typed", "typed_in"]
