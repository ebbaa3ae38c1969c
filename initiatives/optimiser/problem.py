"""What is chosen from: initiatives with their value and what they take, and the limits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from initiatives.optimiser.limits import TOTAL, Limit

FloatArray = NDArray[np.float64]
Profile = tuple[float, ...]
"""Amounts by year since the start of an initiative, its first year at 0."""


@dataclass(frozen=True)
class Candidate:
    """An initiative that may be chosen.

    `money` by kind and `people` by skill: profiles. `aims`: which share (0 to 1) of its money counts for
    which objective or priority. `starts`: the years in which it may start; None: in any.
    """

    code: str
    value: float
    money: Mapping[str, Profile] = field(default_factory=dict)
    people: Mapping[str, Profile] = field(default_factory=dict)
    aims: Mapping[str, float] = field(default_factory=dict)
    starts: tuple[int, ...] | None = None

    @property
    def length(self) -> int:
        """In how many years, from its start, it takes anything; at least one."""
        profiles = [*self.money.values(), *self.people.values()]
        return max([1, *(place + 1 for each in profiles for place, taken in enumerate(each) if taken)])


@dataclass(frozen=True)
class Problem:
    """A question to the optimiser.

    `later`: the share of its value that an initiative loses with each year it starts later. `whole`: only
    those that end within the years are chosen.
    """

    years: int
    candidates: Sequence[Candidate]
    limits: Sequence[Limit] = ()
    later: float = 0.0
    whole: bool = False

    def under(self, limits: Sequence[Limit]) -> "Problem":
        """The same question under other limits."""
        return replace(self, limits=tuple(limits))

    def without(self, limit: Limit) -> "Problem":
        """The same question without one of its limits."""
        return self.under([each for each in self.limits if each != limit])

    def exchanged(self, limit: Limit, other: Limit) -> "Problem":
        """The same question with another limit in the place of one."""
        return self.under([other if each == limit else each for each in self.limits])

    def starts_of(self, candidate: Candidate) -> list[int]:
        """The years in which a candidate may start."""
        last = self.years - candidate.length if self.whole else self.years - 1
        allowed = range(self.years) if candidate.starts is None else candidate.starts
        return [year for year in allowed if 0 <= year <= last]

    def worth(self, candidate: Candidate, start: int) -> float:
        """The value of a candidate that starts in a year."""
        return float(candidate.value * (1 - self.later) ** start)

    def money_profiles(self, kind: str) -> FloatArray:
        """What each candidate takes of a kind of money [candidate, year since its start]."""
        return self._profiles([_of_kind(each.money, kind) for each in self.candidates])

    def people_profiles(self, skill: str) -> FloatArray:
        """Whom each candidate takes of a skill [candidate, year since its start]."""
        return self._profiles([[each.people.get(skill, ())] for each in self.candidates])

    def _profiles(self, parts: Sequence[Sequence[Profile]]) -> FloatArray:
        table = np.zeros((len(parts), self.years))
        for row, profiles in zip(table, parts, strict=True):
            for profile in profiles:
                inside = profile[: self.years]
                row[: len(inside)] += inside
        return table


def _of_kind(money: Mapping[str, Profile], kind: str) -> list[Profile]:
    return list(money.values()) if kind == TOTAL else [money.get(kind, ())]
