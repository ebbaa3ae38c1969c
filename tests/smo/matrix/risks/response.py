"""Who may do what with risks: response."""

from org.models import User
from risks.actions.contingency import add_plan, add_step, call_up
from risks.actions.factors import add_factor
from tests.smo.matrix.callers import CONTRIBUTOR, EXECUTIVE, HEAD, READS_CONSULTATIONS, STAFF, VIEWER
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.risks.rating import tended
from tests.smo.matrix.rows import HIDDEN, Row, page

_OWNED = {"code": "{owned}"}
_FACTOR = {**_OWNED, "kind": "factor", "pk": "{risk_factor}"}
_ANSWERS = (STAFF, HEAD, CONTRIBUTOR, EXECUTIVE)  # the leadership accepts

PAGES: list[Row] = [
    *page("risk_actions", get=READS_CONSULTATIONS),
    *(
        Row(row.route, row.method, {**row.expected, VIEWER: HIDDEN}, row.where)
        for row in page("choose_response", _OWNED, get=_ANSWERS, post=_ANSWERS)
    ),
    *tended("add_risk_part", {**_OWNED, "kind": "mitigation"}),
    *tended("change_risk_part", _FACTOR),
    *tended("remove_risk_part", _FACTOR, answer=302),
    *tended("risk_deed", {**_OWNED, "deed": "end", "pk": "{risk_plan}"}),
    *tended("tick_step", {**_OWNED, "pk": "{risk_step}"}, answer=302, posts_only=True),
]
API: list[Row] = []


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """A cause, and a plan that runs with a step."""
    factor = add_factor(by=None, risk=made.owned, text="Old lamps", side="cause")
    plan = add_plan(by=None, risk=made.owned, name="Torches")
    step = add_step(by=None, plan=plan, name="Hand out")
    call_up(by=None, plan=plan, reason="Dark")
    return {"risk_factor": factor.pk, "risk_plan": plan.pk, "risk_step": step.pk}
