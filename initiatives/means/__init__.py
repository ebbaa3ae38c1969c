"""Reading what initiatives take: money, people by skill and month, shared technology."""

from initiatives.means.money import NO_MONEY, Money, cost_by_year, money_by_year, money_of
from initiatives.means.people import capacity_by_year, fte_by_year

__all__ = [
    "NO_MONEY",
    "Money",
    "capacity_by_year",
    "cost_by_year",
    "fte_by_year",
    "money_by_year",
    "money_of",
]
