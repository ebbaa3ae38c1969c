"""What the strategy adds to the floors below it."""

from core.tabular import Column
from kpis.imports.registry import register_column
from strategy.objective_column import link_objectives

register_column(Column("objective", also=("objectives",)), link_objectives)
