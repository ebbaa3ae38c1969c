"""How large an initiative is: as somebody said, else told from its money and its duration.

Large from 2 million or two years on, small below 200 thousand and half a year; what is known of the two
decides, the larger wins. Nothing known: small.
"""

from decimal import Decimal

from initiatives.enums import Size
from initiatives.models import Initiative

LARGE_BUDGET, SMALL_BUDGET = Decimal(2_000_000), Decimal(200_000)
LARGE_DAYS, SMALL_DAYS = 730, 183
ORDER = (Size.SMALL, Size.MEDIUM, Size.LARGE)


def size_of(initiative: Initiative, budget: Decimal | None) -> Size:
    """The size that counts; `budget`: of its whole life, None where unknown."""
    if initiative.size:
        return Size(initiative.size)
    sizes = [Size.SMALL]
    if budget is not None:
        sizes.append(_by(budget, SMALL_BUDGET, LARGE_BUDGET))
    if initiative.starts_on and initiative.ends_on:
        days = Decimal((initiative.ends_on - initiative.starts_on).days)
        sizes.append(_by(days, Decimal(SMALL_DAYS), Decimal(LARGE_DAYS)))
    return max(sizes, key=ORDER.index)


def _by(amount: Decimal, small: Decimal, large: Decimal) -> Size:
    if amount >= large:
        return Size.LARGE
    return Size.SMALL if amount < small else Size.MEDIUM


def at_least(size: Size, wanted: str) -> bool:
    """Whether something asked for from the size `wanted` on is asked of an initiative of `size`."""
    return ORDER.index(size) >= ORDER.index(Size(wanted))
