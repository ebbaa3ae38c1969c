"""In the KPI library: on which scorecards a KPI is."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from kpis.models import KPI
from strategy.models import ObjectiveKPI
from strategy.queries import standing_plans


def usage(request: HttpRequest, kpis: Sequence[KPI]) -> dict[Any, SafeString]:
    """The objectives that each KPI measures today, by plan, of the plans that the user may see; one query."""
    links = (
        ObjectiveKPI.objects.current()
        .valid_on(localdate())
        .filter(kpi__in=kpis, objective__plan__in=standing_plans(request.user))
        .select_related("objective__plan")
        .order_by("objective__plan__name", "objective__position", "objective__pk")
    )
    by_kpi: dict[int, list[ObjectiveKPI]] = defaultdict(list)
    for link in links:
        by_kpi[link.kpi_id].append(link)
    return {
        kpi_id: render_to_string("strategy/slots/usage.html", {"links": found})
        for kpi_id, found in by_kpi.items()
    }
