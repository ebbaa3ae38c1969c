"""Who may do what with risks: indicators."""

from org.models import User
from tests.smo.matrix.callers import READS_CONSULTATIONS
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.rows import Row, page

PAGES: list[Row] = [
    *page("risk_indicators", get=READS_CONSULTATIONS),
]
API: list[Row] = []


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """Nothing more yet."""
    return {}
