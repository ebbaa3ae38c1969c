"""What the strategy shows on the pages of the floors below."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from core import slots
from kpis.engine.frequency import Frequency
from kpis.models import KPI
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import last_ended, period_text
from org.models import Department
from strategy.models import ObjectiveKPI, Plan
from strategy.queries import current_plan, visible_plans
from strategy.scoring import read_scorecard


def serves(request: Any, kpis: Sequence[KPI]) -> dict[Any, SafeString]:
    """The objectives that each KPI measures today, in the plans that the user may see; one query."""
    links = (
        ObjectiveKPI.objects.current()
        .valid_on(localdate())
        .filter(kpi__in=kpis, objective__plan__in=visible_plans(request.user))
        .select_related("objective__plan", "objective__lead")
        .order_by("objective__plan__name", "objective__position")
    )
    by_kpi: dict[int, list[ObjectiveKPI]] = defaultdict(list)
    for link in links:
        by_kpi[link.kpi_id].append(link)
    return {
        kpi_id: render_to_string("strategy/slots/serves.html", {"links": found}, request)
        for kpi_id, found in by_kpi.items()
    }


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


slots.register("kpi.detail.serves", serves)
slots.register("department.detail", department_scores)
