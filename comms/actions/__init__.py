"""Every write of communication."""

from comms.actions.definitions import change_report, define_report, remove_report
from comms.actions.reminders import remind, send_reminders
from comms.actions.runs import freeze, preview, run_report, send

__all__ = [
    "change_report",
    "define_report",
    "freeze",
    "preview",
    "remind",
    "remove_report",
    "run_report",
    "send",
    "send_reminders",
]
