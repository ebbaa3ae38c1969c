"""The frontier: which value is possible with smaller and larger budgets."""

from collections.abc import Mapping
from dataclasses import dataclass

from initiatives.optimiser.limits import TOTAL, Limit, Money
from initiatives.optimiser.problem import Problem
from initiatives.optimiser.solving import Solution, Solved, solve
from initiatives.optimiser.usage import money_by_year
from initiatives.optimiser.watching import Progress, Watch

SCALES = (0.5, 0.7, 0.85, 0.9, 0.95, 1.0, 1.1, 1.25, 1.5, 2.0)
"""All budgets times these."""


@dataclass(frozen=True)
class Point:
    """All budgets at a scale (1: as they are): the value that is possible, and what it takes.

    `value` None: no choice keeps the limits (`solved` "none"), or none was found in the time.
    """

    scale: float
    budget: float
    solved: Solved
    value: float | None = None
    money: float = 0.0
    count: int = 0


def frontier(problem: Problem, base: Solution, *, seconds: float, watch: Watch) -> list[Point]:
    """Points from the smallest budget to the largest; empty where no limit is one of money."""
    budget = _budget(problem)
    if budget is None:
        return []
    points: list[Point] = []
    begin: Mapping[str, int] = {}
    for done, scale in enumerate(SCALES):
        watch.step(Progress("frontier", done, len(SCALES)))
        scaled = problem.under([_scaled(each, scale) for each in problem.limits])
        found = base
        if scale != 1.0:
            # What a smaller budget allows, a larger one does, too.
            found = solve(scaled, seconds=seconds / len(SCALES), watch=watch, step="frontier", begin=begin)
        begin = found.starts
        points.append(_point(scaled, scale, budget * scale, found))
    return points


def _point(problem: Problem, scale: float, budget: float, found: Solution) -> Point:
    if not found.found:
        return Point(scale, budget, found.solved)
    money = float(money_by_year(problem, found.starts).sum())
    return Point(scale, budget, found.solved, found.value, money, len(found.starts))


def _budget(problem: Problem) -> float | None:
    """All years' money that the limits allow: that of both kinds together, or the sum of the kinds."""
    budgets = [each for each in problem.limits if isinstance(each, Money)]
    if not budgets:
        return None
    of_total = [each.most for each in budgets if each.kind == TOTAL]
    return sum(of_total) if of_total else sum(each.most for each in budgets)


def _scaled(limit: Limit, scale: float) -> Limit:
    if isinstance(limit, Money):
        return Money(limit.kind, limit.year, limit.most * scale)
    return limit
