"""Who may do what at stage gates."""

from initiatives.actions.criteria import add_criterion
from initiatives.actions.gates import ask_gate
from initiatives.enums import Stage
from initiatives.models import Initiative
from org.enums import Role
from org.models import Department, User
from tests.smo.matrix.callers import ADMINISTRATOR, CONTRIBUTOR, EXECUTIVE, HEAD, STAFF, WRITING
from tests.smo.matrix.initiatives.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

# The contributor leads I1, the executive is its sponsor, the head heads its department.
ASKS = (STAFF, HEAD, CONTRIBUTOR, EXECUTIVE)
# I4 of Works waits at a gate; nobody leads it, so only its head and the office may take the request back.
TAKES_BACK = (STAFF, HEAD)
OFFICE = (STAFF,)
SEES_RESTRICTED = (ADMINISTRATOR, STAFF, EXECUTIVE)
LED, RESTRICTED = {"code": "{led}"}, {"code": "{restricted}"}
WAITING, CRITERION = {"code": "I4", "pk": "{gate}"}, {"pk": "{criterion}"}
_HIDDEN_ONE = {"get": SEES_RESTRICTED, "otherwise": HIDDEN, "variant": "of a restricted one"}

PAGES: list[Row] = [
    *page("gate_criteria"),
    *page("add_gate_criterion", get=OFFICE, post=OFFICE),
    *page("change_gate_criterion", CRITERION, get=OFFICE, post=OFFICE),
    *page("initiative_gates", LED),
    *page("initiative_gates", RESTRICTED, **_HIDDEN_ONE),  # type: ignore[arg-type]
    *page("ask_gate", LED, get=ASKS, post=ASKS),
    *page("gate_decision", WAITING, post=(EXECUTIVE,)),
    *page("withdraw_gate", WAITING, get=TAKES_BACK, post=TAKES_BACK, answer=302),
]

_WRITERS = (WRITING,)
_HOLD = {"initiative": "{led}", "to_stage": "on_hold", "request": "The masts are late"}
_CRITERION = {"to_stage": "active", "text": "A plan with dates"}
API: list[Row] = [
    *resource(
        "api-gate-decisions-list",
        read(),
        write("POST", ASKS, _WRITERS, 201, body=_HOLD),
    ),
    *resource("api-gate-decisions-detail", read(), where={"ref": "{gate}"}),
    *resource(
        "api-gate-decisions-decide",
        write("POST", (EXECUTIVE,), (), 200, body={"outcome": "passed"}),  # programs decide nothing
        where={"ref": "{gate}"},
    ),
    *resource(
        "api-gate-decisions-withdraw",
        write("POST", TAKES_BACK, _WRITERS, 200),
        where={"ref": "{gate}"},
    ),
    *resource(
        "api-gate-criteria-list",
        read(),
        write("POST", OFFICE, _WRITERS, 201, body=_CRITERION),
        write("PATCH", OFFICE, _WRITERS, 200, body=[{"id": "{criterion}", "required": True}]),
        write("DELETE", OFFICE, _WRITERS, 204, body=["{criterion}"]),
    ),
    *resource(
        "api-gate-criteria-detail",
        read(),
        write("PATCH", OFFICE, _WRITERS, 200, body={"required": True}),
        write("DELETE", OFFICE, _WRITERS, 204),
        where={"ref": "{criterion}"},
    ),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """A criterion, and a proposal of Works that waits at its gate, asked for by the office."""
    criterion = add_criterion(by=None, to_stage=Stage.APPROVED, text="Money is planned", required=True)
    proposal = Initiative.objects.create(
        code="I4",
        name="Quieter roads",
        stage=Stage.PROPOSED,
        department=Department.objects.get(code="works"),
    )
    gate = ask_gate(
        by=people[Role.SMO_STAFF], initiative=proposal, to_stage=Stage.APPROVED, request="Money is there"
    )
    return {"criterion": criterion.pk, "gate": gate.pk}
