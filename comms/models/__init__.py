"""Tables of communication."""

from comms.models.report import ReportDefinition, ReportRun

__all__ = ["ReportDefinition", "ReportRun"]
