"""Who may do what with risks: reviewing."""

import datetime as dt

from org.models import User
from risks.models import RiskReview
from tests.smo.matrix.callers import READS_CONSULTATIONS
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.risks.rating import of_owned, tended
from tests.smo.matrix.rows import Row, page

PAGES: list[Row] = [
    *page("risk_review", get=READS_CONSULTATIONS),
    *tended("review_risk", {"code": "{owned}"}),
]
API: list[Row] = [*of_owned("risk-reviews", "{risk_review}", {"risk": "{owned}"})]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """The owned risk was reviewed."""
    review = RiskReview.objects.create(risk=made.owned, reviewed_on=dt.date(2026, 1, 31))
    return {"risk_review": review.pk}
