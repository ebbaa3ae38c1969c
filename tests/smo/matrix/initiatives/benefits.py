"""Who may do what with initiatives: benefits."""

import datetime as dt

from initiatives.actions.benefits import add_benefit, check_benefit
from initiatives.enums import Realised
from org.enums import Role
from org.models import User
from tests.smo.matrix.callers import CONTRIBUTOR, HEAD, STAFF, VIEWER, WRITING
from tests.smo.matrix.initiatives.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

RUN = (STAFF, HEAD, CONTRIBUTOR)
LOOK = (*RUN, VIEWER)  # the viewer owns the benefit
SEE_RESTRICTED = ("administrator", STAFF, "executive")
LED, ONE = {"code": "{led}"}, {"code": "{led}", "pk": "{benefit}"}

PAGES: list[Row] = [
    *page("portfolio_benefits"),
    *page("initiative_benefits", LED),
    *page(
        "initiative_benefits",
        {"code": "{restricted}"},
        get=SEE_RESTRICTED,
        otherwise=HIDDEN,
        variant="of a restricted one",
    ),
    *page("add_benefit", LED, get=RUN, post=RUN),
    *page("change_benefit", ONE, get=RUN, post=RUN),
    *page("check_benefit", ONE, get=LOOK, post=LOOK),
    *page("remove_benefit", ONE, get=RUN, post=RUN, answer=302),
]

_WRITERS = (WRITING,)
_LOOK = {"benefit": "{benefit}", "checked_on": "2026-06-30", "verdict": "yes"}
API: list[Row] = [
    *resource(
        "api-benefits-list",
        read(),
        write("POST", RUN, _WRITERS, 201, body={"initiative": "{led}", "name": "Less power"}),
        write("PATCH", RUN, _WRITERS, 200, body=[{"id": "{benefit}", "name": "Less power"}]),
        write("DELETE", RUN, _WRITERS, 204, body=["{benefit}"]),
    ),
    *resource(
        "api-benefits-detail",
        read(),
        write("PATCH", RUN, _WRITERS, 200, body={"name": "Less power"}),
        write("DELETE", RUN, _WRITERS, 204),
        where={"ref": "{benefit}"},
    ),
    *resource(
        "api-benefit-checks-list",
        read(),
        write("POST", LOOK, _WRITERS, 201, body=_LOOK),
        write("DELETE", LOOK, _WRITERS, 204, body=["{check}"]),
    ),
    *resource(
        "api-benefit-checks-detail",
        read(),
        write("DELETE", LOOK, _WRITERS, 204),
        where={"ref": "{check}"},
    ),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """Two benefits that the viewer owns: one to be looked at, one that somebody looked at."""
    owner = people[Role.VIEWER]
    benefit = add_benefit(by=None, initiative=made.led, name="Less power", owner=owner)
    seen = add_benefit(by=None, initiative=made.led, name="More light", owner=owner)
    check = check_benefit(
        by=None, benefit=seen, checked_on=dt.date(2026, 1, 31), verdict=Realised.YES, note="It is bright."
    )
    return {"benefit": benefit.pk, "check": check.pk}
