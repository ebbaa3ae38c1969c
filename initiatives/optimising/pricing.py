"""What limits cost, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from initiatives.optimiser import Must
from initiatives.optimising.answers import limit_of
from initiatives.optimising.wording import Words


@dataclass(frozen=True)
class PriceRow:
    """What a limit costs, in words; `gain` None: not known; `bar`: beside the largest, in per cent."""

    limit: str
    more: str
    gain: float | None
    at_least: bool
    change: str
    bar: int
    committed: bool


def price_rows(prices: Sequence[Mapping[str, Any]], words: Words) -> list[PriceRow]:
    """Limits by what a bit more of them would bring, the most first; those that bring nothing come last."""
    largest = max((each["gain"] or 0.0 for each in prices), default=0.0)
    ordered = sorted(prices, key=lambda each: -(each["gain"] if each["gain"] is not None else -1.0))
    return [_price(each, words, largest) for each in ordered]


def _price(price: Mapping[str, Any], words: Words, largest: float) -> PriceRow:
    told = ("loosened", "gain", "proven", "added", "dropped")
    limit = limit_of({name: value for name, value in price.items() if name not in told})
    loosened = limit_of(price["loosened"]) if price["loosened"] else None
    gain = price["gain"]
    changes = []
    if price["added"]:
        changes.append(_("in: %(codes)s") % {"codes": ", ".join(price["added"])})
    if price["dropped"]:
        changes.append(_("out: %(codes)s") % {"codes": ", ".join(price["dropped"])})
    return PriceRow(
        limit=words.limit(limit),
        more=words.more(limit, loosened),
        gain=gain,
        at_least=not price["proven"],
        change="; ".join(changes),
        bar=round(100 * gain / largest) if gain and largest else 0,
        committed=isinstance(limit, Must) and limit.committed,
    )
