"""On a KPI's page: the objectives that it serves."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from kpis.models import KPI
from kpis.wording import period_text
from org.models import Department
from strategy.models import ObjectiveKPI
from strategy.queries import standing_plans
from strategy.scoring import ObjectiveLine, read_scorecard
from strategy.views.context import PageContext, read_context


@dataclass(frozen=True)
class Served:
    """An objective that a KPI measures; its line of the scorecard where its plan is the one shown.

    `share`: the KPI's part of the objective's weight now, 0 to 1; `points`: what it adds to its score.
    """

    link: ObjectiveKPI
    line: ObjectiveLine | None = None
    share: float | None = None
    points: float | None = None


def serves(request: HttpRequest, kpis: Sequence[KPI]) -> dict[Any, SafeString]:
    """The objectives that each KPI measures on the day of the page, in the plans that the user may see.

    With their scores at the department and period of the URL; a constant number of queries.
    """
    context = read_context(request)
    links = (
        ObjectiveKPI.objects.known_at(context.known_at if context else None)
        .valid_on(context.as_of if context else localdate())
        .filter(kpi__in=kpis, objective__plan__in=standing_plans(request.user))
        .select_related("objective__plan")
        .order_by("objective__plan__name", "objective__position")
    )
    by_kpi: dict[int, list[ObjectiveKPI]] = defaultdict(list)
    for link in links:
        by_kpi[link.kpi_id].append(link)
    if not by_kpi:
        return {}
    lines = _lines(context)
    period = period_text(context.period, context.calendar) if context else ""
    return {
        kpi_id: render_to_string(
            "strategy/slots/serves.html",
            {"served": [_served(link, lines) for link in found], "period": period, "context": context},
            request,
        )
        for kpi_id, found in by_kpi.items()
    }


def _lines(context: PageContext | None) -> dict[int, ObjectiveLine]:
    """The lines of the scorecard that the URL leads to, by objective."""
    if context is None:
        return {}
    department = Department.objects.get(pk=context.department.id)
    card = read_scorecard(context.plan, department, context.period, context.as_of, context.known_at)
    return {line.objective.pk: line for line in card.objectives}


def _served(link: ObjectiveKPI, lines: dict[int, ObjectiveLine]) -> Served:
    line = lines.get(link.objective_id)
    if line is None:
        return Served(link)
    for part in line.node.score.contributions:
        if part.key == str(link.kpi_id):
            return Served(link, line, part.effective_weight, part.points)
    return Served(link, line)
