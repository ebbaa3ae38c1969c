"""Every change to the analysis of a plan."""

from strategy.actions.analysis.items import add_item, archive_item, change_item, place_item, restore_item

__all__ = ["add_item", "archive_item", "change_item", "place_item", "restore_item"]
