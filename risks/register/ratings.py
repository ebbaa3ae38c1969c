"""What risks were rated last, and against what the organisation is willing to bear."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from risks.enums import RatingKind, RiskKind
from risks.matrices import Band, band_of
from risks.models import Risk, RiskMatrix, RiskRating

# Statuses by the tone of a band (`core.ui.marks`): what is bad of a threat is good of an opportunity.
_MARKS = {
    RiskKind.THREAT: {"low": "green", "medium": "amber", "high": "red", "extreme": "red"},
    RiskKind.OPPORTUNITY: {"low": "none", "medium": "amber", "high": "green", "extreme": "green"},
}


@dataclass(frozen=True)
class Rated:
    """A rating with the band of its own matrix, and the status whose shape and colour it bears."""

    rating: RiskRating
    band: Band
    mark: str

    @property
    def word(self) -> str:
        """The score and the name of its band."""
        return f"{self.rating.score} {self.band.label}"

    @property
    def cell(self) -> str:
        """The labels of its levels."""
        matrix, rating = self.rating.matrix, self.rating
        likelihood, impact = matrix.likelihoods[rating.likelihood - 1], matrix.impacts[rating.impact - 1]
        return f"{likelihood['label']} × {impact['label']}"


def latest_ratings(risks: Iterable[int], on: dt.date | None = None) -> dict[int, dict[str, RiskRating]]:
    """The latest rating of each kind by risk id, as of a day where one is given; one query."""
    found = RiskRating.objects.filter(risk__in=list(risks))
    if on is not None:
        found = found.filter(rated_on__lte=on)
    rows: dict[int, dict[str, RiskRating]] = defaultdict(dict)
    found = found.order_by("risk_id", "kind", "-rated_on", "-pk").distinct("risk_id", "kind")
    for rating in found.select_related("matrix", "assessor"):
        rows[rating.risk_id][rating.kind] = rating
    return rows


def rated(risk: Risk, rating: RiskRating | None) -> Rated | None:
    """A rating as it is shown; None: unrated, which is not the same as zero."""
    if rating is None:
        return None
    band = band_of(rating.matrix, rating.score)
    return Rated(rating, band, _MARKS[RiskKind(risk.kind)][band.tone])


def current_matrix() -> RiskMatrix | None:
    """The matrix in use."""
    return RiskMatrix.objects.filter(is_current=True).first()


def is_above_appetite(risk: Risk, current: RiskRating | None) -> bool:
    """Whether a threat's current score on the matrix in use is higher than its category's appetite.

    The appetite speaks of the matrix in use: a rating on an earlier one is not compared with it.
    """
    if risk.kind != RiskKind.THREAT or current is None or risk.category is None:
        return False
    appetite = risk.category.appetite
    return appetite is not None and current.matrix.is_current and current.score > appetite


KINDS = (RatingKind.INHERENT, RatingKind.CURRENT, RatingKind.TARGET)
