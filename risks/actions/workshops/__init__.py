"""Every write of risk workshops: leading one, taking part, and what goes into the register."""

from risks.actions.workshops.leading import (
    agree_on,
    begin_workshop,
    merge_proposed,
    move_workshop,
    split_proposed,
)
from risks.actions.workshops.storing import close_workshop
from risks.actions.workshops.taking_part import give_workshop_ratings, propose_risk, say_through, take_back

__all__ = [
    "agree_on",
    "begin_workshop",
    "close_workshop",
    "give_workshop_ratings",
    "merge_proposed",
    "move_workshop",
    "propose_risk",
    "say_through",
    "split_proposed",
    "take_back",
]
