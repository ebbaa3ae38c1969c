"""A bit more of a limit: what the next bit of it would be worth."""

import numpy as np

from initiatives.optimiser.limits import Limit, MinShare, Money, NotBefore, People
from initiatives.optimiser.problem import FloatArray, Problem

MORE_MONEY = 0.05
"""A twentieth more of a budget."""
MORE_PEOPLE = 1.0
"""One full-time person more."""
LESS_SHARE = 0.05
"""Five percentage points less of a share."""


def loosened(problem: Problem, limit: Limit) -> Limit | None:
    """The limit with a bit more; None where it can only be dropped."""
    match limit:
        case Money(kind, year, most):
            step = MORE_MONEY * (most or _largest(problem.money_profiles(kind)))
            return Money(kind, year, most + step)
        case People(skill, year, most):
            return People(skill, year, most + MORE_PEOPLE)
        case MinShare(aim, share) if share > LESS_SHARE:
            return MinShare(aim, share - LESS_SHARE)
        case NotBefore(code, year) if year > 1:
            return NotBefore(code, year - 1)
    return None


def never_binds(problem: Problem, limit: Limit) -> bool:
    """Whether even all candidates together, each in its most demanding year, keep the limit."""
    match limit:
        case Money(kind, _, most):
            return float(problem.money_profiles(kind).max(axis=1, initial=0.0).sum()) <= most
        case People(skill, _, most):
            return float(problem.people_profiles(skill).max(axis=1, initial=0.0).sum()) <= most
    return False


def _largest(profiles: FloatArray) -> float:
    return float(np.max(profiles, initial=0.0))
