"""Splitting an amount over the objectives that an initiative serves, to the cent."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal
from typing import Generic, TypeVar

CENT = Decimal("0.01")
Key = TypeVar("Key", bound=Hashable)


def split(amount: Decimal, weights: Sequence[float]) -> list[Decimal]:
    """Parts of an amount in proportion to weights (≥ 0, not all 0) that add up to it exactly.

    Each is cut to the cent; the cents that are left go to the largest remainders (Hamilton's method).
    """
    whole = Decimal(repr(float(sum(weights))))
    exact = [amount * Decimal(repr(float(weight))) / whole for weight in weights]
    parts = [share.quantize(CENT, ROUND_DOWN) for share in exact]
    left = amount - sum(parts)
    cents = int(abs(left) / CENT)
    order = sorted(range(len(parts)), key=lambda i: (abs(parts[i] - exact[i]), -i), reverse=True)
    step = CENT if left > 0 else -CENT
    for i in order[:cents]:
        parts[i] += step
    rest = amount - sum(parts)  # what is finer than a cent
    parts[order[0]] += rest
    return parts


@dataclass(frozen=True)
class Taken:
    """What one initiative takes, and which objectives it serves how strongly (by their keys)."""

    budget: Decimal | None
    fte: float
    serves: Mapping[Hashable, int]


@dataclass
class Got(Generic[Key]):
    """What objectives get together: money and FTE by key; `unserved`: of initiatives that serve none."""

    budget: dict[Key, Decimal] = field(default_factory=dict)
    fte: dict[Key, float] = field(default_factory=dict)
    unserved_budget: Decimal = Decimal(0)
    unserved_fte: float = 0.0

    @property
    def whole_budget(self) -> Decimal:
        """All the money, with what serves no objective."""
        return sum(self.budget.values(), self.unserved_budget)

    @property
    def whole_fte(self) -> float:
        """All the people, with those of initiatives that serve no objective."""
        return sum(self.fte.values()) + self.unserved_fte


def share_out(taken: Sequence[Taken]) -> Got[Hashable]:
    """Money and people of initiatives, split over their objectives by the strength of their contribution."""
    got: Got[Hashable] = Got()
    for each in taken:
        budget = each.budget or Decimal(0)
        if not each.serves:
            got.unserved_budget += budget
            got.unserved_fte += each.fte
            continue
        strengths = [float(strength) for strength in each.serves.values()]
        whole = sum(strengths)
        for key, strength, part in zip(each.serves, strengths, split(budget, strengths), strict=True):
            got.budget[key] = got.budget.get(key, Decimal(0)) + part
            got.fte[key] = got.fte.get(key, 0.0) + each.fte * strength / whole
    return got
