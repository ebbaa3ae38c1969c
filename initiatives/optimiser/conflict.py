"""Why there is no solution: an irreducible set of limits that contradict each other.

The deletion filter (Chinneck and Dravnieks, Locating Minimal Infeasible Constraint Sets in Linear Programs,
ORSA Journal on Computing 3, 1991): leave out limits one after the other; where the rest still contradicts
itself, the limit was not needed for that and stays out. Whole groups are tried first, which says the same
sooner. What remains contradicts itself, and without any one of it, it would not.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from initiatives.optimiser.limits import Limit, Must
from initiatives.optimiser.problem import Problem
from initiatives.optimiser.solving import is_feasible
from initiatives.optimiser.watching import Progress, Watch

EACH = 5.0
"""Seconds for one look whether limits contradict each other; it is mostly a blink."""


@dataclass(frozen=True)
class Conflict:
    """Limits that contradict each other; `irreducible`: without any one of them they would not."""

    limits: tuple[Limit, ...]
    irreducible: bool


def conflict(problem: Problem, *, seconds: float, watch: Watch) -> Conflict:
    """The conflict of a problem without a solution."""
    return _Filter(problem, seconds, watch).run()


class _Filter:
    """The deletion filter on one problem."""

    def __init__(self, problem: Problem, seconds: float, watch: Watch) -> None:
        self.problem, self.watch = problem, watch
        self.until = time.monotonic() + seconds
        self.sure = True
        # Every conflict has a must in it: what the strategy asks for is left out last.
        self.kept: list[Limit] = sorted(problem.limits, key=lambda each: isinstance(each, Must))

    def run(self) -> Conflict:
        """Leave out ever smaller groups, down to single limits."""
        size = max(1, len(self.kept) // 2)
        while True:
            self._pass(size)
            if size == 1:
                return Conflict(tuple(self.kept), self.sure)
            size = max(1, size // 2)

    def _pass(self, size: int) -> None:
        place = 0
        while place < len(self.kept):
            self.watch.step(Progress("conflict", place, len(self.kept)))
            rest = self.kept[:place] + self.kept[place + size :]
            if self._contradicts(rest, counts=size == 1):
                self.kept = rest
            else:
                place += size

    def _contradicts(self, limits: Sequence[Limit], counts: bool) -> bool:
        """Whether these limits have no solution; not knowing is no. `counts`: whether not knowing matters."""
        left = self.until - time.monotonic()
        feasible = is_feasible(self.problem.under(limits), min(EACH, left), self.watch) if left > 0 else None
        if feasible is None and counts:
            self.sure = False
        return feasible is False
