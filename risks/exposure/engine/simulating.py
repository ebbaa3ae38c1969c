"""Years drawn: which risks happen in each, and what they cost, now and once the responses are done."""

import math
import zlib
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from risks.exposure.engine.quantities import Problem, Quantity
from risks.exposure.engine.spreads import spread_of

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Simulated:
    """Losses by risk (row) and year (column), now and afterwards, and their sums by year."""

    problem: Problem
    now: NDArray[np.float32]
    after: NDArray[np.float32]
    total: Floats
    total_after: Floats


def simulate(problem: Problem) -> Simulated:
    """Draw every year; raises ValueError for a probability, strength or spread that is none."""
    _check(problem)
    shape = (len(problem.quantities), problem.years)
    now, after = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    total, total_after = np.zeros(problem.years), np.zeros(problem.years)
    factors = {
        cause: _dice(problem.seed, f"cause {cause}").standard_normal(problem.years)
        for cause in _causes(problem)
    }
    for row, quantity in enumerate(problem.quantities):
        dice = _dice(problem.seed, f"risk {quantity.key}")
        pull = _pull(dice, problem, quantity, factors)
        before, afterwards = _losses(dice, quantity, pull)
        total += before
        total_after += afterwards
        now[row], after[row] = before, afterwards
    return Simulated(problem, now, after, total, total_after)


def _pull(
    dice: np.random.Generator, problem: Problem, quantity: Quantity, factors: dict[str, Floats]
) -> Floats:
    """How much speaks for the risk in each year, standard normal: √s · cause + √(1 − s) · its own."""
    own = dice.standard_normal(problem.years)
    if quantity.cause is None:
        return own
    strength = problem.causes[quantity.cause]
    pull: Floats = math.sqrt(strength) * factors[quantity.cause] + math.sqrt(1 - strength) * own
    return pull


def _losses(dice: np.random.Generator, quantity: Quantity, pull: Floats) -> tuple[Floats, Floats]:
    """Losses by year now and afterwards.

    The years in which most speaks for the risk come first: a higher probability adds years and leaves the
    impacts of the others as they were, so that both are compared in the same years.
    """
    many = max(quantity.probability, quantity.probability_after)
    hit = np.flatnonzero(pull > _threshold(many))
    hit = hit[np.argsort(-pull[hit])]
    impact = quantity.sign * spread_of(quantity).draw(dice, len(hit))
    now, after = np.zeros(len(pull)), np.zeros(len(pull))
    happens = pull[hit] > _threshold(quantity.probability)
    now[hit[happens]] = impact[happens]
    happens = pull[hit] > _threshold(quantity.probability_after)
    after[hit[happens]] = impact[happens] * quantity.factor_after
    return now, after


def _threshold(probability: float) -> float:
    """Above it a standard normal pull makes the risk happen."""
    if probability <= 0:
        return math.inf
    return -math.inf if probability >= 1 else -NormalDist().inv_cdf(probability)


def _dice(seed: int, name: str) -> np.random.Generator:
    """Dice of one risk or cause: what else is simulated does not change them."""
    return np.random.Generator(
        np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(zlib.crc32(name.encode()),)))
    )


def _causes(problem: Problem) -> list[str]:
    return sorted({each.cause for each in problem.quantities if each.cause is not None})


def _check(problem: Problem) -> None:
    if problem.years < 1:
        raise ValueError("at least one year")
    for quantity in problem.quantities:
        for probability in (quantity.probability, quantity.probability_after):
            if not 0 <= probability <= 1:
                raise ValueError(f"{quantity.key}: a probability goes from 0 to 1")
        if quantity.factor_after < 0:
            raise ValueError(f"{quantity.key}: the remaining share of an impact is not negative")
        if quantity.cause is not None and not 0 <= problem.causes[quantity.cause] <= 1:
            raise ValueError(f"{quantity.cause}: a cause ties from 0 to 1")
