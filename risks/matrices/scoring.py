"""The score that a matrix makes of levels, and the band in which a score falls."""

from collections.abc import Sequence
from dataclasses import dataclass

from risks.enums import Scoring
from risks.models import RiskMatrix


@dataclass(frozen=True)
class Band:
    """A band of scores from `least` on; `tone` is low, medium, high or extreme."""

    key: str
    label: str
    tone: str
    least: int
    review_months: int


@dataclass(frozen=True)
class Cell:
    """A cell of a matrix; levels count from 1."""

    likelihood: int
    impact: int
    score: int
    band: Band


def score_of(matrix: RiskMatrix, likelihood: int, impact: int) -> int:
    """The score of a likelihood and an impact; raises ValueError where the matrix has no such level."""
    if not (1 <= likelihood <= len(matrix.likelihoods) and 1 <= impact <= len(matrix.impacts)):
        raise ValueError(f"{matrix} has no cell {likelihood} × {impact}")
    if matrix.scoring == Scoring.SUM:
        return likelihood + impact
    if matrix.scoring == Scoring.TABLE:
        return int(matrix.table[likelihood - 1][impact - 1])
    return likelihood * impact


def bands_of(matrix: RiskMatrix) -> list[Band]:
    """The bands, from the lowest."""
    return [
        Band(each["key"], each["label"], each["tone"], int(each["least"]), int(each["review_months"]))
        for each in sorted(matrix.bands, key=lambda each: int(each["least"]))
    ]


def band_of(matrix: RiskMatrix, score: int) -> Band:
    """The highest band that begins at or below the score; what is below all of them is in the lowest."""
    bands = bands_of(matrix)
    return next((each for each in reversed(bands) if each.least <= score), bands[0])


def grid_of(matrix: RiskMatrix) -> Sequence[Sequence[Cell]]:
    """Every cell: rows from the highest likelihood down, in each from the lowest impact up."""
    return [
        [_cell(matrix, likelihood, impact) for impact in range(1, len(matrix.impacts) + 1)]
        for likelihood in range(len(matrix.likelihoods), 0, -1)
    ]


def highest_score(matrix: RiskMatrix) -> int:
    """The highest score that the matrix gives."""
    return max(cell.score for row in grid_of(matrix) for cell in row)


def _cell(matrix: RiskMatrix, likelihood: int, impact: int) -> Cell:
    score = score_of(matrix, likelihood, impact)
    return Cell(likelihood, impact, score, band_of(matrix, score))
