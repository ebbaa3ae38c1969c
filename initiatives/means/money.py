"""The money of initiatives: what was agreed, is bound, was spent and is expected, added up.

None is "not known", which is not zero: a sum is None where none of its parts is known.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from initiatives.models import Initiative, MoneyLine

AMOUNTS = ("budget", "committed", "actual", "forecast")
Initiatives = QuerySet[Initiative] | Iterable[Initiative] | Iterable[int]


@dataclass(frozen=True)
class Money:
    """Amounts in the organisation's currency; None: not known."""

    budget: Decimal | None = None
    committed: Decimal | None = None
    actual: Decimal | None = None
    forecast: Decimal | None = None

    @property
    def over(self) -> Decimal | None:
        """By how much the forecast is above the budget (negative: below); None where either is unknown."""
        return None if self.budget is None or self.forecast is None else self.forecast - self.budget

    @property
    def left(self) -> Decimal | None:
        """What of the budget is not spent yet; None without a budget."""
        return None if self.budget is None else self.budget - (self.actual or 0)


NO_MONEY = Money()


def total(parts: Iterable[Money | MoneyLine]) -> Money:
    """The sum of some amounts."""
    listed = list(parts)
    return Money(*(_sum(getattr(each, name) for each in listed) for name in AMOUNTS))


def _sum(amounts: Iterator[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def money_of(initiatives: Initiatives, year: int | None = None) -> dict[int, Money]:
    """The money of each initiative by its id, of all years or one; those without any line are left out."""
    rows = _lines(initiatives, year).values("initiative").annotate(**_SUMS)
    return {row["initiative"]: _money(row) for row in rows}


def money_by_year(initiatives: Initiatives) -> dict[int, dict[int, Money]]:
    """The money of each initiative by its id, then by fiscal year; one query."""
    found: dict[int, dict[int, Money]] = {}
    for row in _lines(initiatives, None).values("initiative", "year").annotate(**_SUMS):
        found.setdefault(row["initiative"], {})[row["year"]] = _money(row)
    return found


def cost_by_year(initiatives: Initiatives) -> dict[int, dict[tuple[int, str], Decimal]]:
    """What each initiative costs by (fiscal year, kind of money): its budget, else what is forecast."""
    found: dict[int, dict[tuple[int, str], Decimal]] = {}
    for line in _lines(initiatives, None):
        amount = line.budget if line.budget is not None else line.forecast
        if amount is not None:
            of_one = found.setdefault(line.initiative_id, {})
            of_one[line.year, line.kind] = of_one.get((line.year, line.kind), Decimal(0)) + amount
    return found


_SUMS: dict[str, Any] = {f"{name}_sum": Sum(name) for name in AMOUNTS}


def _money(row: Mapping[str, Any]) -> Money:
    return Money(*(row[f"{name}_sum"] for name in AMOUNTS))


def _lines(initiatives: Initiatives, year: int | None) -> QuerySet[MoneyLine]:
    lines = MoneyLine.objects.filter(initiative__in=initiatives).order_by()
    return lines if year is None else lines.filter(year=year)
