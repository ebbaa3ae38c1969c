"""A round's board: what was collected, what was merged into what, and the dots it got."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from strategy.collecting.visible import shared_items
from strategy.enums import CATEGORIES, Category, Lens, Quadrant, RoundState
from strategy.models import AnalysisItem, AnalysisRound, ItemVote


@dataclass(frozen=True)
class BoardItem:
    """An item with what was merged into it; `mine`: the reader's dots on it.

    `dots`: of all people, None until the round is closed, so that nobody votes with the others. What stands
    on merged items counts for the one that stands for them; nobody has more dots by it, since none is new.
    """

    item: AnalysisItem
    merged: tuple[AnalysisItem, ...] = ()
    mine: int = 0
    dots: int | None = None
    rank: int | None = None


@dataclass(frozen=True)
class Field:
    """A quadrant of SWOT, or a category of another lens, with its items."""

    key: str
    name: Any
    items: tuple[BoardItem, ...]


@dataclass(frozen=True)
class Board:
    """What of a round is shared; `voted`: who has placed a dot, `left`: the reader's dots that are left."""

    round: AnalysisRound
    fields: tuple[Field, ...]
    ranking: tuple[BoardItem, ...]
    voted: frozenset[int]
    left: int

    @property
    def items(self) -> tuple[BoardItem, ...]:
        """All of them, field by field."""
        return tuple(item for each in self.fields for item in each.items)


@dataclass
class _Votes:
    """Dots by the item that stands for those they were given to."""

    all: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    mine: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    voted: set[int] = field(default_factory=set)


def read_board(round: AnalysisRound, reader: Any) -> Board:
    """The board as the reader sees it; two queries."""
    items = list(shared_items(round))
    stands_for = roots(items)
    votes = _count(round, reader, stands_for)
    merged: dict[int, list[AnalysisItem]] = defaultdict(list)
    for item in items:
        if stands_for[item.pk] != item.pk:
            merged[stands_for[item.pk]].append(item)
    standing = [item for item in items if stands_for[item.pk] == item.pk]
    ranks = _ranks(standing, votes.all) if round.state == RoundState.CLOSED else {}
    found = [
        BoardItem(
            item,
            tuple(merged[item.pk]),
            votes.mine[item.pk],
            votes.all[item.pk] if ranks else None,
            ranks.get(item.pk),
        )
        for item in standing
    ]
    ranked = sorted((each for each in found if each.rank), key=lambda each: each.rank or 0)
    left = max(0, round.dots - sum(votes.mine.values()))
    return Board(round, _fields(round, found), tuple(ranked), frozenset(votes.voted), left)


def roots(items: Iterable[AnalysisItem]) -> dict[int, int]:
    """For each item the one that stands for it: itself, or what it was merged into, however often."""
    into = {item.pk: item.merged_into_id for item in items}

    def root(pk: int) -> int:
        above = into.get(pk)
        return pk if above is None else root(above)

    return {pk: root(pk) for pk in into}


def _count(round: AnalysisRound, reader: Any, stands_for: dict[int, int]) -> _Votes:
    votes = _Votes()
    rows = ItemVote.objects.filter(item__round=round).values_list("item_id", "person_id", "dots")
    for item, person, dots in rows:
        root = stands_for.get(item, item)
        votes.all[root] += dots
        votes.voted.add(person)
        if person == reader.pk:
            votes.mine[root] += dots
    return votes


def _ranks(items: Sequence[AnalysisItem], dots: dict[int, int]) -> dict[int, int]:
    """Place of each item by its dots; equal dots share a place (1, 2, 2, 4)."""
    given = sorted((dots[item.pk] for item in items), reverse=True)
    return {item.pk: given.index(dots[item.pk]) + 1 for item in items}


def fields_of(lens: str) -> list[tuple[str, Any]]:
    """The fields in which items of a lens stand, with their names."""
    if lens == Lens.SWOT:
        return list(Quadrant.choices)
    return [(key, Category(key).label) for key in CATEGORIES[lens]]


def _fields(round: AnalysisRound, items: Sequence[BoardItem]) -> tuple[Field, ...]:
    of: dict[str, list[BoardItem]] = defaultdict(list)
    for each in items:
        of[each.item.quadrant if round.lens == Lens.SWOT else each.item.category].append(each)
    return tuple(Field(key, name, tuple(of[key])) for key, name in fields_of(round.lens))
