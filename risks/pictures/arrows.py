"""Arrows over the matrix: from where a risk stood, or stands, to where it stands, or shall stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from risks.matrices.scoring import Cell, grid_of
from risks.models import RiskMatrix
from risks.pictures.places import Place

WIDTH, HEIGHT, HEAD = 120, 76, 96
"""Pixels of a cell, and of the column that names the likelihoods."""
FOOT = 28
_STEP = 15  # between the arrows that begin in one cell


@dataclass(frozen=True)
class Square:
    """A cell, placed."""

    cell: Cell
    x: int
    y: int


@dataclass(frozen=True)
class Arrow:
    """The way of one risk: a line, or only a dot where it stays or comes from nowhere."""

    code: str
    path: str
    x: float
    y: float
    text_y: float
    tone: str


@dataclass(frozen=True)
class Level:
    """The name of a level beside or below the squares."""

    label: str
    x: float
    y: float


@dataclass(frozen=True)
class ArrowPicture:
    """Squares, arrows and levels, and how large the whole is."""

    squares: Sequence[Square]
    arrows: Sequence[Arrow]
    likelihoods: Sequence[Level]
    impacts: Sequence[Level]
    width: int
    height: int


def draw(matrix: RiskMatrix, ways: Iterable[tuple[str, Place | None, Place]]) -> ArrowPicture:
    """Draw ways (code, from, to)."""
    rows, columns = len(matrix.likelihoods), len(matrix.impacts)
    squares = [
        Square(cell, HEAD + column * WIDTH, row * HEIGHT)
        for row, cells in enumerate(grid_of(matrix))
        for column, cell in enumerate(cells)
    ]
    taken: dict[str, int] = {}
    arrows = [_arrow(matrix, way, taken) for way in ways]
    likelihoods = [
        Level(level["label"], HEAD - 8, (rows - index - 0.5) * HEIGHT + 4)
        for index, level in enumerate(matrix.likelihoods)
    ]
    impacts = [
        Level(level["label"], HEAD + (index + 0.5) * WIDTH, rows * HEIGHT + 18)
        for index, level in enumerate(matrix.impacts)
    ]
    return ArrowPicture(squares, arrows, likelihoods, impacts, HEAD + columns * WIDTH, rows * HEIGHT + FOOT)


def _arrow(matrix: RiskMatrix, way: tuple[str, Place | None, Place], taken: dict[str, int]) -> Arrow:
    code, before, now = way
    start = before if before is not None else now
    nth = taken[start.cell] = taken.get(start.cell, -1) + 1
    # Arrows of one cell begin below each other, and end where they would not hide each other's heads.
    shift = (nth % 4) * _STEP - 1.5 * _STEP
    x0, y0 = _middle(matrix, start, shift)
    x1, y1 = _middle(matrix, now, shift)
    moved = before is not None and before.cell != now.cell
    tone = "stays" if not moved else "falls" if now.score <= start.score else "rises"
    path = f"M{x0:g} {y0:g}L{x1:g} {y1:g}" if moved else ""
    return Arrow(code, path, x0, y0, y0 - 4, tone)


def _middle(matrix: RiskMatrix, place: Place, shift: float) -> tuple[float, float]:
    x = HEAD + (place.impact - 0.5) * WIDTH
    y = (len(matrix.likelihoods) - place.likelihood + 0.5) * HEIGHT
    return x + 1.5 * shift, y + shift
