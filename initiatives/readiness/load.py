"""The change load: which departments are hit by how many initiatives in which quarter; no database.

A group is hit from the start to the end of its initiative. Two changes at once are worth a look, three or
more, or impacts that add up to `HEAVY_IMPACT`, are much to ask of anybody: people who are asked for several
changes at once come along with none of them.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from initiatives.models import AffectedGroup, Initiative
from kpis.engine.frequency import Period
from kpis.engine.periods import Calendar

SEVERAL, MANY = 2, 3
HEAVY_IMPACT = 9


class LoadLevel(StrEnum):
    """How much is asked of a department in a quarter."""

    NONE = "none"
    ONE = "one"
    SEVERAL = "several"
    MANY = "many"


@dataclass(frozen=True)
class ChangeCell:
    """The groups of a department that are hit in a quarter."""

    groups: tuple[AffectedGroup, ...]

    @property
    def initiatives(self) -> list[Initiative]:
        """Each initiative once, as they came."""
        return list({each.initiative_id: each.initiative for each in self.groups}.values())

    @property
    def impact(self) -> int:
        """The impacts added up: of each initiative the group that is hit most; unknown ones count 0."""
        most: dict[int, int] = defaultdict(int)
        for each in self.groups:
            most[each.initiative_id] = max(most[each.initiative_id], each.impact or 0)
        return sum(most.values())

    @property
    def level(self) -> LoadLevel:
        """How much that is."""
        count = len(self.initiatives)
        if count >= MANY or (count > 1 and self.impact >= HEAVY_IMPACT):
            return LoadLevel.MANY
        return (LoadLevel.NONE, LoadLevel.ONE, LoadLevel.SEVERAL)[count]


def change_load(
    groups: Iterable[AffectedGroup], quarters: Sequence[Period], fiscal: Calendar
) -> dict[int | None, list[ChangeCell]]:
    """By department (None: the groups of none) a cell for each quarter; those never hit are left out."""
    hit: dict[int | None, list[list[AffectedGroup]]] = defaultdict(lambda: [[] for _ in quarters])
    for group in groups:
        for place, quarter in enumerate(quarters):
            if _is_hit(group.initiative, fiscal.start(quarter), fiscal.end(quarter)):
                hit[group.department_id][place].append(group)
    return {department: [ChangeCell(tuple(each)) for each in cells] for department, cells in hit.items()}


def is_dated(initiative: Initiative) -> bool:
    """Whether it can stand in a quarter."""
    return initiative.starts_on is not None and initiative.ends_on is not None


def _is_hit(initiative: Initiative, start: dt.date, end: dt.date) -> bool:
    if initiative.starts_on is None or initiative.ends_on is None:
        return False
    return initiative.starts_on <= end and initiative.ends_on >= start
