"""Every change to plans and what they are made of."""

from strategy.actions.arranging import arrange_objective
from strategy.actions.links import change_link_weight, link_cause, link_kpi, unlink_cause, unlink_kpi
from strategy.actions.objectives import add_objective, change_objective, place_objective
from strategy.actions.plans import (
    add_value,
    change_plan,
    change_value,
    create_plan,
    set_plan_state,
)
from strategy.actions.removing import archive_element, remove_element, restore_element
from strategy.actions.structure import (
    add_perspective,
    add_priority,
    change_perspective,
    change_perspective_weight,
    change_priority,
)

__all__ = [
    "add_objective",
    "add_perspective",
    "add_priority",
    "add_value",
    "archive_element",
    "arrange_objective",
    "change_link_weight",
    "change_objective",
    "change_perspective",
    "change_perspective_weight",
    "change_plan",
    "change_priority",
    "change_value",
    "create_plan",
    "link_cause",
    "link_kpi",
    "place_objective",
    "remove_element",
    "restore_element",
    "set_plan_state",
    "unlink_cause",
    "unlink_kpi",
]
