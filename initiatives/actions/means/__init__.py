"""Writing what initiatives take: people, money, technology, and what there is of them."""

from initiatives.actions.means.capacity import add_capacity, change_capacity, remove_capacity
from initiatives.actions.means.lists import (
    add_skill,
    add_source,
    change_skill,
    change_source,
    remove_skill,
    remove_source,
)
from initiatives.actions.means.money import (
    TypedLine,
    add_money_line,
    change_money_line,
    keep_money,
    remove_money_line,
)
from initiatives.actions.means.people import (
    TypedRow,
    add_allocation,
    change_allocation,
    keep_months,
    remove_allocation,
)
from initiatives.actions.means.technology import (
    add_technology,
    add_technology_use,
    change_technology,
    change_technology_use,
    remove_technology,
    remove_technology_use,
)

__all__ = [
    "TypedLine",
    "TypedRow",
    "add_allocation",
    "add_capacity",
    "add_money_line",
    "add_skill",
    "add_source",
    "add_technology",
    "add_technology_use",
    "change_allocation",
    "change_capacity",
    "change_money_line",
    "change_skill",
    "change_source",
    "change_technology",
    "change_technology_use",
    "keep_money",
    "keep_months",
    "remove_allocation",
    "remove_capacity",
    "remove_money_line",
    "remove_skill",
    "remove_source",
    "remove_technology",
    "remove_technology_use",
]
