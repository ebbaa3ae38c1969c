"""The current score of risks at the ends of the last months, for small pictures of their course."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from risks.enums import RatingKind
from risks.models import RiskMatrix, RiskRating

MONTHS = 12


def month_ends(day: dt.date, months: int = MONTHS) -> list[dt.date]:
    """The last days of the months before that of `day`, from the oldest, and the day itself."""
    ends, first = [day], day.replace(day=1)
    for _month in range(months):
        ends.append(first - dt.timedelta(days=1))
        first = ends[-1].replace(day=1)
    return ends[::-1]


def trends_of(
    matrix: RiskMatrix, risks: Iterable[int], days: Sequence[dt.date]
) -> Mapping[int, list[float | None]]:
    """The current score of each risk (ids) at the end of each day, None before the first. One query."""
    rows = RiskRating.objects.filter(
        risk__in=list(risks), kind=RatingKind.CURRENT, matrix=matrix, rated_on__lte=days[-1]
    ).order_by("rated_on", "pk")
    by_risk: dict[int, list[tuple[dt.date, int]]] = defaultdict(list)
    for risk, rated_on, score in rows.values_list("risk", "rated_on", "score"):
        by_risk[risk].append((rated_on, score))
    return {risk: [_at(found, day) for day in days] for risk, found in by_risk.items()}


def _at(found: Sequence[tuple[dt.date, int]], day: dt.date) -> float | None:
    """The last score of rising days at or before a day."""
    return next((float(score) for rated_on, score in reversed(found) if rated_on <= day), None)
