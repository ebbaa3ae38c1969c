"""Every change to the analysis of a plan."""

from strategy.actions.analysis.findings import add_finding, change_finding, judge_effect, remove_finding
from strategy.actions.analysis.items import add_item, archive_item, change_item, place_item, restore_item
from strategy.actions.analysis.tripwires import answer_assumption, pull_wires

__all__ = [
    "add_finding",
    "add_item",
    "answer_assumption",
    "archive_item",
    "change_finding",
    "change_item",
    "judge_effect",
    "place_item",
    "pull_wires",
    "remove_finding",
    "restore_item",
]
