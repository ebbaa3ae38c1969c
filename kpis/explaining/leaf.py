"""A cell as the engine's explanation takes it."""

from math import nan

from kpis.cells import Cell
from kpis.engine.explain import Leaf
from kpis.engine.rules import Anchors
from kpis.store.rules import KnownRules


def anchors_of_cell(cell: Cell) -> Anchors:
    """The anchors to date, which the score compares with; NaN where there is none."""
    a, b, c, d = (nan if anchor is None else anchor for anchor in cell.anchors_to_date)
    return a, b, c, d


def leaf_of(cell: Cell, known: KnownRules, redefined: Leaf | None = None) -> Leaf:
    """A KPI's cell as the leaf of a node; a cell without a score has no value there."""
    value = nan if cell.value is None or cell.score is None else cell.value
    return Leaf(str(known.kpi_id), value, anchors_of_cell(cell), known.rules.direction, redefined)
