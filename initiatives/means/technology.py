"""Shared technology: what initiatives need of it together, and when that is more than there is."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from initiatives.means.queries import counted_initiatives
from initiatives.models import Technology, TechnologyUse

_EPSILON = 1e-9
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Need:
    """So much of a technology from one day to another (both included; None: without an end there)."""

    quantity: float
    starts_on: dt.date | None
    ends_on: dt.date | None
    use: TechnologyUse | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether it is needed on a day."""
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day <= self.ends_on
        )


@dataclass(frozen=True)
class Shortage:
    """Days on which more is needed than there is; `ends_on` None: without an end."""

    starts_on: dt.date
    ends_on: dt.date | None
    needed: float
    needs: tuple[Need, ...]


@dataclass(frozen=True)
class TechnologyLine:
    """A technology with what uses it and when it does not suffice."""

    technology: Technology
    needs: tuple[Need, ...]
    shortages: tuple[Shortage, ...]


def shortages(needs: Sequence[Need], quantity: float | None, since: dt.date) -> list[Shortage]:
    """The stretches from `since` on in which the needs together exceed the quantity (None: unlimited).

    Between two days on which a need begins or has ended nothing changes, so one day of each is looked at.
    """
    if quantity is None:
        return []
    edges = {since}
    for need in needs:
        edges |= {need.starts_on or since, need.ends_on + DAY if need.ends_on else since}
    days = sorted(day for day in edges if day >= since)
    found: list[Shortage] = []
    for place, day in enumerate(days):
        there = tuple(need for need in needs if need.holds(day))
        needed = sum(need.quantity for need in there)
        if needed > quantity + _EPSILON:
            end = days[place + 1] - DAY if place + 1 < len(days) else None
            found.append(Shortage(day, end, needed, there))
    return found


def read_technology(user: Any, today: dt.date, proposals: bool = False) -> list[TechnologyLine]:
    """Every technology that is not archived, with what the initiatives the user may know of need of it.

    A use without days is needed as long as its initiative lasts. Three queries.
    """
    uses = TechnologyUse.objects.filter(initiative__in=counted_initiatives(user, proposals))
    by_technology: dict[int, list[Need]] = {}
    for use in uses.select_related("initiative").order_by("initiative__code", "pk"):
        by_technology.setdefault(use.technology_id, []).append(need_of(use))
    return [
        _line(each, by_technology.get(each.pk, []), today)
        for each in Technology.objects.filter(archived_on=None).select_related("department")
    ]


def _line(technology: Technology, needs: Iterable[Need], today: dt.date) -> TechnologyLine:
    listed = tuple(needs)
    return TechnologyLine(technology, listed, tuple(shortages(listed, technology.quantity, today)))


def need_of(use: TechnologyUse) -> Need:
    """What a use asks for; without days of its own those of its initiative."""
    of = use.initiative
    return Need(use.quantity, use.starts_on or of.starts_on, use.ends_on or of.ends_on, use)
