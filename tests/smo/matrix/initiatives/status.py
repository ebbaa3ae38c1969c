"""Who may do what with initiatives: status."""

import datetime as dt

from initiatives.actions.status import ask_about_update, record_update
from org.enums import Role
from org.models import User
from tests.smo.matrix.callers import (
    CONTRIBUTOR,
    EVERYONE,
    EXECUTIVE,
    HEAD,
    STAFF,
    WRITING,
)
from tests.smo.matrix.initiatives.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

# The head's department leads the initiative, the contributor is its lead; nobody else runs it.
RUN = (STAFF, HEAD, CONTRIBUTOR)
ASK = (STAFF, EXECUTIVE, HEAD)
SEE_RESTRICTED = ("administrator", STAFF, EXECUTIVE)
LED, RESTRICTED = {"code": "{led}"}, {"code": "{restricted}"}
_HIDDEN_ONE = {"get": SEE_RESTRICTED, "otherwise": HIDDEN, "variant": "of a restricted one"}

PAGES: list[Row] = [
    *page("portfolio_status"),
    *page("updates_due"),
    *page("initiative_status", LED),
    *page("initiative_status", RESTRICTED, **_HIDDEN_ONE),  # type: ignore[arg-type]
    *page("write_update", LED, get=RUN, post=RUN),
    *page("keep_draft", LED, get=None, post=RUN, answer=302),
    *page("drop_draft", LED, get=RUN, post=RUN, answer=302),
    *page("ask_about_update", {**LED, "pk": "{update}"}, get=ASK, post=ASK),
    *page("answer_question", {**LED, "pk": "{question}"}, get=RUN, post=RUN),
]

_WRITERS = (WRITING,)
_READ_RESTRICTED = read(SEE_RESTRICTED, otherwise=HIDDEN, where={"ref": "{restricted}"}, variant="restricted")
API: list[Row] = [
    *resource("api-initiative-states-list", read()),
    *resource("api-initiative-states-detail", read(), _READ_RESTRICTED, where={"ref": "{led}"}),
    *resource("api-initiatives-state", read(), _READ_RESTRICTED, where={"ref": "{led}"}),
    *resource(
        "api-status-updates-list",
        read(),
        write("POST", RUN, _WRITERS, 201, body={"initiative": "{led}", "done": "Two masts"}),
        write("PATCH", RUN, _WRITERS, 409, body=[{"id": "{update}", "done": "Two masts"}]),
        write("DELETE", RUN, _WRITERS, 409, body=["{update}"]),
    ),
    *resource(
        "api-status-updates-detail",
        read(),
        write("PATCH", RUN, _WRITERS, 409, body={"done": "Two masts"}),  # it was handed in
        write("DELETE", RUN, _WRITERS, 409),
        where={"ref": "{update}"},
    ),
    *resource(
        "api-update-questions-list",
        read(),
        write("POST", ASK, _WRITERS, 201, body={"update": "{update}", "text": "Why?"}),
    ),
    *resource("api-update-questions-detail", read(), where={"ref": "{question}"}),
    *resource(
        "api-update-questions-answer",
        write("POST", RUN, _WRITERS, 200, body={"answer": "Because"}),
        where={"ref": "{question}"},
    ),
]
assert set(RUN) | set(ASK) < set(EVERYONE)


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """An update that was handed in, with a question about it."""
    update = record_update(
        by=None,
        initiative=made.led,
        due_on=dt.date(2026, 1, 31),
        author=people[Role.CONTRIBUTOR],
        done="Ten masts",
        schedule="green",
        cost="green",
        scope="green",
    )
    question = ask_about_update(by=people[Role.EXECUTIVE], update=update, text="Which ten?")
    return {"update": update.pk, "question": question.pk}
