"""Who may do what with risks: rating."""

from org.models import User
from tests.smo.matrix.callers import CONTRIBUTOR, HEAD, STAFF, VIEWER
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page

TENDS = (STAFF, HEAD, CONTRIBUTOR)  # the contributor owns it


def tended(route: str, where: dict[str, str], answer: int = 400, posts_only: bool = False) -> list[Row]:
    """A page of the owned risk for who tends it: forbidden for who only sees it, hidden from viewers."""
    rows = page(route, where, get=None if posts_only else TENDS, post=TENDS, answer=answer)
    return [row if posts_only and row.method == "GET" else _hidden(row) for row in rows]


def _hidden(row: Row) -> Row:
    return Row(row.route, row.method, {**row.expected, VIEWER: HIDDEN}, row.where, variant=row.variant)


PAGES: list[Row] = tended("rate_risk", {"code": "{owned}"})
API: list[Row] = []


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """Nothing more."""
    return {}
