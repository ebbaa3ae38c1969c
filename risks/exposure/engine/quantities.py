"""What is estimated of each risk, and of what ties them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PERT, LOGNORMAL = "three_point", "lognormal"


@dataclass(frozen=True)
class Quantity:
    """A risk: how likely in a year, and how its impact is spread.

    `spread` PERT: `low`, `likely`, `high` are the least, the most likely and the highest impact; LOGNORMAL:
    `low` and `high` are its 5 % and 95 % points, `likely` is not used. `sign`: 1 for a loss, −1 for a gain.
    `cause`: what it shares with others, a key of `Problem.causes`. `after_…`: once the response is done
    (None: as now); `after_factor` is the share of the impact that remains. `cost`: of the response.
    """

    key: str
    probability: float
    spread: str
    low: float
    likely: float | None
    high: float
    sign: int = 1
    cause: str | None = None
    after_probability: float | None = None
    after_factor: float | None = None
    cost: float = 0.0

    @property
    def probability_after(self) -> float:
        """Once the response is done."""
        return self.probability if self.after_probability is None else self.after_probability

    @property
    def factor_after(self) -> float:
        """Of the impact, once the response is done."""
        return 1.0 if self.after_factor is None else self.after_factor


@dataclass(frozen=True)
class Problem:
    """Risks, how strongly each cause ties those that share it (0: not at all, 1: all or none), and the dice.

    The same seed and years give the same bits, and a risk's draws do not depend on the other risks.
    """

    quantities: Sequence[Quantity]
    causes: Mapping[str, float]
    years: int = 100_000
    seed: int = 1
