"""Every change to strategic options, and to what priorities answer and serve."""

from strategy.actions.options.deciding import choose_option, drop_option, reconsider_option
from strategy.actions.options.options import add_option, change_option, remove_option
from strategy.actions.options.priorities import link_priority
from strategy.actions.options.statement import add_part, change_part, pick_parts, remove_part

__all__ = [
    "add_option",
    "add_part",
    "change_option",
    "change_part",
    "choose_option",
    "drop_option",
    "link_priority",
    "pick_parts",
    "reconsider_option",
    "remove_option",
    "remove_part",
]
