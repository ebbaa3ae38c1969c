"""Who may do what with risks: indicators."""

from kpis.models import KPI
from org.models import User
from risks.models import Escalation, RiskIndicator
from tests.smo.matrix.callers import EXECUTIVE, NOBODY, READS_CONSULTATIONS, STAFF
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.risks.rating import of_owned
from tests.smo.matrix.rows import Row, page, resource, write

PAGES: list[Row] = [
    *page("risk_indicators", get=READS_CONSULTATIONS),
]
_ANSWERS = (STAFF, EXECUTIVE)
API: list[Row] = [
    *of_owned(
        "risk-indicators",
        "{risk_indicator}",
        {"risk": "{owned}", "kpi": "complaints", "trigger": 9, "department": "works"},
        {"trigger": 8},
        204,
    ),
    *of_owned("escalations", "{escalation}", {"risk": "{owned}", "reason": "Again"}),
    *resource(
        "api-escalations-answer",
        write("POST", _ANSWERS, NOBODY, 200, body={"answer": "New lamps"}),
        where={"ref": "{escalation}"},
    ),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """A KPI that warns of the owned risk, and that it was escalated."""
    kpi = KPI.objects.get(code="complaints")
    indicator = RiskIndicator.objects.create(risk=made.owned, kpi=kpi, trigger=7)
    escalation = Escalation.objects.create(risk=made.owned, reason="Dark")
    return {"risk_indicator": indicator.pk, "escalation": escalation.pk}
