"""What each limit costs: solved again with a bit more of it, or without it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from initiatives.optimiser.limits import Limit, MinShare, Must
from initiatives.optimiser.loosening import loosened, never_binds
from initiatives.optimiser.problem import Problem
from initiatives.optimiser.solving import Solution, Solved, solve
from initiatives.optimiser.usage import usage_of
from initiatives.optimiser.watching import Progress, Watch

EACH = 2.0
"""Seconds for one solve: it begins with the best portfolio and asks only whether a better one is near."""


@dataclass(frozen=True)
class Price:
    """A limit with what a bit more of it would bring.

    `loosened`: that bit more; None: the limit dropped. `gain`: value gained, None where the time did not
    suffice; `proven`: whether no higher gain is possible. `added`, `dropped`: how the choice would change.
    """

    limit: Limit
    loosened: Limit | None
    gain: float | None
    proven: bool = False
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def prices(problem: Problem, base: Solution, *, forced: bool, seconds: float, watch: Watch) -> list[Price]:
    """The price of every forced pick (`forced`), or of every other limit, the fullest first.

    What is not computed within `seconds` has no gain.
    """
    step = "forced" if forced else "limits"
    limits = [each for each in _fullest_first(problem, base) if isinstance(each, Must) == forced]
    until = time.monotonic() + seconds
    found = []
    for done, limit in enumerate(limits):
        watch.step(Progress(step, done, len(limits)))
        left = until - time.monotonic()
        found.append(_price(problem, base, limit, min(EACH, left), watch))
    return found


def _price(problem: Problem, base: Solution, limit: Limit, seconds: float, watch: Watch) -> Price:
    more = loosened(problem, limit)
    if never_binds(problem, limit):
        return Price(limit, more, 0.0, proven=True)
    if seconds <= 0:
        return Price(limit, more, None)
    other = problem.without(limit) if more is None else problem.exchanged(limit, more)
    better = solve(other, seconds=seconds, watch=watch, step="price", begin=base.starts)
    return _compared(limit, more, base, better)


def _compared(limit: Limit, more: Limit | None, base: Solution, better: Solution) -> Price:
    if not better.found:
        return Price(limit, more, None)
    gain = better.value - base.value
    proven = base.solved == better.solved == Solved.BEST
    if gain <= 1e-6 * max(1.0, abs(base.value)):
        return Price(limit, more, 0.0, proven)
    added = tuple(sorted(set(better.starts) - set(base.starts)))
    dropped = tuple(sorted(set(base.starts) - set(better.starts)))
    return Price(limit, more, gain, proven, added, dropped)


def _fullest_first(problem: Problem, base: Solution) -> Sequence[Limit]:
    """Limits of rules first, then those of amounts by the share of them that is used."""
    full = {use.limit: _fullness(use.limit, use.used) for use in usage_of(problem, base.starts)}
    order: Callable[[Limit], float] = lambda limit: -full.get(limit, 2.0)
    return sorted(problem.limits, key=order)


def _fullness(limit: Limit, used: float) -> float:
    if isinstance(limit, MinShare):
        return limit.share / used if used else 1.0
    most = float(getattr(limit, "most", 0.0))
    return used / most if most else 1.0
