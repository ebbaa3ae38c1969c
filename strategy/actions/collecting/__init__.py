"""Every change to rounds and to what people collect in them."""

from strategy.actions.collecting.contributions import (
    change_contribution,
    contribute,
    say_done,
    take_back_contribution,
)
from strategy.actions.collecting.merging import merge_items, split_item
from strategy.actions.collecting.rounds import begin_round, change_round, move_round, remove_round
from strategy.actions.collecting.voting import place_dots

__all__ = [
    "begin_round",
    "change_contribution",
    "change_round",
    "contribute",
    "merge_items",
    "move_round",
    "place_dots",
    "remove_round",
    "say_done",
    "split_item",
    "take_back_contribution",
]
