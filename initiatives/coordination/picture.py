"""The picture of who waits for whom: boxes in columns, what is waited for left of what waits.

Columns are the longest ways from a node that waits for nobody (Sugiyama, Tagawa and Toda, 1981, first step);
links that would close a circle are left out of account for it and drawn backwards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from initiatives.coordination.teams import Link, Teams

WIDTH, HEIGHT = 176, 48
ACROSS, DOWN, MARGIN = 264, 72, 12
LETTERS = 24


@dataclass(frozen=True)
class Box:
    """A node with the lines of its name, placed (pixels)."""

    key: int
    name: str
    lines: tuple[str, ...]
    x: float
    y: float

    @property
    def text_x(self) -> float:
        """The middle of its text."""
        return self.x + WIDTH / 2

    @property
    def text_y(self) -> float:
        """The base line of its first line."""
        return self.y + HEIGHT / 2 + (5 if len(self.lines) == 1 else -4)

    @property
    def second_y(self) -> float:
        """The base line of its second line."""
        return self.text_y + 17


@dataclass(frozen=True)
class Arrow:
    """A link as a path with the place of its number."""

    link: Link
    path: str
    x: float
    y: float


@dataclass(frozen=True)
class Picture:
    """Boxes and arrows, and how large the whole is."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: float
    height: float


def draw(teams: Teams) -> Picture:
    """The picture of teams; without any link an empty one."""
    columns = _columns(sorted(teams.nodes), teams.links)
    places = _places(teams.nodes, columns, teams.links)
    boxes = {key: _box(key, teams.nodes[key], places[key]) for key in places}
    arrows = tuple(_arrow(link, boxes[link.before], boxes[link.after]) for link in teams.links)
    most = max((row for _column, row in places.values()), default=0) + 1
    across = max((column for column, _row in places.values()), default=0) + 1
    return Picture(
        tuple(boxes.values()),
        arrows,
        2 * MARGIN + (across - 1) * ACROSS + WIDTH,
        2 * MARGIN + (most - 1) * DOWN + HEIGHT + 8,
    )


def _columns(nodes: Sequence[int], links: Sequence[Link]) -> dict[int, int]:
    """The column of each node: one after the last of those it waits for."""
    waits_for: dict[int, list[int]] = {node: [] for node in nodes}
    for link in links:
        waits_for[link.after].append(link.before)
    found: dict[int, int] = {}
    under_way: set[int] = set()

    def column(node: int) -> int:
        if node in found:
            return found[node]
        under_way.add(node)
        before = [column(each) for each in sorted(waits_for[node]) if each not in under_way]
        under_way.discard(node)
        found[node] = max(before, default=-1) + 1
        return found[node]

    for node in nodes:
        column(node)
    return found


def _places(
    names: Mapping[int, str], columns: Mapping[int, int], links: Sequence[Link]
) -> dict[int, tuple[int, int]]:
    """Column and row of each node: by name in the first column, then near those it waits for."""
    rows: dict[int, tuple[int, int]] = {}
    for column in sorted(set(columns.values())):
        here = [node for node in columns if columns[node] == column]

        def near(node: int) -> tuple[float, str]:
            before = [rows[link.before][1] for link in links if link.after == node and link.before in rows]
            return (sum(before) / len(before) if before else 0.0, names[node])

        for row, node in enumerate(sorted(here, key=near)):
            rows[node] = column, row
    return rows


def _box(key: int, name: str, place: tuple[int, int]) -> Box:
    column, row = place
    return Box(key, name, _lines(name), MARGIN + column * ACROSS, MARGIN + row * DOWN)


def _lines(name: str) -> tuple[str, ...]:
    """A name in at most two lines; what does not fit ends in dots."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= LETTERS or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    shown = lines[:2]
    if len(lines) > 2 or len(shown[-1]) > LETTERS:
        shown[-1] = shown[-1][: LETTERS - 1].rstrip() + "…"
    return tuple(shown)


def _arrow(link: Link, before: Box, after: Box) -> Arrow:
    start, end = (before.x + WIDTH, before.y + HEIGHT / 2), (after.x - 7, after.y + HEIGHT / 2)
    if after.x > before.x:
        bend = (end[0] - start[0]) / 2
        path = (
            f"M{start[0]} {start[1]}C{start[0] + bend} {start[1]} {end[0] - bend} {end[1]} {end[0]} {end[1]}"
        )
        return Arrow(link, path, (start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - 5)
    # Backwards: out of the bottom of one into the bottom of the other.
    x0, x1, y = before.x + WIDTH / 2, after.x + WIDTH / 2, max(before.y, after.y) + HEIGHT + 22
    path = f"M{x0} {before.y + HEIGHT}C{x0} {y} {x1} {y} {x1} {after.y + HEIGHT + 7}"
    return Arrow(link, path, (x0 + x1) / 2, y - 8)
