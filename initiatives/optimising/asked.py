"""The limits of a scenario as its makers say them; stored as `Scenario.settings`.

Years are places from the scenario's first year, but `earliest` holds fiscal years. Aims are
"objective:<code>" and "priority:<code>" of the scenario's plan. None in a list: no limit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from initiatives.optimiser.limits import CAPITAL, OPERATING, TOTAL

KINDS = (OPERATING, CAPITAL, TOTAL)
Amounts = Sequence[float | None]


@dataclass(frozen=True)
class Asked:
    """What a portfolio has to keep.

    `committed`: whether what is under way goes on and takes its share of every limit; else both are left out.
    `later`: the share of its value that an initiative loses with each year it starts later. `whole`: only
    what ends within the years is chosen.
    """

    money: Mapping[str, Amounts] = field(default_factory=dict)
    people: Mapping[str, Amounts] = field(default_factory=dict)
    must: Sequence[str] = ()
    never: Sequence[str] = ()
    exclusions: Sequence[Sequence[str]] = ()
    prerequisites: Sequence[Sequence[str]] = ()
    earliest: Mapping[str, int] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    committed: bool = True
    later: float = 0.05
    whole: bool = False

    def as_data(self) -> dict[str, Any]:
        """As it is stored."""
        return asdict(self)

    def fitted(self, years: int) -> "Asked":
        """The same for another number of years: new ones have no limit."""
        return replace(
            self,
            money={kind: _fit(amounts, years) for kind, amounts in self.money.items()},
            people={skill: _fit(amounts, years) for skill, amounts in self.people.items()},
        )

    @property
    def named(self) -> set[str]:
        """Every initiative that a limit names, by its code."""
        groups = [each for group in (*self.exclusions, *self.prerequisites) for each in group]
        return {*self.must, *self.never, *self.earliest, *groups}


def asked_of(data: Mapping[str, Any]) -> Asked:
    """The limits that were stored; what is missing is as it begins."""
    known = {name: data[name] for name in Asked.__dataclass_fields__ if name in data}
    return Asked(**known)


def _fit(amounts: Amounts, years: int) -> list[float | None]:
    return [*amounts[:years], *[None] * (years - len(amounts))]
