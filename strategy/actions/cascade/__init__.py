"""Every change to departmental and functional plans and to what they contribute."""

from strategy.actions.cascade.activities import (
    add_activity,
    add_section,
    change_activity,
    change_section,
    remove_activity,
    remove_section,
)
from strategy.actions.cascade.contributing import (
    adopt_objective,
    change_contribution,
    contribute,
    withdraw_contribution,
)
from strategy.actions.cascade.plans import begin_part, remove_part
from strategy.actions.cascade.steps import take_step
from strategy.actions.cascade.supporting import support_objective

__all__ = [
    "add_activity",
    "add_section",
    "adopt_objective",
    "begin_part",
    "change_activity",
    "change_contribution",
    "change_section",
    "contribute",
    "remove_activity",
    "remove_part",
    "remove_section",
    "support_objective",
    "take_step",
    "withdraw_contribution",
]
