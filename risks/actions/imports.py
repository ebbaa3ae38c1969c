"""What comes with risks from other systems: categories, ratings, actions."""

import datetime as dt
from collections.abc import Sequence

from core.actions import action
from org.models import User
from risks.matrices import score_of
from risks.models import Mitigation, Risk, RiskCategory, RiskMatrix, RiskRating
from risks.validators import check_standing


@action
def category_named(*, by: User | None, name: str) -> RiskCategory:
    """The category of this name, made where there is none."""
    found = RiskCategory.objects.filter(name__iexact=name).first()
    return found or RiskCategory.objects.create(name=name[:100], position=RiskCategory.objects.count())


@action
def keep_rating(
    *,
    by: User | None,
    risk: Risk,
    kind: str,
    matrix: RiskMatrix,
    levels: tuple[int, int],
    said_on: dt.date | None,
    day: dt.date,
) -> bool:
    """Keep a rating of the day that is said, else of `day`; False where it is known already.

    Known: one of the same levels on the day that is said; where none is said, the latest has these levels.
    Raises ValueError where the matrix has no such levels.
    """
    check_standing(risk)
    score = score_of(matrix, *levels)
    of_kind = risk.ratings.filter(kind=kind)
    latest = of_kind.first() if said_on is None else None
    likelihood, impact = levels
    if (
        said_on is not None
        and of_kind.filter(rated_on=said_on, likelihood=likelihood, impact=impact).exists()
    ):
        return False
    if latest is not None and (latest.likelihood, latest.impact) == levels:
        return False
    RiskRating.objects.create(
        risk=risk,
        kind=kind,
        matrix=matrix,
        likelihood=likelihood,
        impact=impact,
        score=score,
        rated_on=said_on or day,
        assessor=by,
    )
    return True


@action
def keep_actions(*, by: User | None, risk: Risk, names: Sequence[str], due_on: dt.date | None) -> bool:
    """Add those actions that the risk has not yet by name; whether any was added."""
    check_standing(risk)
    known = {each.casefold() for each in risk.mitigations.values_list("name", flat=True)}
    position = len(known)
    added = [name for name in names if name.casefold() not in known]
    for number, name in enumerate(added):
        Mitigation.objects.create(risk=risk, name=name, due_on=due_on, position=position + number)
    return bool(added)
