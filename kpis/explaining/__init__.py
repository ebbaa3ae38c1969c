"""Why a KPI's number is what it is: what made it, what is missing in it, what moved it."""

from kpis.explaining.cell import CellExplanation, InputValue, Part, Question, explain_cell
from kpis.explaining.leaf import anchors_of_cell, leaf_of
from kpis.explaining.missing import MissingValue, missing_values
from kpis.explaining.redefined import cells_by_old_definition
from kpis.formulas.reported import reported_below

__all__ = [
    "CellExplanation",
    "InputValue",
    "MissingValue",
    "Part",
    "Question",
    "anchors_of_cell",
    "cells_by_old_definition",
    "explain_cell",
    "leaf_of",
    "missing_values",
    "reported_below",
]
