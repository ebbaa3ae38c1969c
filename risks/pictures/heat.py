"""The heat map: risks in the cells of the matrix in use, and those that have no place in it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from risks.enums import RatingKind
from risks.matrices.scoring import Cell, grid_of
from risks.models import Risk, RiskMatrix
from risks.pictures.places import Place, place_of
from risks.register.ratings import latest_ratings

MOST_CODES = 3
TOP = 10


class Layer(StrEnum):
    """Which rating places a risk; `course`: from the current one to the target."""

    INHERENT = "inherent"
    CURRENT = "current"
    TARGET = "target"
    COURSE = "course"

    @property
    def kind(self) -> RatingKind:
        """The rating that places a risk in the cells."""
        return RatingKind.CURRENT if self is Layer.COURSE else RatingKind(self.value)


@dataclass(frozen=True)
class Placed:
    """A risk in its cell; `to`: its target, where one is rated on the same matrix."""

    risk: Risk
    at: Place
    to: Place | None = None


@dataclass(frozen=True)
class HeatCell:
    """A cell with the risks that stand there, the most severe code first."""

    cell: Cell
    placed: Sequence[Placed]

    @property
    def key(self) -> str:
        """The cell as an address writes it: likelihood-impact."""
        return f"{self.cell.likelihood}-{self.cell.impact}"

    @property
    def codes(self) -> list[str]:
        """As many codes as a cell has room for."""
        return [each.risk.code for each in self.placed[:MOST_CODES]]

    @property
    def more(self) -> int:
        """How many codes there is no room for."""
        return max(len(self.placed) - MOST_CODES, 0)


@dataclass(frozen=True)
class HeatRow:
    """The cells of one likelihood."""

    label: str
    text: str
    cells: Sequence[HeatCell]


@dataclass(frozen=True)
class HeatMap:
    """The matrix from its highest likelihood down; `earlier`: rated on a matrix that is in use no longer."""

    matrix: RiskMatrix
    layer: Layer
    rows: Sequence[HeatRow]
    placed: Sequence[Placed]
    earlier: Sequence[Risk]
    unrated: Sequence[Risk]

    def in_cell(self, key: str) -> list[Placed]:
        """The risks of a cell (`HeatCell.key`), the highest score first."""
        return [each for each in self.placed if each.at.cell == key]

    @property
    def top(self) -> Sequence[Placed]:
        """The ten with the highest score."""
        return self.placed[:TOP]


def heat_map(matrix: RiskMatrix, risks: Sequence[Risk], layer: Layer, day: dt.date) -> HeatMap:
    """The risks in the matrix as they were rated at the end of a day. One query."""
    latest = latest_ratings([each.pk for each in risks], day)
    placed: list[Placed] = []
    earlier: list[Risk] = []
    unrated: list[Risk] = []
    for risk in risks:
        ratings = latest.get(risk.pk, {})
        rating = ratings.get(layer.kind)
        at = place_of(matrix, rating)
        if at is not None:
            placed.append(Placed(risk, at, place_of(matrix, ratings.get(RatingKind.TARGET))))
        else:
            (earlier if rating is not None else unrated).append(risk)
    placed.sort(key=lambda each: (-each.at.score, -each.at.impact, each.risk.code))
    return HeatMap(matrix, layer, _rows(matrix, placed), placed, earlier, unrated)


def _rows(matrix: RiskMatrix, placed: Sequence[Placed]) -> list[HeatRow]:
    rows = []
    for cells in grid_of(matrix):
        level = matrix.likelihoods[cells[0].likelihood - 1]
        found = [
            HeatCell(cell, [each for each in placed if each.at.cell == f"{cell.likelihood}-{cell.impact}"])
            for cell in cells
        ]
        rows.append(HeatRow(level["label"], level.get("text", ""), found))
    return rows
