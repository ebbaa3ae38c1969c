"""Who may do what with plan documents, StratML, the strategy calendar and the charter."""

import datetime as dt

from org.models import User
from strategy.actions.calendar import add_strategy_date
from strategy.models import Plan
from tests.smo.matrix.callers import EVERYONE, READS_CONSULTATIONS, READS_DRAFTS, STAFF, WRITING
from tests.smo.matrix.rows import HIDDEN, Row, page, public, read, resource, write

READERS = {"active": EVERYONE, "consultation": READS_CONSULTATIONS, "draft": READS_DRAFTS}

PAGES: list[Row] = [
    row
    for route in ("plan_document", "plan_pdf", "plan_stratml")
    for state, readers in READERS.items()
    for row in page(route, {"code": state}, get=readers, otherwise=HIDDEN, variant=state)
    if row.method == "GET" or state == "active"
]
SMO = (STAFF,)
DATE = {"pk": "{strategy_date}"}
PAGES += [
    *page("charter"),
    *page("change_charter", get=SMO, post=SMO, answer=302),
    *page("strategy_calendar"),
    *page("calendar_file"),
    *page("calendar_address", get=None, post=EVERYONE, answer=200),
    *page("add_strategy_date", get=SMO, post=SMO),
    *page("change_strategy_date", DATE, get=SMO, post=SMO),
    *page("remove_strategy_date", DATE, get=SMO, post=SMO, answer=302),
    *public("calendar_feed", get=404, post=405, where={"secret": "made-up"}),
]
_WRITERS = (WRITING,)
_RETREAT = {"name": "Retreat", "starts_on": "2026-03-09"}
API: list[Row] = [
    *resource("api-charter-list", read(), write("PATCH", SMO, _WRITERS, 200, body={"mandate": "To help"})),
    *resource("api-plans-as-stratml", read(), where={"ref": "active"}),
    *resource(
        "api-strategy-dates-list",
        read(),
        write("POST", SMO, _WRITERS, 201, body=_RETREAT),
        write("PATCH", SMO, _WRITERS, 200, body=[{"id": "{strategy_date}", "name": "Renamed"}]),
        write("DELETE", SMO, _WRITERS, 204, body=["{strategy_date}"]),
    ),
    *resource(
        "api-strategy-dates-detail",
        read(),
        write("PATCH", SMO, _WRITERS, 200, body={"name": "Renamed"}),
        write("DELETE", SMO, _WRITERS, 204),
        where={"ref": "{strategy_date}"},
    ),
]


def furnish(people: dict[str, User], plans: dict[str, Plan]) -> dict[str, object]:
    """One of each thing that the rows name, made by these people in the plans by state; returns its names."""
    date = add_strategy_date(by=people[STAFF], name="Retreat", starts_on=dt.date(2026, 3, 9))
    return {"strategy_date": date.pk}
