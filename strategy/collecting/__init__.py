"""Rounds in which invited people collect items: who may know of them, what their board shows."""

from strategy.collecting.board import Board, BoardItem, read_board
from strategy.collecting.duplicates import Pair, possible_duplicates
from strategy.collecting.visible import (
    board_items,
    invitation_of,
    own_items,
    rounds_with_counts,
    shared_items,
    visible_round_items,
    visible_rounds,
)

__all__ = [
    "Board",
    "BoardItem",
    "Pair",
    "board_items",
    "invitation_of",
    "own_items",
    "possible_duplicates",
    "read_board",
    "rounds_with_counts",
    "shared_items",
    "visible_round_items",
    "visible_rounds",
]
