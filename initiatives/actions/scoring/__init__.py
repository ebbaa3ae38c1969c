"""Writes of prioritisation: criteria, rounds, scores."""

from initiatives.actions.scoring.criteria import (
    add_criterion,
    archive_criterion,
    change_criterion,
    remove_criterion,
    restore_criterion,
    suggest_criteria,
)
from initiatives.actions.scoring.giving import Given, give_scores, say_scored
from initiatives.actions.scoring.rounds import (
    begin_scoring_round,
    change_scoring_round,
    move_scoring_round,
    remove_scoring_round,
)

__all__ = [
    "Given",
    "add_criterion",
    "archive_criterion",
    "begin_scoring_round",
    "change_criterion",
    "change_scoring_round",
    "give_scores",
    "move_scoring_round",
    "remove_criterion",
    "remove_scoring_round",
    "restore_criterion",
    "say_scored",
    "suggest_criteria",
]
