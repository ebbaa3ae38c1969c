"""Load in words: how a cell reads, which months of which teams are too full, and who is promised twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.ui.numbers import number_text
from initiatives.means.load import LoadCell, LoadRow, LoadState, Part, PersonOver
from initiatives.means.months import month_text
from initiatives.models import Initiative

# Of each state: the mark whose shape and tone it has, and the word.
STATES: dict[LoadState, tuple[str, Any]] = {
    LoadState.FREE: ("green", _("Room left")),
    LoadState.FULL: ("amber", _("Full")),
    LoadState.OVER: ("red", _("Over-allocated")),
    LoadState.UNKNOWN: ("insufficient_data", _("No capacity stated")),
    LoadState.NONE: ("none", _("Nothing")),
}


def fte_text(number: float) -> str:
    """FTE with as many decimals as it needs, two at most."""
    for decimals in (0, 1):
        if abs(number - round(number, decimals)) < 1e-6:
            return number_text(number, decimals)
    return number_text(number, 2)


@dataclass(frozen=True)
class Heat:
    """A line of the heat table: its name, that of its department, and its cells in order."""

    name: str
    department: str
    cells: Sequence[LoadCell]


def heat_of(row: LoadRow, months: Sequence[int]) -> Heat:
    """A team as a line of the heat table."""
    return Heat(row.skill.name, row.department.label, [row.cells[month] for month in months])


@dataclass(frozen=True)
class Over:
    """Consecutive months in which a team is over-allocated by as much, and who causes it."""

    team: str
    months: str
    asked: float
    capacity: float
    parts: tuple[Part, ...]

    @property
    def missing(self) -> float:
        """How many people are missing."""
        return self.asked - self.capacity


def over_of(rows: Sequence[LoadRow]) -> list[Over]:
    """Over-allocation by team, months that say the same as one; the largest first."""
    found = []
    for row in rows:
        for key, months in groupby(_numbered(row), key=lambda pair: pair[1]):
            of = [month for month, _key in months]
            found.append(_over(row, of, key))
    return sorted(found, key=lambda each: -each.missing)


_Key = tuple[int, float, float, tuple[tuple[int, float], ...]]


def _numbered(row: LoadRow) -> list[tuple[int, _Key]]:
    """Over-allocated months with what those told as one share: no gap, the same numbers and causes."""
    found = []
    for place, month in enumerate(row.over):
        cell = row.cells[month]
        causes = tuple((part.initiative.pk, part.fte) for part in row.parts.get(month, []))
        found.append((month, (month - place, cell.asked, cell.capacity or 0.0, causes)))
    return found


def _over(row: LoadRow, months: list[int], key: _Key) -> Over:
    team = f"{row.department.name} · {row.skill.name}"
    return Over(team, stretch_text(months), key[1], key[2], merged(row.parts.get(months[0], [])))


def stretch_text(months: Sequence[int]) -> str:
    """Consecutive months: "Mar 27 – May 27"."""
    first, last = month_text(months[0]), month_text(months[-1])
    return first if first == last else f"{first} – {last}"


def merged(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, those of one initiative added up; the largest first."""
    of: dict[int, tuple[Initiative, float]] = {}
    for part in parts:
        before = of.get(part.initiative.pk, (part.initiative, 0.0))[1]
        of[part.initiative.pk] = part.initiative, before + part.fte
    return tuple(Part(initiative, fte) for initiative, fte in sorted(of.values(), key=lambda pair: -pair[1]))


@dataclass(frozen=True)
class PromisedTwice:
    """A person who is promised for more than a whole month, in consecutive months."""

    person: Any
    months: str
    fte: float
    parts: tuple[Part, ...]


def people_of(people: Sequence[PersonOver]) -> list[PromisedTwice]:
    """Promises by person, months that say the same as one."""
    found = []
    for of, group in groupby(
        enumerate(people), key=lambda pair: (pair[1].person.pk, pair[1].fte, pair[1].month - pair[0])
    ):
        listed = [each for _place, each in group]
        first = listed[0]
        assert of[0] == first.person.pk
        months = stretch_text([each.month for each in listed])
        found.append(PromisedTwice(first.person, months, first.fte, merged(first.parts)))
    return found
