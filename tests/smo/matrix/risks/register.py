"""Who may do what with risks: register."""

from org.models import User
from tests.smo.matrix.callers import CONTRIBUTOR, HEAD, READING, READS_DRAFTS, STAFF, VIEWER, WRITING
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

_OWNED, _SECRET, _ELSEWHERE = {"code": "{owned}"}, {"code": "{secret}"}, {"code": "{elsewhere}"}
SEES = (*READS_DRAFTS, HEAD, CONTRIBUTOR)
EDITS = (STAFF, HEAD)


def _told(rows: list[Row]) -> list[Row]:
    """Of a risk that the contributor, executives and administrators may know of, and others may not."""
    return [
        Row(row.route, row.method, {**row.expected, VIEWER: HIDDEN}, row.where, variant=row.variant)
        for row in rows
    ]


PAGES: list[Row] = [
    *page("risks"),
    *page("add_risk", get=EDITS, post=EDITS),
    *page("risk", _OWNED, get=SEES, otherwise=HIDDEN),
    *page("risk", _SECRET, get=(*READS_DRAFTS, HEAD), otherwise=HIDDEN, variant="restricted"),
    *page("risk", _ELSEWHERE, get=(*READS_DRAFTS, HEAD), otherwise=HIDDEN, variant="elsewhere"),
    *_told(page("change_risk", _OWNED, get=EDITS, post=EDITS)),
    *_told(page("risk_things", _OWNED, get=EDITS, post=EDITS, answer=302)),
    *_told(page("risk_state", _OWNED, get=EDITS, post=EDITS)),
    *_told(page("remove_risk", _OWNED, get=EDITS, post=EDITS, answer=409)),
]
_WRITERS = (WRITING,)
_PROGRAMS = (READING, WRITING)
_REF = {"ref": "{owned}"}
API: list[Row] = [
    *resource(
        "api-risks-list",
        read(),
        write("POST", EDITS, _WRITERS, 201, body={"code": "R9", "title": "Rust", "department": "works"}),
        write("PATCH", EDITS, _WRITERS, 200, body=[{"id": "{owned}", "title": "Lamps"}]),
        write("DELETE", EDITS, _WRITERS, 409, body=["{owned}"]),
    ),
    *resource(
        "api-risks-detail",
        read(SEES, _PROGRAMS, HIDDEN),
        write("PATCH", EDITS, _WRITERS, 200, body={"title": "Lamps"}),
        write("DELETE", EDITS, _WRITERS, 409),
        where=_REF,
    ),
    *resource("api-risks-archive", write("POST", EDITS, _WRITERS, 409, body={}), where=_REF),
    *resource("api-risks-restore", write("POST", EDITS, _WRITERS, 200, body={}), where=_REF),
    *resource("api-risks-state", write("POST", EDITS, _WRITERS, 400, body={"state": "closed"}), where=_REF),
    *resource(
        "api-risk-links-list",
        read(),
        write("POST", EDITS, _WRITERS, 400, body={"risk": "{owned}"}),
        write("PATCH", EDITS, _WRITERS, 200, body=[{"id": "{link}", "note": "Its dates"}]),
        write("DELETE", EDITS, _WRITERS, 204, body=["{link}"]),
    ),
    *resource(
        "api-risk-links-detail",
        read(SEES, _PROGRAMS, HIDDEN),
        write("PATCH", EDITS, _WRITERS, 200, body={"note": "Its dates"}),
        write("DELETE", EDITS, _WRITERS, 204),
        where={"ref": "{link}"},
    ),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """What the owned risk touches."""
    return {"link": made.owned.links.get().pk}
