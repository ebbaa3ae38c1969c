"""A plan over the invented KPIs, and people to look at it."""

from kpis.models import KPI
from org.actions import create_user, grant_role
from org.enums import Role
from org.models import User
from strategy.actions import add_objective, add_perspective, create_plan, link_kpi
from strategy.models import Plan

PERSPECTIVES, KPIS_AN_OBJECTIVE = 4, 10


def plan_of_everything() -> Plan:
    """A plan that measures its objectives by every KPI there is, ten each; made once."""
    found = Plan.objects.filter(code="bench").first()
    if found:
        return found
    plan = create_plan(by=None, name="Bench", code="bench", default_perspectives=False)
    perspectives = [
        add_perspective(by=None, plan=plan, code=f"p{n}", name=f"Perspective {n}")
        for n in range(PERSPECTIVES)
    ]
    for number, kpi in enumerate(KPI.objects.order_by("pk")):
        if number % KPIS_AN_OBJECTIVE == 0:
            place = number // KPIS_AN_OBJECTIVE
            objective = add_objective(
                by=None,
                plan=plan,
                code=f"o{place}",
                name=f"Objective {place}",
                perspective=perspectives[place % PERSPECTIVES],
            )
        link_kpi(by=None, objective=objective, kpi=kpi)
    return plan


def somebody_of_the_office() -> User:
    """A person of the strategy office; made once."""
    found = User.objects.filter(email="bench@bench.example").first()
    if found:
        return found
    user = create_user(by=None, email="bench@bench.example", name="Bea Bench")
    grant_role(by=None, user=user, role=Role.SMO_STAFF)
    return user
