"""What a choice takes of each limit."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from initiatives.optimiser.limits import TOTAL, Limit, MinShare, Money, People
from initiatives.optimiser.model import moved
from initiatives.optimiser.problem import FloatArray, Problem


@dataclass(frozen=True)
class Usage:
    """What of a limit is used: an amount beside the most (or least, of a share) that is allowed."""

    limit: Limit
    used: float


def usage_of(problem: Problem, starts: Mapping[str, int]) -> list[Usage]:
    """Every limit of amounts and shares with what the choice takes of it, in the problem's order."""
    found = []
    for limit in problem.limits:
        match limit:
            case Money(kind, year, _):
                found.append(Usage(limit, float(money_by_year(problem, starts, kind)[year])))
            case People(skill, year, _):
                taken = _by_year(problem, starts, problem.people_profiles(skill))
                found.append(Usage(limit, float(taken[year])))
            case MinShare(aim, _):
                found.append(Usage(limit, share_of(problem, starts, aim)))
    return found


def money_by_year(problem: Problem, starts: Mapping[str, int], kind: str = TOTAL) -> FloatArray:
    """The money that a choice takes, by year."""
    return _by_year(problem, starts, problem.money_profiles(kind))


def share_of(problem: Problem, starts: Mapping[str, int], aim: str) -> float:
    """The share (0 to 1) of a choice's money, over all years, that goes to an aim; 0 where it takes none."""
    of_each = _taken(problem, starts, problem.money_profiles(TOTAL)).sum(axis=1)
    shares = np.array([each.aims.get(aim, 0.0) for each in problem.candidates])
    total = float(of_each.sum())
    return float(of_each @ shares) / total if total else 0.0


def _by_year(problem: Problem, starts: Mapping[str, int], profiles: FloatArray) -> FloatArray:
    taken: FloatArray = _taken(problem, starts, profiles).sum(axis=0)
    return taken


def _taken(problem: Problem, starts: Mapping[str, int], profiles: FloatArray) -> FloatArray:
    """What each chosen candidate takes by year, zero for the others [candidate, year]."""
    places = np.arange(len(problem.candidates))
    start = np.array([starts.get(each.code, problem.years) for each in problem.candidates], dtype=np.int64)
    return moved(profiles, places, start)
