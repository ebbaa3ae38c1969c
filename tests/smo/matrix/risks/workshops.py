"""Who may do what with risks: workshops."""

from org.enums import Role
from org.models import User
from risks.actions.workshops import begin_workshop
from tests.smo.matrix.callers import CONTRIBUTOR, HEAD, STAFF
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource

PAGES: list[Row] = [
    *page("risk_workshops"),
    *page("begin_risk_workshop", get=(STAFF, HEAD), post=(STAFF, HEAD)),
]
_ASKED = {CONTRIBUTOR: 400, STAFF: 403}  # an empty proposal of who is invited; the office leads, and is not


def _workshop() -> list[Row]:
    rows = page("risk_workshop", {"pk": "{workshop}"}, get=(STAFF, CONTRIBUTOR), post=(), otherwise=HIDDEN)
    get, post = rows
    return [get, Row(post.route, "POST", {**post.expected, **_ASKED}, post.where)]


PAGES += _workshop()
API: list[Row] = [*resource("api-risk-workshops-list", read())]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """A workshop of the system's to which the contributor is invited."""
    shop = begin_workshop(by=None, name="What may happen", people=[people[Role.CONTRIBUTOR]])
    return {"workshop": shop.pk}
