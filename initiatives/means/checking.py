"""Rules of stretches of months and of numbers of people."""

import datetime as dt
import math
from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.errors import Fault

FIRST_YEAR, LAST_YEAR = 1990, 2150
MOST_MONTHS = 600
MOST_FTE = 100_000


def check_months(first: dt.date, last: dt.date | None) -> Iterator[Fault]:
    """Faults of a stretch that ends before it starts or lies where no plan does."""
    for day, field in ((first, "first_month"), (last, "last_month")):
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            yield Fault(_("No plan reaches so far."), field=field)
    if last is not None and last < first:
        yield Fault(_("The last month is before the first."), field="last_month")
    elif last is not None and (last - first).days > MOST_MONTHS * 31:
        yield Fault(_("At most fifty years."), field="last_month")


def check_fte(fte: float) -> Iterator[Fault]:
    """Faults of a number of full-time people."""
    if not math.isfinite(fte) or not 0 <= fte <= MOST_FTE:
        yield Fault(_("A number of full-time people is 0 or more, such as 0.5."), field="fte")


def check_taken(fte: float) -> Iterator[Fault]:
    """Faults of what an initiative takes: nobody is no allocation."""
    if fte == 0:
        yield Fault(_("Say how many: more than 0, such as 0.5."), field="fte")
    yield from check_fte(fte)
