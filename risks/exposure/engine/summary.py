"""What the drawn years say, each figure with its uncertainty."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from risks.exposure.engine.simulating import Simulated

_Z = 1.959963984540054  # 95 % of a standard normal lies within
QUANTILES = (0.5, 0.8, 0.9, 0.95, 0.99)
# Exceedance is told at these probabilities' losses, densest where it matters.
_LEVELS = np.concatenate([np.linspace(0.95, 0.1, 18), np.geomspace(0.1, 0.001, 21)[1:]])


@dataclass(frozen=True)
class Figure:
    """A figure with the interval in which it lies with 95 % were infinitely many years drawn."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Point:
    """A year's loss above `loss` has this probability."""

    loss: float
    probability: Figure


@dataclass(frozen=True)
class Totals:
    """All risks together; `quantiles` by their probability; `tail`: the mean of the worst twentieth."""

    expected: Figure
    deviation: float
    any_loss: Figure
    quantiles: dict[str, Figure]
    tail: Figure
    curve: list[Point]


@dataclass(frozen=True)
class Part:
    """One risk: its expected loss, its share of the variance (all shares add up to 1), and a year's expected
    total in which it happens and in which it does not; what its response saves, for its cost."""

    key: str
    expected: Figure
    share: float
    if_it_happens: float | None
    if_not: float | None
    saved: Figure
    cost: float


@dataclass(frozen=True)
class Exposure:
    """Now, once all responses are done, and risk by risk in the order of the problem."""

    now: Totals
    after: Totals
    parts: list[Part]


def summarise(simulated: Simulated) -> Exposure:
    """Every figure of a simulation."""
    variance = float(np.var(simulated.total))
    centred = simulated.total - simulated.total.mean()
    parts = [_part(simulated, row, centred, variance) for row in range(len(simulated.problem.quantities))]
    return Exposure(_totals(simulated.total), _totals(simulated.total_after), parts)


def exceedance(total: NDArray[np.float64], losses: Sequence[float]) -> list[Point]:
    """How probable a year's loss above each of these is."""
    ordered = np.sort(total)
    above = len(ordered) - np.searchsorted(ordered, losses, side="right")
    return [
        Point(float(loss), share_of(int(count), len(ordered)))
        for loss, count in zip(losses, above, strict=True)
    ]


def share_of(count: int, of: int) -> Figure:
    """A share with its interval by Wilson's score (E. B. Wilson, 1927), which stays within 0 and 1."""
    share = count / of
    centre = (share + _Z**2 / (2 * of)) / (1 + _Z**2 / of)
    half = _Z * math.sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2)) / (1 + _Z**2 / of)
    return Figure(share, max(centre - half, 0.0), min(centre + half, 1.0))


def mean_of(values: NDArray[np.floating]) -> Figure:
    """A mean with its interval by its standard error."""
    mean = float(values.mean(dtype=np.float64))
    half = _Z * float(values.std(dtype=np.float64)) / math.sqrt(len(values))
    return Figure(mean, mean - half, mean + half)


def _totals(total: NDArray[np.float64]) -> Totals:
    ordered = np.sort(total)
    losses = sorted({float(_at(ordered, 1 - level)) for level in _LEVELS})
    worst = ordered[int(0.95 * len(ordered)) :]
    return Totals(
        expected=mean_of(total),
        deviation=float(total.std()),
        any_loss=share_of(int((total > 0).sum()), len(total)),
        quantiles={f"{each:g}": _quantile(ordered, each) for each in QUANTILES},
        tail=mean_of(worst),
        curve=exceedance(total, losses),
    )


def _at(ordered: NDArray[np.float64], share: float) -> float:
    return float(ordered[min(max(math.ceil(share * len(ordered)) - 1, 0), len(ordered) - 1)])


def _quantile(ordered: NDArray[np.float64], share: float) -> Figure:
    """A quantile with its interval by order statistics: ranks n·q ± z·√(n·q·(1 − q))."""
    half = _Z * math.sqrt(share * (1 - share) / len(ordered))
    return Figure(_at(ordered, share), _at(ordered, share - half), _at(ordered, share + half))


def _part(simulated: Simulated, row: int, centred: NDArray[np.float64], variance: float) -> Part:
    """One risk; only the years in which it happens are looked at, for they are few."""
    quantity, years = simulated.problem.quantities[row], len(centred)
    hit = np.flatnonzero((simulated.now[row] != 0) | (simulated.after[row] != 0))
    now, after = (drawn[row, hit].astype(np.float64) for drawn in (simulated.now, simulated.after))
    happens = hit[now != 0]
    together = float(simulated.total[happens].sum())
    return Part(
        key=quantity.key,
        expected=_mean_of_few(now, years),
        share=float(np.dot(now, centred[hit])) / years / variance if variance else 0.0,
        if_it_happens=together / len(happens) if len(happens) else None,
        if_not=_mean_without(simulated.total, together, len(happens)),
        saved=_mean_of_few(now - after, years),
        cost=quantity.cost,
    )


def _mean_of_few(values: NDArray[np.float64], years: int) -> Figure:
    """`mean_of` where the other years are zero."""
    mean = float(values.sum()) / years
    squares = float(((values - mean) ** 2).sum()) + (years - len(values)) * mean**2
    half = _Z * math.sqrt(squares / years) / math.sqrt(years)
    return Figure(mean, mean - half, mean + half)


def _mean_without(total: NDArray[np.float64], together: float, count: int) -> float | None:
    """Mean of the years that are left once `count` years of `together` are taken out."""
    left = len(total) - count
    return (float(total.sum()) - together) / left if left else None
