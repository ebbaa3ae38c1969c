"""Scores of a plan: from the cells of its KPIs up to objectives, perspectives, priorities and the plan."""

from strategy.scoring.card import KpiLine, NodeLine, ObjectiveLine, Scorecard, read_scorecard
from strategy.scoring.plain import as_data

__all__ = ["KpiLine", "NodeLine", "ObjectiveLine", "Scorecard", "as_data", "read_scorecard"]
