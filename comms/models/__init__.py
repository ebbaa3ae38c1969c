"""Tables of communication."""

from comms.models.reminder import Reminder
from comms.models.report import ReportDefinition, ReportRun

__all__ = ["Reminder", "ReportDefinition", "ReportRun"]
