"""On a department's page: how the plan does there."""

from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from kpis.engine.frequency import Frequency
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import last_ended, period_text
from org.models import Department
from strategy.models import Plan
from strategy.queries import current_plan
from strategy.scoring import read_scorecard


def department_scores(request: Any, departments: Sequence[Department]) -> dict[Any, SafeString]:
    """How the plan does at each department in the last ended quarter; nothing where nothing is measured."""
    plan = current_plan(request.user)
    if plan is None:
        return {}
    drawn = {each.pk: _department_score(request, plan, each) for each in departments}
    return {key: html for key, html in drawn.items() if html}


def _department_score(request: Any, plan: Plan, department: Department) -> SafeString | None:
    calendar, today = fiscal_calendar(), localdate()
    period = last_ended(calendar, Frequency.QUARTER, today)
    card = read_scorecard(plan, department, period, today)
    measured = [line for line in card.objectives if line.node.score.status != "not_applicable"]
    if not measured:
        return None
    context = {
        "card": card,
        "objectives": measured,
        "period": period_text(period, calendar),
        "period_code": calendar.format(period),
    }
    return render_to_string("strategy/slots/department.html", context, request)
