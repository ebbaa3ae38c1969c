"""Who may do what with initiatives: methods, and how an initiative follows one."""

from initiatives.actions.framework import (
    add_method_element,
    add_method_stage,
    answer_element,
    create_method,
    follow_method,
)
from initiatives.enums import ElementKind, ElementState
from org.models import User
from tests.smo.matrix.callers import CONTRIBUTOR, HEAD, READS_DRAFTS, STAFF, WRITING
from tests.smo.matrix.initiatives.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

SMO = (STAFF,)
RUNS = (STAFF, HEAD, CONTRIBUTOR)  # the contributor leads it
_WRITERS = (WRITING,)
OF_METHOD, OF_LED = {"code": "light"}, {"code": "{led}"}
STAGE, ELEMENT = {"kind": "stage", "pk": "{stage}"}, {"kind": "element", "pk": "{element}"}
ANSWERED = {"code": "{led}", "pk": "{element}"}

PAGES: list[Row] = [
    *page("methods"),
    *page("method", OF_METHOD),
    *page("begin_with_methods", get=None, post=SMO, answer=302),
    *page("add_method", get=SMO, post=SMO),
    *page("change_method", OF_METHOD, get=SMO, post=SMO),
    *page("archive_method", OF_METHOD, get=SMO, post=SMO, answer=302),
    *page("add_method_part", {"code": "light", "kind": "element"}, get=SMO, post=SMO),
    *page("change_method_part", STAGE, get=SMO, post=SMO),
    *page("remove_method_part", ELEMENT, get=SMO, post=SMO, answer=302),
    *page("move_method_part", ELEMENT, get=None, post=SMO, answer=302),
    *page("initiative_method", OF_LED),
    *page(
        "initiative_method",
        {"code": "{restricted}"},
        get=READS_DRAFTS,
        otherwise=HIDDEN,
        variant="restricted",
    ),
    *page("follow_method", OF_LED, get=RUNS, post=RUNS),
    *page("answer_element", ANSWERED, get=RUNS, post=RUNS),
    *page("tick_element", ANSWERED, get=None, post=RUNS, answer=302),
]

_STAGE = {"method": "light", "name": "Begin"}
_ELEMENT = {"method": "light", "kind": "check", "name": "Asked"}
_ANSWER = {"initiative": "{led}", "element": "{element}", "state": "open"}
API: list[Row] = [
    *resource(
        "api-methods-list",
        read(),
        write("POST", SMO, _WRITERS, 201, body={"code": "loose", "name": "Loose"}),
        write("PATCH", SMO, _WRITERS, 200, body=[{"id": "light", "summary": "Short"}]),
        write("DELETE", SMO, _WRITERS, 409, body=["light"]),
    ),
    *resource(
        "api-methods-detail",
        read(),
        write("PATCH", SMO, _WRITERS, 200, body={"summary": "Short"}),
        write("DELETE", SMO, _WRITERS, 409),
        where={"ref": "light"},
    ),
    *resource(
        "api-method-stages-list",
        read(),
        write("POST", SMO, _WRITERS, 201, body=_STAGE),
        write("PATCH", SMO, _WRITERS, 200, body=[{"id": "{stage}", "purpose": "Begin"}]),
        write("DELETE", SMO, _WRITERS, 409, body=["{stage}"]),
    ),
    *resource(
        "api-method-stages-detail",
        read(),
        write("PATCH", SMO, _WRITERS, 200, body={"purpose": "Begin"}),
        write("DELETE", SMO, _WRITERS, 409),
        where={"ref": "{stage}"},
    ),
    *resource(
        "api-method-elements-list",
        read(),
        write("POST", SMO, _WRITERS, 201, body=_ELEMENT),
        write("PATCH", SMO, _WRITERS, 200, body=[{"id": "{element}", "help": "Ask"}]),
        write("DELETE", SMO, _WRITERS, 204, body=["{element}"]),
    ),
    *resource(
        "api-method-elements-detail",
        read(),
        write("PATCH", SMO, _WRITERS, 200, body={"help": "Ask"}),
        write("DELETE", SMO, _WRITERS, 204),
        where={"ref": "{element}"},
    ),
    *resource(
        "api-initiative-elements-list",
        read(),
        write("POST", RUNS, _WRITERS, 201, body=_ANSWER),
        write("PATCH", RUNS, _WRITERS, 200, body=[{"id": "{answer}", "note": "Yes"}]),
    ),
    *resource(
        "api-initiative-elements-detail",
        read(),
        write("PATCH", RUNS, _WRITERS, 200, body={"note": "Yes"}),
        where={"ref": "{answer}"},
    ),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """A method that the led initiative follows, with an answer."""
    method = create_method(by=None, code="light", name="Light")
    stage = add_method_stage(by=None, method=method, name="Agree")
    element = add_method_element(
        by=None, method=method, kind=ElementKind.CHECK, name="They said yes", stage=stage
    )
    follow_method(by=None, initiative=made.led, method=method)
    answer = answer_element(by=None, initiative=made.led, element=element, state=ElementState.DONE)
    return {"stage": stage.pk, "element": element.pk, "answer": answer.pk}
