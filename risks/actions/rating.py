"""Rating risks: who found them how likely and how grave, on which day, and when to look again."""

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.models import User
from risks.enums import RatingKind
from risks.matrices import score_of
from risks.models import Risk, RiskMatrix, RiskRating
from risks.reviewing.cadence import next_review
from risks.validators import check_past, check_standing, refuse


@action
def rate_risk(
    *,
    by: User | None,
    risk: Risk,
    likelihood: int,
    impact: int,
    kind: str = RatingKind.CURRENT,
    rationale: str = "",
    rated_on: dt.date | None = None,
    knowledge: str | None = None,
) -> RiskRating:
    """Rate a risk by the matrix in use; levels count from 1. The latest rating of a kind counts.

    A current rating says anew when the risk is looked at again, unless a later one stands. Raises Refused;
    Conflict where it is archived, or where no matrix is in use.
    """
    check_standing(risk)
    matrix = matrix_in_use()
    today = timezone.localdate()
    day = rated_on or today
    refuse(check_levels(matrix, likelihood, impact), _kind(kind), check_past(day, today, "rated_on"))
    rating = RiskRating.objects.create(
        risk=risk,
        kind=kind,
        matrix=matrix,
        likelihood=likelihood,
        impact=impact,
        score=score_of(matrix, likelihood, impact),
        rationale=rationale.strip(),
        rated_on=day,
        assessor=by,
    )
    latest = risk.ratings.filter(kind=kind).first()
    if kind == RatingKind.CURRENT and latest == rating:
        risk.next_review_on = next_review(rating, day)
    if knowledge is not None:
        risk.knowledge = knowledge
    risk.save(update_fields=["next_review_on", "knowledge"])
    return rating


def matrix_in_use() -> RiskMatrix:
    """The matrix by which risks are rated; raises Conflict where there is none."""
    matrix = RiskMatrix.objects.filter(is_current=True).first()
    if matrix is None:
        raise Conflict(_("No risk matrix is in use yet."))
    return matrix


def check_levels(matrix: RiskMatrix, likelihood: int, impact: int) -> Iterator[Fault]:
    """Faults of levels that the matrix does not have."""
    for name, level, known in (
        ("likelihood", likelihood, matrix.likelihoods),
        ("impact", impact, matrix.impacts),
    ):
        if not 1 <= level <= len(known):
            yield Fault(_("A level from 1 to %(most)d.") % {"most": len(known)}, field=name)


def _kind(kind: str) -> Iterator[Fault]:
    if kind not in RatingKind.values:
        yield Fault(_("Inherent, current or target."), field="kind")
