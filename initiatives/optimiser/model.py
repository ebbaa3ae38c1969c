"""The programme: columns are pairs of an initiative and a year it may start in, rows are limits.

Rows of amounts are divided by their size, so that the solver's tolerance (1e-6) is relative.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from initiatives.optimiser.limits import (
    TOTAL,
    AtMostOne,
    Limit,
    MinShare,
    Money,
    Must,
    Needs,
    Never,
    NotBefore,
    People,
)
from initiatives.optimiser.problem import FloatArray, Problem

IntArray = NDArray[np.int64]
INF = float("inf")
Row = tuple[FloatArray, float, float]
"""Coefficients [column], the least and the most that their sum may be."""


@dataclass(frozen=True)
class Model:
    """Arrays for a solver; columns [C]: `candidate` (its place), `start`, `worth`; `rows` [R]."""

    candidate: IntArray
    start: IntArray
    worth: FloatArray
    rows: Sequence[Row]


def build(problem: Problem) -> Model:
    """The programme of a question."""
    pairs = [
        (place, start) for place, each in enumerate(problem.candidates) for start in problem.starts_of(each)
    ]
    candidate = np.array([place for place, _ in pairs], dtype=np.int64)
    start = np.array([year for _, year in pairs], dtype=np.int64)
    worth = np.array([problem.worth(problem.candidates[place], year) for place, year in pairs])
    rows = _Rows(problem, candidate, start)
    return Model(candidate, start, worth, [*rows.once(), *rows.of_limits()])


def moved(profiles: FloatArray, candidate: IntArray, start: IntArray) -> FloatArray:
    """What each column takes by year [column, year]: its candidate's profile from its start on."""
    since = np.arange(profiles.shape[1])[None, :] - start[:, None]
    taken = profiles[candidate[:, None], np.maximum(since, 0)]
    return np.where(since >= 0, taken, 0.0)


class _Rows:
    """Rows of one programme."""

    def __init__(self, problem: Problem, candidate: IntArray, start: IntArray) -> None:
        self.problem, self.candidate, self.start = problem, candidate, start
        self.place: Mapping[str, int] = {each.code: at for at, each in enumerate(problem.candidates)}
        self._taken: dict[tuple[str, str], FloatArray] = {}

    def once(self) -> Iterator[Row]:
        """Everything starts at most once."""
        for place in range(len(self.problem.candidates)):
            mine = self.candidate == place
            if mine.sum() > 1:
                yield mine.astype(np.float64), -INF, 1.0

    def of_limits(self) -> Iterator[Row]:
        """Every limit's rows, in their order."""
        for limit in self.problem.limits:
            yield from self._of(limit)

    def _of(self, limit: Limit) -> Iterator[Row]:
        match limit:
            case Money(kind, year, most):
                yield _amounts(self.money(kind)[:, year], most)
            case People(skill, year, most):
                yield _amounts(self.people(skill)[:, year], most)
            case Must(code):
                yield self._chosen(code), 1.0, INF
            case Never(code):
                yield self._chosen(code), -INF, 0.0
            case AtMostOne(codes):
                together = [self._chosen(code) for code in codes]
                yield np.sum(together, axis=0), -INF, 1.0
            case NotBefore(code, year):
                yield self._started(code, year - 1), -INF, 0.0
            case Needs(code, needed):
                for year in range(self.problem.years):
                    yield self._started(code, year) - self._started(needed, year), -INF, 0.0
            case MinShare(aim, share):
                yield self._over_share(aim, share)

    def money(self, kind: str) -> FloatArray:
        """What each column takes of a kind of money by year."""
        if ("money", kind) not in self._taken:
            profiles = self.problem.money_profiles(kind)
            self._taken["money", kind] = moved(profiles, self.candidate, self.start)
        return self._taken["money", kind]

    def people(self, skill: str) -> FloatArray:
        """Whom each column takes of a skill by year."""
        if ("people", skill) not in self._taken:
            profiles = self.problem.people_profiles(skill)
            self._taken["people", skill] = moved(profiles, self.candidate, self.start)
        return self._taken["people", skill]

    def _chosen(self, code: str) -> FloatArray:
        """1 where a column chooses the initiative."""
        return (self.candidate == self.place.get(code, -1)).astype(np.float64)

    def _started(self, code: str, year: int) -> FloatArray:
        """1 where a column has the initiative started by the end of a year."""
        return self._chosen(code) * (self.start <= year)

    def _over_share(self, aim: str, share: float) -> Row:
        """Σ money · (its share for the aim − the least share) is not negative."""
        shares = np.array([each.aims.get(aim, 0.0) for each in self.problem.candidates])
        over = self.money(TOTAL).sum(axis=1) * (shares[self.candidate] - share)
        return over / max(float(np.abs(over).max(initial=0.0)), 1e-12), 0.0, INF


def _amounts(taken: FloatArray, most: float) -> Row:
    scale = max(most, float(taken.max(initial=0.0)), 1e-12)
    return taken / scale, -INF, most / scale
