"""Capacity beside demand: how many people of a skill a department has in a month, and how many are asked for.

Both are compared where they stand: at the same department, in the same skill and month. What a department's
subtree has and gives is their sum.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from initiatives.enums import UNDER_WAY
from initiatives.means.months import first_day, month_of
from initiatives.means.queries import counted_initiatives, subtree
from initiatives.models import Allocation, Capacity, Initiative, Skill
from org.queries import TreeNode, department_tree

FULL_FROM = 0.9
"""From this share of its capacity on a team is full: a tenth is kept for what nobody plans."""
_EPSILON = 1e-9


class LoadState(StrEnum):
    """How demand stands to capacity."""

    NONE = "none"  # neither
    FREE = "free"
    FULL = "full"
    OVER = "over"
    UNKNOWN = "unknown"  # people are asked for where no capacity is stated


@dataclass
class LoadCell:
    """A team in a month, in FTE. `proposed` is asked for by proposals, beside `demand`."""

    capacity: float | None = None
    demand: float = 0.0
    proposed: float = 0.0

    @property
    def asked(self) -> float:
        """Demand of what is under way and of proposals, where they are looked at."""
        return self.demand + self.proposed

    @property
    def gap(self) -> float | None:
        """Capacity minus demand; negative: people are missing. None where no capacity is stated."""
        return None if self.capacity is None else self.capacity - self.asked

    @property
    def state(self) -> LoadState:
        """How demand stands to capacity."""
        if self.capacity is None:
            return LoadState.UNKNOWN if self.asked > _EPSILON else LoadState.NONE
        if self.asked > self.capacity + _EPSILON:
            return LoadState.OVER
        if self.asked <= _EPSILON:
            return LoadState.FREE if self.capacity else LoadState.NONE
        return LoadState.FULL if self.asked >= FULL_FROM * self.capacity - _EPSILON else LoadState.FREE


@dataclass(frozen=True)
class Part:
    """What one initiative asks of a team in a month."""

    initiative: Initiative
    fte: float


@dataclass(frozen=True)
class LoadRow:
    """A department and skill with its cells, and by month who asks for its people."""

    department: TreeNode
    skill: Skill
    cells: dict[int, LoadCell]
    parts: dict[int, list[Part]] = field(default_factory=dict)

    @property
    def over(self) -> list[int]:
        """The months in which more is asked for than there is."""
        return [month for month, cell in self.cells.items() if cell.state == LoadState.OVER]


@dataclass(frozen=True)
class PersonOver:
    """A person who is promised to initiatives for more than the whole of a month."""

    person: Any
    month: int
    fte: float
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Load:
    """The teams that have or give people in some months."""

    months: tuple[int, ...]
    rows: tuple[LoadRow, ...]
    people: tuple[PersonOver, ...]

    def by_skill(self) -> list[tuple[Skill, dict[int, LoadCell]]]:
        """The sum over departments of each skill; a month's capacity is known where any is."""
        found: dict[int, tuple[Skill, dict[int, LoadCell]]] = {}
        for row in self.rows:
            _skill, cells = found.setdefault(
                row.skill.pk, (row.skill, {month: LoadCell() for month in self.months})
            )
            for month, cell in row.cells.items():
                _add(cells[month], cell)
        return sorted(found.values(), key=lambda pair: pair[0].name)


def _add(to: LoadCell, cell: LoadCell) -> None:
    to.demand += cell.demand
    to.proposed += cell.proposed
    if cell.capacity is not None:
        to.capacity = (to.capacity or 0.0) + cell.capacity


def read_load(
    user: Any,
    months: Sequence[int],
    department: TreeNode | None = None,
    skill: Skill | None = None,
    proposals: bool = False,
) -> Load:
    """Capacity and demand in some consecutive months, of what the user may know; six queries.

    `department`: it and those below; `proposals`: count what is only proposed as well.
    """
    builder = _Builder(tuple(months), {node.id: node for node in department_tree()})
    where = subtree(department)
    only = {"skill": skill} if skill else {}
    span = {"first_month__lte": first_day(months[-1])}
    for row in Capacity.objects.filter(where, **only, **span).select_related("skill"):
        builder.add_capacity(row)
    counted = counted_initiatives(user, proposals)
    asked = Allocation.objects.filter(where, initiative__in=counted, **only, **span)
    asked = asked.filter(last_month__gte=first_day(months[0]))
    for each in asked.select_related("skill", "initiative", "person").order_by("initiative__code", "pk"):
        builder.add_allocation(each)
    return builder.load()


class _Builder:
    """Adds rows up into teams and people."""

    def __init__(self, months: tuple[int, ...], nodes: dict[int, TreeNode]) -> None:
        self.months, self.nodes = months, nodes
        self.rows: dict[tuple[int, int], LoadRow] = {}
        self.people: dict[tuple[Any, int], list[Part]] = defaultdict(list)

    def _row(self, department: int, skill: Skill) -> LoadRow | None:
        node = self.nodes.get(department)
        if node is None:  # it left the tree
            return None
        key = department, skill.pk
        if key not in self.rows:
            self.rows[key] = LoadRow(node, skill, {month: LoadCell() for month in self.months})
        return self.rows[key]

    def _within(self, first: Any, last: Any) -> range:
        end = self.months[-1] if last is None else min(self.months[-1], month_of(last))
        return range(max(self.months[0], month_of(first)), end + 1)

    def add_capacity(self, row: Capacity) -> None:
        """What a department has."""
        team, months = self._row(row.department_id, row.skill), self._within(row.first_month, row.last_month)
        for month in months if team is not None else ():
            cell = team.cells[month]  # type: ignore[union-attr]
            cell.capacity = (cell.capacity or 0.0) + row.fte

    def add_allocation(self, row: Allocation) -> None:
        """What an initiative asks of it."""
        team, part = self._row(row.department_id, row.skill), Part(row.initiative, row.fte)
        for month in self._within(row.first_month, row.last_month):
            if row.person is not None:
                self.people[row.person, month].append(part)
            if team is None:
                continue
            team.parts.setdefault(month, []).append(part)
            if row.initiative.stage in UNDER_WAY:
                team.cells[month].demand += row.fte
            else:
                team.cells[month].proposed += row.fte

    def load(self) -> Load:
        """The teams as the tree has them, and who is promised for more than a whole month."""
        rows = sorted(self.rows.values(), key=lambda row: (row.department.path, row.skill.name))
        shown = [row for row in rows if any(cell.state != LoadState.NONE for cell in row.cells.values())]
        people = [
            PersonOver(person, month, sum(part.fte for part in parts), tuple(parts))
            for (person, month), parts in self.people.items()
        ]
        over = [each for each in people if each.fte > 1 + _EPSILON]
        return Load(
            self.months, tuple(shown), tuple(sorted(over, key=lambda each: (each.person.name, each.month)))
        )
