"""Who may do what with risks: register."""

from org.models import User
from tests.smo.matrix.callers import CONTRIBUTOR, HEAD, READS_DRAFTS
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page

PAGES: list[Row] = [
    *page("risks"),
    *page("risk", {"code": "{owned}"}, get=(*READS_DRAFTS, HEAD, CONTRIBUTOR), otherwise=HIDDEN),
    *page("risk", {"code": "{secret}"}, get=(*READS_DRAFTS, HEAD), otherwise=HIDDEN, variant="restricted"),
    *page("risk", {"code": "{elsewhere}"}, get=(*READS_DRAFTS, HEAD), otherwise=HIDDEN, variant="elsewhere"),
]
API: list[Row] = []


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """Nothing more yet."""
    return {}
