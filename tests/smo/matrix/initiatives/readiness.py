"""Who may do what with initiatives: change readiness."""

import datetime as dt

from initiatives.actions.readiness import add_action, add_group, rate_group
from org.enums import Role
from org.models import User
from tests.smo.matrix.callers import CONTRIBUTOR, HEAD, STAFF, VIEWER, WRITING
from tests.smo.matrix.initiatives.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

RUN = (STAFF, HEAD, CONTRIBUTOR)
DO = (*RUN, VIEWER)  # the viewer owns the action
SEE_RESTRICTED = ("administrator", STAFF, "executive")
LED, OF_GROUP = {"code": "{led}"}, {"code": "{led}", "pk": "{group}"}
OF_ACTION = {"code": "{led}", "pk": "{readiness_action}"}

PAGES: list[Row] = [
    *page("portfolio_readiness"),
    *page("initiative_readiness", LED),
    *page(
        "initiative_readiness",
        {"code": "{restricted}"},
        get=SEE_RESTRICTED,
        otherwise=HIDDEN,
        variant="of a restricted one",
    ),
    *page("add_affected_group", LED, get=RUN, post=RUN),
    *page("change_affected_group", OF_GROUP, get=RUN, post=RUN),
    *page("remove_affected_group", OF_GROUP, get=RUN, post=RUN, answer=302),
    *page("rate_group", OF_GROUP, get=RUN, post=RUN),
    *page("remove_readiness_rating", {**OF_GROUP, "rating": "{rating}"}, get=RUN, post=RUN, answer=302),
    *page("add_readiness_action", OF_GROUP, get=RUN, post=RUN),
    *page("change_readiness_action", OF_ACTION, get=RUN, post=RUN),
    *page("remove_readiness_action", OF_ACTION, get=RUN, post=RUN, answer=302),
    *page("tick_readiness_action", OF_ACTION, get=None, post=DO, answer=302),
]

_WRITERS = (WRITING,)
_RATING = {"group": "{group}", "rated_on": "2026-02-28", "desire": 4}
API: list[Row] = [
    *resource(
        "api-affected-groups-list",
        read(),
        write("POST", RUN, _WRITERS, 201, body={"initiative": "{led}", "name": "Cyclists"}),
        write("PATCH", RUN, _WRITERS, 200, body=[{"id": "{group}", "impact": 2}]),
        write("DELETE", RUN, _WRITERS, 204, body=["{group}"]),
    ),
    *resource(
        "api-affected-groups-detail",
        read(),
        write("PATCH", RUN, _WRITERS, 200, body={"impact": 2}),
        write("DELETE", RUN, _WRITERS, 204),
        where={"ref": "{group}"},
    ),
    *resource(
        "api-readiness-ratings-list",
        read(),
        write("POST", RUN, _WRITERS, 201, body=_RATING),
        write("PATCH", RUN, _WRITERS, 200, body=[{"id": "{rating}", "desire": 2}]),
        write("DELETE", RUN, _WRITERS, 204, body=["{rating}"]),
    ),
    *resource(
        "api-readiness-ratings-detail",
        read(),
        write("PATCH", RUN, _WRITERS, 200, body={"desire": 2}),
        write("DELETE", RUN, _WRITERS, 204),
        where={"ref": "{rating}"},
    ),
    *resource(
        "api-readiness-actions-list",
        read(),
        write("POST", RUN, _WRITERS, 201, body={"group": "{group}", "name": "Talk"}),
        write("PATCH", DO, _WRITERS, 200, body=[{"id": "{readiness_action}", "state": "done"}]),
        write("DELETE", RUN, _WRITERS, 204, body=["{readiness_action}"]),
    ),
    *resource(
        "api-readiness-actions-detail",
        read(),
        write("PATCH", DO, _WRITERS, 200, body={"state": "done"}),
        write("DELETE", RUN, _WRITERS, 204),
        where={"ref": "{readiness_action}"},
    ),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """A group that was rated, and an action for it that is the viewer's."""
    group = add_group(by=None, initiative=made.led, name="Lamp fitters")
    rating = rate_group(by=None, group=group, rated_on=dt.date(2026, 1, 31), desire=3)
    action = add_action(by=None, group=group, name="Show a lamp", owner=people[Role.VIEWER])
    return {"group": group.pk, "rating": rating.pk, "readiness_action": action.pk}
