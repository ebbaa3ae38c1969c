"""The roadmap: priorities of the plan against quarters, each initiative in the priority it serves most."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from initiatives.models import Contribution, Initiative
from initiatives.planning.portfolio import Span
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from strategy.models import Plan, Priority
from strategy.queries import plan_structure, standing_objectives

MOST_QUARTERS = 16


@dataclass(frozen=True)
class Block:
    """An initiative in a line of quarters: after `before` empty ones it takes `width`.

    `continues`: it goes on beyond the last quarter; `began`: it began before the first.
    """

    span: Span
    before: int
    width: int
    began: bool
    continues: bool


@dataclass(frozen=True)
class Line:
    """Initiatives one after the other, and the empty quarters behind the last."""

    blocks: Sequence[Block]
    after: int


@dataclass(frozen=True)
class Band:
    """A priority (None: initiatives that serve none of the plan) with its lines."""

    priority: Priority | None
    lines: Sequence[Line]
    spans: Sequence[Span]


@dataclass
class Roadmap:
    """Quarters as columns, priorities as bands; `undated`: what has no day and so no place."""

    quarters: Sequence[Period]
    bands: list[Band] = field(default_factory=list)
    undated: list[Span] = field(default_factory=list)
    outside: list[Span] = field(default_factory=list)


def priorities_served(initiatives: Iterable[Initiative], plan: Plan | None, user: Any) -> dict[int, int]:
    """The priority that each initiative serves most, by primary keys; those that serve none are missing."""
    if plan is None:
        return {}
    structure = plan_structure(plan)
    stands = {each.objective.pk: each.priority.pk for each in structure.objectives if each.priority}
    rows = Contribution.objects.filter(
        initiative__in=[each.pk for each in initiatives],
        objective__in=standing_objectives(user).order_by().values("pk"),
    ).order_by("-strength", "pk")
    found: dict[int, int] = {}
    for initiative, objective in rows.values_list("initiative", "objective"):
        if objective in stands:
            found.setdefault(initiative, stands[objective])
    return found


def lay_out(
    spans: Sequence[Span],
    served: dict[int, int],
    priorities: Sequence[Priority],
    quarters: Sequence[Period],
    fiscal: Calendar,
) -> Roadmap:
    """Each initiative in its band, packed into as few lines as there is room for."""
    roadmap = Roadmap(quarters)
    in_band: dict[int | None, list[Span]] = defaultdict(list)
    for span in spans:
        if span.starts_on is None or span.ends_on is None:
            roadmap.undated.append(span)
        elif span.ends_on < fiscal.start(quarters[0]) or span.starts_on > fiscal.end(quarters[-1]):
            roadmap.outside.append(span)
        else:
            in_band[served.get(span.initiative.pk)].append(span)
    for priority in (*priorities, None):
        found = in_band.get(priority.pk if priority else None, [])
        if found or priority is not None:
            roadmap.bands.append(Band(priority, _lines(found, quarters, fiscal), found))
    return roadmap


def _lines(spans: Sequence[Span], quarters: Sequence[Period], fiscal: Calendar) -> list[Line]:
    """Greedy packing in order of start: each into the first line that is free by then."""
    rows: list[list[tuple[int, int, Span]]] = []
    for span in sorted(spans, key=lambda each: (each.starts_on, each.ends_on, each.initiative.code)):
        first, last = _columns(span, quarters, fiscal)
        row = next((each for each in rows if each[-1][1] < first), None)
        if row is None:
            rows.append(row := [])
        row.append((first, last, span))
    return [_line(row, quarters, fiscal) for row in rows]


def _columns(span: Span, quarters: Sequence[Period], fiscal: Calendar) -> tuple[int, int]:
    """The first and the last column that an initiative touches, counted from 0, within the roadmap."""
    assert span.starts_on is not None
    assert span.ends_on is not None
    origin, most = quarters[0].ordinal, len(quarters) - 1
    first = fiscal.containing(span.starts_on, Frequency.QUARTER).ordinal - origin
    last = fiscal.containing(span.ends_on, Frequency.QUARTER).ordinal - origin
    return min(max(first, 0), most), min(max(last, 0), most)


def _line(row: Sequence[tuple[int, int, Span]], quarters: Sequence[Period], fiscal: Calendar) -> Line:
    blocks, free = [], 0
    begin, end = fiscal.start(quarters[0]), fiscal.end(quarters[-1])
    for first, last, span in row:
        began = span.starts_on is not None and span.starts_on < begin
        continues = span.ends_on is not None and span.ends_on > end
        blocks.append(Block(span, first - free, last - first + 1, began, continues))
        free = last + 1
    return Line(blocks, len(quarters) - free)


def quarters_around(today: dt.date, fiscal: Calendar, back: int = 1, ahead: int = 7) -> list[Period]:
    """The quarter of a day with some before and after it."""
    now = fiscal.containing(today, Frequency.QUARTER)
    return [fiscal.shift(now, step) for step in range(-back, ahead + 1)]
