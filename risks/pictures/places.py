"""Where a rating stands in the matrix in use."""

from dataclasses import dataclass

from risks.matrices.scoring import Band, band_of
from risks.models import RiskMatrix, RiskRating


@dataclass(frozen=True)
class Place:
    """A cell of the matrix in use (levels count from 1), with its score and band."""

    likelihood: int
    impact: int
    score: int
    band: Band

    @property
    def cell(self) -> str:
        """The cell as an address writes it: likelihood-impact."""
        return f"{self.likelihood}-{self.impact}"


def place_of(matrix: RiskMatrix, rating: RiskRating | None) -> Place | None:
    """Where a rating stands; None without one, or where it was made on an earlier matrix."""
    if rating is None or rating.matrix_id != matrix.pk:
        return None
    return Place(rating.likelihood, rating.impact, rating.score, band_of(matrix, rating.score))
