"""Who may do what with initiatives: the portfolio, and saved views of any list."""

from core.saved_views import save_view
from initiatives.actions.categories import add_category
from org.enums import Role
from org.models import User
from tests.smo.matrix.callers import ADMINISTRATOR, EVERYONE, EXECUTIVE, HEAD, STAFF, VIEWER, WRITING
from tests.smo.matrix.initiatives.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

# Works leads the initiative, the head heads it; the restricted one is of Health.
EDITS = (STAFF, HEAD)
OFFICE = (STAFF,)
SEES_RESTRICTED = (ADMINISTRATOR, STAFF, EXECUTIVE)
LED, RESTRICTED = {"code": "{led}"}, {"code": "{restricted}"}
CATEGORY, OWN_VIEW, SHARED = {"pk": "{category}"}, {"pk": "{own_view}"}, {"pk": "{shared_view}"}


PAGES: list[Row] = [
    *page("initiatives"),
    *page("initiative_board"),
    *page("initiative", LED),
    *page("initiative", RESTRICTED, get=SEES_RESTRICTED, otherwise=HIDDEN, variant="of a restricted one"),
    *page("add_initiative", get=EDITS, post=EDITS),
    *page("change_initiative", LED, get=EDITS, post=EDITS),
    *page("initiative_objectives", LED, get=EDITS, post=EDITS, answer=302),
    *page("initiative_departments", LED, get=EDITS, post=EDITS, answer=302),
    *page("remove_initiative", LED, get=EDITS, post=EDITS),
    *page("bulk_initiatives", get=EDITS, post=EDITS, answer=400),
    *page("initiative_categories", get=OFFICE),
    *page("add_category", get=OFFICE, post=OFFICE),
    *page("change_category", CATEGORY, get=OFFICE, post=OFFICE),
    *page("save_view", post=EVERYONE),
    *page("change_view", OWN_VIEW, get=(VIEWER,), post=(VIEWER,), otherwise=HIDDEN),
    *page("change_view", SHARED, get=(STAFF,), post=(STAFF,), variant="of one that is shared"),
    *page("remove_view", OWN_VIEW, get=(VIEWER,), post=(VIEWER,), answer=302, otherwise=HIDDEN),
]

_WRITERS = (WRITING,)
_NEW = {"code": "I9", "name": "A new path", "department": "works"}
_VIEW = {"place": "initiatives", "name": "Mine", "query": "mine=lead"}
API: list[Row] = [
    *resource(
        "api-initiatives-list",
        read(),
        write("POST", EDITS, _WRITERS, 201, body=_NEW),
        write("PATCH", EDITS, _WRITERS, 200, body=[{"code": "{led}", "name": "Lamps"}]),
        write("DELETE", EDITS, _WRITERS, 409, body=["{led}"]),  # it is no idea
    ),
    *resource(
        "api-initiatives-detail",
        read(),
        read(SEES_RESTRICTED, otherwise=HIDDEN, where={"ref": "{restricted}"}, variant="restricted"),
        write("PATCH", EDITS, _WRITERS, 200, body={"name": "Lamps"}),
        write("DELETE", EDITS, _WRITERS, 409),
        where={"ref": "{led}"},
    ),
    *resource("api-initiatives-state", read(), where={"ref": "{led}"}),
    *[
        row
        for deed in ("archive", "restore")
        for row in resource(
            f"api-initiatives-{deed}", write("POST", EDITS, _WRITERS, 409), where={"ref": "{led}"}
        )
    ],
    *resource(
        "api-initiative-contributions-list",
        read(),
        write("POST", EDITS, _WRITERS, 201, body={"initiative": "{led}", "objective": "active:O1"}),
        write("PATCH", EDITS, _WRITERS, 200, body=[{"id": "{contribution_of}", "strength": 3}]),
        write("DELETE", EDITS, _WRITERS, 204, body=["{contribution_of}"]),
    ),
    *resource(
        "api-initiative-contributions-detail",
        read(),
        write("PATCH", EDITS, _WRITERS, 200, body={"strength": 3}),
        write("DELETE", EDITS, _WRITERS, 204),
        where={"ref": "{contribution_of}"},
    ),
    *resource(
        "api-initiative-departments-list",
        read(),
        write("POST", EDITS, _WRITERS, 201, body={"initiative": "{led}", "department": "city"}),
        write("PATCH", EDITS, _WRITERS, 200, body=[{"id": "{takes_part}", "part": "Masts"}]),
        write("DELETE", EDITS, _WRITERS, 204, body=["{takes_part}"]),
    ),
    *resource(
        "api-initiative-departments-detail",
        read(),
        write("PATCH", EDITS, _WRITERS, 200, body={"part": "Masts"}),
        write("DELETE", EDITS, _WRITERS, 204),
        where={"ref": "{takes_part}"},
    ),
    *resource(
        "api-initiative-categories-list",
        read(),
        write("POST", OFFICE, _WRITERS, 201, body={"name": "Building"}),
        write("PATCH", OFFICE, _WRITERS, 200, body=[{"id": "{category}", "name": "Digital things"}]),
        write("DELETE", OFFICE, _WRITERS, 204, body=["{category}"]),
    ),
    *resource(
        "api-initiative-categories-detail",
        read(),
        write("PATCH", OFFICE, _WRITERS, 200, body={"name": "Digital things"}),
        write("DELETE", OFFICE, _WRITERS, 204),
        where={"ref": "{category}"},
    ),
    *resource(
        "api-saved-views-list",
        read(),
        write("POST", EVERYONE, _WRITERS, 201, body=_VIEW),
        write("PATCH", (STAFF,), (), 200, body=[{"id": "{shared_view}", "name": "Yours"}]),
        write("DELETE", (STAFF,), (), 204, body=["{shared_view}"]),
    ),
    *resource(
        "api-saved-views-detail",
        read(),
        write("PATCH", (STAFF,), (), 200, body={"name": "Yours"}),
        write("DELETE", (STAFF,), (), 204),
        where={"ref": "{shared_view}"},
    ),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """A category, a department that takes part, a view of the viewer's, and one that staff share."""
    health = made.restricted.department
    viewer, staff = people[Role.VIEWER], people[Role.SMO_STAFF]
    own = save_view(by=viewer, place="initiatives", name="Active", query="stage=active")
    shared = save_view(by=staff, place="initiatives", name="Red", query="reported=red", shared=True)
    return {
        "category": add_category(by=None, name="Digital").pk,
        "contribution_of": made.led.contributions.get().pk,
        "takes_part": made.led.taking_part.create(department=health).pk,
        "own_view": own.pk,
        "shared_view": shared.pk,
    }
