"""Changes to a plan in force: begun on a branch, proposed, approved and carried out, taken back."""

from strategy.actions.revisions.beginning import begin_revision, change_revision
from strategy.actions.revisions.deciding import approve_revision, take_back_revision
from strategy.actions.revisions.proposing import (
    bring_up_to_date,
    propose_revision,
    return_revision,
    withdraw_revision,
)

__all__ = [
    "approve_revision",
    "begin_revision",
    "bring_up_to_date",
    "change_revision",
    "propose_revision",
    "return_revision",
    "take_back_revision",
    "withdraw_revision",
]
