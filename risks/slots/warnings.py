"""On a KPI's page: the risks that it warns of."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from kpis.models import KPI
from risks.models import RiskIndicator
from risks.queries import standing_risks


def warned_of(request: HttpRequest, kpis: Sequence[KPI]) -> dict[Any, SafeString]:
    """By KPI, the indicators made of it with their thresholds and states, of risks one may know of."""
    found = RiskIndicator.objects.filter(kpi__in=kpis, risk__in=standing_risks(request.user).order_by())
    rows: dict[int, list[RiskIndicator]] = defaultdict(list)
    for each in found.select_related("risk", "kpi", "department"):
        rows[each.kpi_id].append(each)
    template = "risks/indicators/of_kpi.html"
    return {pk: render_to_string(template, {"indicators": some}, request) for pk, some in rows.items()}
