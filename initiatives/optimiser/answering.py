"""The whole answer to a question: the best portfolio, what its limits cost, or why there is none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from initiatives.optimiser.conflict import Conflict, conflict
from initiatives.optimiser.frontier import Point, frontier
from initiatives.optimiser.prices import Price, prices
from initiatives.optimiser.problem import Problem
from initiatives.optimiser.solving import Solution, Solved, solve
from initiatives.optimiser.usage import Usage, usage_of
from initiatives.optimiser.watching import Watch


@dataclass(frozen=True)
class Answer:
    """What was found; `forced`, `limits`, `frontier` as far as known, `conflict` where there is one."""

    base: Solution
    usage: Sequence[Usage] = ()
    forced: Sequence[Price] = ()
    limits: Sequence[Price] = ()
    frontier: Sequence[Point] = ()
    conflict: Conflict | None = None


@dataclass(frozen=True)
class Times:
    """Seconds at most for each part; little enough that the base solve ends within 10."""

    base: float = 9.0
    forced: float = 20.0
    limits: float = 60.0
    frontier: float = 20.0
    conflict: float = 30.0


def _nothing(_answer: Answer) -> None:
    return None


def answer(
    problem: Problem,
    *,
    times: Times | None = None,
    watch: Watch | None = None,
    keep: Callable[[Answer], None] = _nothing,
) -> Answer:
    """Answer a question; raises Stopped where the watch wants that.

    `keep` is called with what is known as soon as the best portfolio is: the rest takes longer.
    """
    times, watch = times or Times(), watch or Watch()
    base = solve(problem, seconds=times.base, watch=watch)
    if base.solved == Solved.NONE:
        return Answer(base, conflict=conflict(problem, seconds=times.conflict, watch=watch))
    if not base.found:
        return Answer(base)
    usage = usage_of(problem, base.starts)
    keep(Answer(base, usage))
    forced = prices(problem, base, forced=True, seconds=times.forced, watch=watch)
    limits = prices(problem, base, forced=False, seconds=times.limits, watch=watch)
    points = frontier(problem, base, seconds=times.frontier, watch=watch)
    return Answer(base, usage, forced, limits, points)
