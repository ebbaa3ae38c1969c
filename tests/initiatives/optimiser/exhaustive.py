"""Limits checked one by one, and the best choice by trying all: what the solver is compared with.

Written from the limits' own words, on purpose without the optimiser's model.
"""

import itertools
from collections.abc import Iterator, Mapping

from initiatives.optimiser import (
    AtMostOne,
    Candidate,
    Limit,
    MinShare,
    Money,
    Must,
    Needs,
    Never,
    NotBefore,
    People,
    Problem,
)

Starts = Mapping[str, int]
SLACK = 1e-6


def best_value(problem: Problem) -> float | None:
    """The value of the best choice that keeps every limit; None where no choice does."""
    values = (value_of(problem, each) for each in choices(problem) if keeps_all(problem, each))
    return max(values, default=None)


def choices(problem: Problem) -> Iterator[Starts]:
    """Every way to choose and to start."""
    ways = [[None, *problem.starts_of(each)] for each in problem.candidates]
    for way in itertools.product(*ways):
        named = zip(problem.candidates, way, strict=True)
        yield {each.code: start for each, start in named if start is not None}


def value_of(problem: Problem, starts: Starts) -> float:
    """The value of a choice."""
    by_code = {each.code: each for each in problem.candidates}
    return sum(by_code[code].value * (1 - problem.later) ** start for code, start in starts.items())


def keeps_all(problem: Problem, starts: Starts) -> bool:
    """Whether a choice keeps every limit."""
    return not broken(problem, starts)


def broken(problem: Problem, starts: Starts) -> list[Limit]:
    """The limits that a choice breaks."""
    return [limit for limit in problem.limits if not _keeps(problem, starts, limit)]


def _keeps(problem: Problem, starts: Starts, limit: Limit) -> bool:
    match limit:
        case Money(kind, year, most):
            return _money(problem, starts, kind, year) <= most + SLACK * max(1.0, most)
        case People(skill, year, most):
            taken = (
                _in(each.people.get(skill, ()), year - starts[each.code]) for each in _of(problem, starts)
            )
            return sum(taken) <= most + SLACK * max(1.0, most)
        case Must(code):
            return code in starts
        case Never(code):
            return code not in starts
        case AtMostOne(codes):
            return len(set(codes) & set(starts)) <= 1
        case Needs(code, needed):
            return code not in starts or (needed in starts and starts[needed] <= starts[code])
        case NotBefore(code, year):
            return code not in starts or starts[code] >= year
        case MinShare(aim, share):
            whole = {each.code: _whole(problem, each, starts) for each in _of(problem, starts)}
            given = sum(whole[each.code] * each.aims.get(aim, 0.0) for each in _of(problem, starts))
            return given >= share * sum(whole.values()) - SLACK * max(1.0, sum(whole.values()))


def _of(problem: Problem, starts: Starts) -> list[Candidate]:
    return [each for each in problem.candidates if each.code in starts]


def _in(profile: tuple[float, ...], year: int) -> float:
    return profile[year] if 0 <= year < len(profile) else 0.0


def _money(problem: Problem, starts: Starts, kind: str, year: int) -> float:
    return sum(
        _in(profile, year - starts[each.code])
        for each in _of(problem, starts)
        for name, profile in each.money.items()
        if kind in ("total", name)
    )


def _whole(problem: Problem, candidate: Candidate, starts: Starts) -> float:
    alone = {candidate.code: starts[candidate.code]}
    return sum(_money(problem, alone, "total", year) for year in range(problem.years))
