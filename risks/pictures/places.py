"""Where risks stood on a day: the latest rating of each kind, and its place in the matrix in use."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
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


Latest = Mapping[int, Mapping[str, RiskRating]]
"""The latest rating by risk and kind."""


def matrix_in_use() -> RiskMatrix | None:
    """The matrix by which risks are rated now; None where there is none yet."""
    return RiskMatrix.objects.filter(is_current=True).first()


def latest_on(risks: Iterable[int], day: dt.date) -> Latest:
    """The latest rating of each kind of these risks (ids) at the end of a day. One query."""
    found = RiskRating.objects.filter(risk__in=list(risks), rated_on__lte=day)
    rows = found.order_by("risk_id", "kind", "-rated_on", "-pk").distinct("risk_id", "kind")
    latest: dict[int, dict[str, RiskRating]] = defaultdict(dict)
    for row in rows:
        latest[row.risk_id][row.kind] = row
    return latest


def place_of(matrix: RiskMatrix, rating: RiskRating | None) -> Place | None:
    """Where a rating stands; None without one, or where it was made on an earlier matrix."""
    if rating is None or rating.matrix_id != matrix.pk:
        return None
    return Place(rating.likelihood, rating.impact, rating.score, band_of(matrix, rating.score))
