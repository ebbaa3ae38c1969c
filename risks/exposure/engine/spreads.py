"""Spreads of an impact: drawing from them, and what is known of them in closed form."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from risks.exposure.engine.quantities import LOGNORMAL, Quantity

# Standard normal quantile of 95 %.
_Z95 = 1.6448536269514722


@dataclass(frozen=True)
class Beta:
    """A beta distribution stretched over `low` to `high`.

    PERT with the usual weight of 4 for the most likely value: α = 1 + 4 (m − a) / (b − a),
    β = 1 + 4 (b − m) / (b − a), so that the mean is (a + 4 m + b) / 6.
    """

    low: float
    high: float
    alpha: float
    beta: float

    @property
    def mean(self) -> float:
        """Expected impact."""
        return self.low + (self.high - self.low) * self.alpha / (self.alpha + self.beta)

    @property
    def variance(self) -> float:
        """Variance of the impact."""
        total = self.alpha + self.beta
        return (self.high - self.low) ** 2 * self.alpha * self.beta / (total**2 * (total + 1))

    def draw(self, dice: np.random.Generator, count: int) -> NDArray[np.float64]:
        """`count` impacts."""
        if self.high == self.low:
            return np.full(count, self.low)
        return self.low + (self.high - self.low) * dice.beta(self.alpha, self.beta, count)


@dataclass(frozen=True)
class LogNormal:
    """A lognormal distribution: μ and σ of its logarithm, from its 5 % and 95 % points."""

    mu: float
    sigma: float

    @property
    def mean(self) -> float:
        """Expected impact, exp(μ + σ² / 2)."""
        return math.exp(self.mu + self.sigma**2 / 2)

    @property
    def variance(self) -> float:
        """Variance of the impact."""
        return (math.exp(self.sigma**2) - 1) * math.exp(2 * self.mu + self.sigma**2)

    def draw(self, dice: np.random.Generator, count: int) -> NDArray[np.float64]:
        """`count` impacts."""
        return np.exp(self.mu + self.sigma * dice.standard_normal(count))


def spread_of(quantity: Quantity) -> Beta | LogNormal:
    """The spread of a risk's impact; raises ValueError where its points are not in order."""
    low, high = quantity.low, quantity.high
    if quantity.spread == LOGNORMAL:
        if not 0 < low <= high:
            raise ValueError(f"{quantity.key}: a lognormal impact needs 0 < 5 % point ≤ 95 % point")
        return LogNormal((math.log(low) + math.log(high)) / 2, (math.log(high) - math.log(low)) / (2 * _Z95))
    likely = quantity.likely if quantity.likely is not None else (low + high) / 2
    if not 0 <= low <= likely <= high:
        raise ValueError(f"{quantity.key}: lowest ≤ most likely ≤ highest impact")
    width = high - low
    if width == 0:
        return Beta(low, high, 1.0, 1.0)
    return Beta(low, high, 1 + 4 * (likely - low) / width, 1 + 4 * (high - likely) / width)


def expected_a_year(quantity: Quantity) -> float:
    """Expected loss of a year in closed form: probability × mean impact."""
    return quantity.sign * quantity.probability * spread_of(quantity).mean
