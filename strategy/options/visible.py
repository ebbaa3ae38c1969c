"""Who may know of a plan's options, and where those of a revision stand."""

from typing import Any

from django.db.models import QuerySet

from strategy.analysis.visible import analysed_plans
from strategy.models import Plan, StrategicOption


def visible_options(user: Any) -> QuerySet[StrategicOption]:
    """Options of the plans whose analysis the user reads."""
    return StrategicOption.objects.filter(plan__in=analysed_plans(user))


def home_of(plan: Plan) -> Plan:
    """The plan whose analysis and options these are: a revision rests on those of the plan it revises."""
    return plan.revises or plan
