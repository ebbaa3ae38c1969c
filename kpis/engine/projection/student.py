"""Student's t distribution for whole degrees of freedom, in closed form.

Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
"""

from __future__ import annotations

from functools import lru_cache
from math import atan, cos, inf, pi, sin, sqrt


def t_cdf(t: float, freedom: int) -> float:
    """P(T ≤ t) for `freedom` ≥ 1 degrees of freedom."""
    if t in (inf, -inf):
        return 1.0 if t > 0 else 0.0
    angle = atan(t / sqrt(freedom))
    within = _odd(angle, freedom) if freedom % 2 else _even(angle, freedom)
    return min(1.0, max(0.0, (1 + within) / 2))


def _odd(angle: float, freedom: int) -> float:
    """A(t|ν) = P(|T| ≤ t), signed, for an odd ν (26.7.3)."""
    total, term = 0.0, cos(angle)
    for k in range(1, (freedom - 1) // 2 + 1):
        total += term
        term *= 2 * k / (2 * k + 1) * cos(angle) ** 2
    return 2 / pi * (angle + sin(angle) * total)


def _even(angle: float, freedom: int) -> float:
    """The same for an even ν (26.7.4)."""
    total, term = 0.0, 1.0
    for k in range(1, freedom // 2 + 1):
        total += term
        term *= (2 * k - 1) / (2 * k) * cos(angle) ** 2
    return sin(angle) * total


@lru_cache(maxsize=256)
def t_quantile(share: float, freedom: int) -> float:
    """The t with P(T ≤ t) = `share` (0 < share < 1), by halving; exact to 1e-10."""
    low, high = -1.0, 1.0
    while t_cdf(low, freedom) > share:
        low *= 2
    while t_cdf(high, freedom) < share:
        high *= 2
    while high - low > 1e-10 * max(1.0, abs(low)):
        middle = (low + high) / 2
        low, high = (middle, high) if t_cdf(middle, freedom) < share else (low, middle)
    return (low + high) / 2
