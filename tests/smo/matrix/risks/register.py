"""Who may do what with risks: register."""

from org.models import User
from tests.smo.matrix.callers import CONTRIBUTOR, HEAD, READS_DRAFTS, STAFF
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page

_OWNED, _SECRET, _ELSEWHERE = {"code": "{owned}"}, {"code": "{secret}"}, {"code": "{elsewhere}"}
SEES = (*READS_DRAFTS, HEAD, CONTRIBUTOR)
EDITS = (STAFF, HEAD)


def _told(rows: list[Row]) -> list[Row]:
    """Of a risk that the contributor, executives and administrators may know of, and others may not."""
    return [
        Row(row.route, row.method, {**row.expected, "viewer": HIDDEN}, row.where, variant=row.variant)
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
API: list[Row] = []


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """Nothing more yet."""
    return {}
