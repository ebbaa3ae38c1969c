"""Who may do what with plan documents, StratML, the strategy calendar and the charter."""

from org.models import User
from strategy.models import Plan
from tests.smo.matrix.callers import EVERYONE, READS_CONSULTATIONS, READS_DRAFTS
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource

READERS = {"active": EVERYONE, "consultation": READS_CONSULTATIONS, "draft": READS_DRAFTS}

PAGES: list[Row] = [
    row
    for route in ("plan_document", "plan_pdf", "plan_stratml")
    for state, readers in READERS.items()
    for row in page(route, {"code": state}, get=readers, otherwise=HIDDEN, variant=state)
    if row.method == "GET" or state == "active"
]
API: list[Row] = resource("api-plans-as-stratml", read(), where={"ref": "active"})


def furnish(people: dict[str, User], plans: dict[str, Plan]) -> dict[str, object]:
    """One of each thing that the rows name, made by these people in the plans by state; returns its names."""
    return {}
