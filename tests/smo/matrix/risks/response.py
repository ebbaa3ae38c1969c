"""Who may do what with risks: response."""

from org.models import User
from risks.actions.contingency import add_plan, add_step, call_up
from risks.actions.factors import add_control, add_factor
from risks.actions.response import add_mitigation
from risks.models import RatingProposal
from tests.smo.matrix.callers import CONTRIBUTOR, EXECUTIVE, HEAD, READS_CONSULTATIONS, STAFF, VIEWER
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.risks.rating import does, of_owned, tended
from tests.smo.matrix.rows import HIDDEN, Row, page, resource

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
_CALL = {"ref": "{risk_plan}"}
API: list[Row] = [
    *resource(
        "api-risks-respond",
        does("POST", 200, {"response": "reduce", "reason": "Lamps are cheap"}, who=_ANSWERS),
        where={"ref": "{owned}"},
    ),
    *of_owned(
        "mitigations",
        "{mitigation}",
        {"risk": "{owned}", "name": "LEDs"},
        {"progress": 5, "effect": "L"},
        204,
    ),
    *of_owned("rating-proposals", "{rating_proposal}"),
    *resource(
        "api-rating-proposals-decide",
        does("POST", 200, {"accepted": True}),
        where={"ref": "{rating_proposal}"},
    ),
    *of_owned(
        "risk-factors",
        "{risk_factor}",
        {"risk": "{owned}", "side": "consequence", "text": "Dark streets"},
        {"text": "Older lamps"},
        204,
    ),
    *of_owned(
        "risk-controls",
        "{risk_control}",
        {"risk": "{owned}", "name": "Torches", "factor": "{risk_factor}"},
        {"strength": "weak"},
        204,
    ),
    *of_owned(
        "contingency-plans", "{risk_plan}", {"risk": "{owned}", "name": "Moonlight"}, {"cost": "5.00"}, 409
    ),
    *resource("api-contingency-plans-call", does("POST", 409, {"reason": "Dark"}), where=_CALL),
    *resource("api-contingency-plans-end", does("POST", 200, {"outcome": "Light"}), where=_CALL),
    *of_owned(
        "contingency-steps", "{risk_step}", {"plan": "{risk_plan}", "name": "Collect"}, {"done": True}, 409
    ),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """A cause with a control, an action that proposes, and a plan that runs with a step."""
    factor = add_factor(by=None, risk=made.owned, text="Old lamps", side="cause")
    plan = add_plan(by=None, risk=made.owned, name="Torches")
    step = add_step(by=None, plan=plan, name="Hand out")
    call_up(by=None, plan=plan, reason="Dark")
    mitigation = add_mitigation(by=None, risk=made.owned, name="New lamps")
    proposal = RatingProposal.objects.create(risk=made.owned, mitigation=mitigation, likelihood=1, impact=2)
    return {
        "risk_factor": factor.pk,
        "risk_control": add_control(by=None, risk=made.owned, name="A watch", factor=factor).pk,
        "mitigation": mitigation.pk,
        "rating_proposal": proposal.pk,
        "risk_plan": plan.pk,
        "risk_step": step.pk,
    }
