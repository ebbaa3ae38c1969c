"""Who may do what with risks: reviewing."""

from org.models import User
from tests.smo.matrix.callers import READS_CONSULTATIONS
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.risks.rating import tended
from tests.smo.matrix.rows import Row, page

PAGES: list[Row] = [
    *page("risk_review", get=READS_CONSULTATIONS),
    *tended("review_risk", {"code": "{owned}"}),
]
API: list[Row] = []


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """Nothing more yet."""
    return {}
