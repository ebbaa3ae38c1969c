"""Who may do what with initiatives: coordination."""

from org.models import User
from tests.smo.matrix.callers import READS_DRAFTS, STAFF, WRITING
from tests.smo.matrix.initiatives.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

_PAIR = {"first": "{led}", "second": "{idea}"}
_HIDDEN_PAIR = {"first": "{led}", "second": "{restricted}"}
_SAID = {"first": "{led}", "second": "{idea}", "verdict": "different"}

PAGES: list[Row] = [
    *page("coordination"),
    *page("overlap", _PAIR, post=(STAFF,)),
    *[
        row
        for row in page(
            "overlap", _HIDDEN_PAIR, get=READS_DRAFTS, otherwise=HIDDEN, variant="of a restricted one"
        )
        if row.method == "GET"
    ],
    *page("merge_initiatives", _PAIR, get=(STAFF,), post=(STAFF,)),
]
API: list[Row] = [
    *resource("api-overlaps-list", read(), write("POST", (STAFF,), (WRITING,), 200, body=_SAID)),
    *resource(
        "api-overlaps-merge",
        write("POST", (STAFF,), (WRITING,), 200, body={"keep": "{led}", "other": "{idea}"}),
    ),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """Nothing more: the three initiatives can be compared as they are."""
    return {}
