"""Who may do what with risks: pictures."""

import datetime as dt

from org.models import User
from risks.models import RiskRating
from tests.smo.matrix.callers import HEAD, READING, READS_DRAFTS, WRITING
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.rows import Row, page, read, resource

SEES = (*READS_DRAFTS, HEAD)
PAGES: list[Row] = [
    *page("heat_map", get=SEES),
    *page("risks_by_objective", get=SEES),
]
_READS = read(SEES, (READING, WRITING))
API: list[Row] = [
    *resource("api-heat-map-list", _READS),
    *resource("api-objectives-at-risk-list", _READS),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """Two risks are rated."""
    for risk in (made.owned, made.secret):
        RiskRating.objects.create(
            risk=risk, matrix=made.matrix, likelihood=2, impact=3, score=6, rated_on=dt.date(2026, 1, 31)
        )
    return {}
