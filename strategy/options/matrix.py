"""The TOWS matrix (Weihrich, 1982): what is inside the organisation against what is outside it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from strategy.collecting.visible import board_items
from strategy.enums import INTERNAL, OptionKind, Quadrant
from strategy.models import AnalysisItem, Plan, StrategicOption
from strategy.options.visible import home_of

# The two quadrants whose items an option of a kind pairs.
FIELDS: dict[str, tuple[str, str]] = {
    OptionKind.SO: (Quadrant.STRENGTH, Quadrant.OPPORTUNITY),
    OptionKind.WO: (Quadrant.WEAKNESS, Quadrant.OPPORTUNITY),
    OptionKind.ST: (Quadrant.STRENGTH, Quadrant.THREAT),
    OptionKind.WT: (Quadrant.WEAKNESS, Quadrant.THREAT),
}


def kind_of(items: Iterable[AnalysisItem]) -> str | None:
    """The kind of an option that pairs these items; None unless they are of one quadrant inside the
    organisation and of one outside."""
    quadrants = {item.quadrant for item in items}
    return next((kind for kind, pair in FIELDS.items() if quadrants == set(pair)), None)


@dataclass(frozen=True)
class Edge:
    """A row or column of the matrix: a quadrant with the items on its board."""

    quadrant: str
    name: str
    items: tuple[AnalysisItem, ...]


@dataclass(frozen=True)
class Cell:
    """A field of the matrix with its options, those that were dropped last."""

    kind: str
    name: str
    options: tuple[StrategicOption, ...]


@dataclass(frozen=True)
class Matrix:
    """`inside` and `outside`: strengths, weaknesses; opportunities, threats. `rows`: one per inside edge."""

    inside: tuple[Edge, ...]
    outside: tuple[Edge, ...]
    rows: tuple[tuple[Edge, tuple[Cell, ...]], ...]
    options: tuple[StrategicOption, ...]


def read_matrix(plan: Plan) -> Matrix:
    """The matrix of a plan, or of the plan that it revises; four queries."""
    home = home_of(plan)
    items: dict[str, list[AnalysisItem]] = defaultdict(list)
    for item in board_items(home).exclude(quadrant=""):
        items[item.quadrant].append(item)
    options = tuple(
        home.options.select_related("priority__plan").prefetch_related("items").order_by("position", "pk")
    )
    edges = {key: Edge(key, str(name), tuple(items[key])) for key, name in Quadrant.choices}
    inside = tuple(edges[key] for key in INTERNAL)
    outside = tuple(edges[key] for key in edges if key not in INTERNAL)
    rows = tuple((row, tuple(_cell(row, column, options) for column in outside)) for row in inside)
    return Matrix(inside, outside, rows, options)


def _cell(row: Edge, column: Edge, options: Iterable[StrategicOption]) -> Cell:
    kind = next(kind for kind, pair in FIELDS.items() if pair == (row.quadrant, column.quadrant))
    found = sorted((each for each in options if each.kind == kind), key=lambda each: each.state == "dropped")
    return Cell(kind, str(OptionKind(kind).label), tuple(found))
