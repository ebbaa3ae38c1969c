"""Storing what a StratML file says as a plan with its KPIs, targets and measurements."""

from strategy.actions.stratml.importing import ImportReport, import_document

__all__ = ["ImportReport", "import_document"]
