"""On a KPI's page: the initiatives that should move it. On an initiative's page: what it is to bring."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from initiatives.benefits.presenting import benefit_row
from initiatives.benefits.reading import read_benefits
from initiatives.benefits.visible import standing_benefits, with_relations
from initiatives.enums import Stage
from initiatives.models import Benefit, Initiative
from initiatives.views.seen import RUN
from kpis.models import KPI

Rows = list[dict[str, Any]]


def expected_effects(request: HttpRequest, kpis: Sequence[KPI]) -> dict[Any, SafeString]:
    """By KPI, what initiatives are to change of it, by when, and what came so far."""
    benefits = standing_benefits(request.user).filter(kpi__in=kpis)
    rows: dict[int, Rows] = defaultdict(list)
    for row in _rows(benefits.exclude(initiative__stage=Stage.CANCELLED).order_by("due_on", "pk")):
        rows[row["benefit"].kpi_id].append(row)
    template = "initiatives/benefits/of_kpi.html"
    return {pk: render_to_string(template, {"rows": found}, request) for pk, found in rows.items()}


def benefits(request: HttpRequest, initiatives: Sequence[Initiative]) -> dict[Any, SafeString]:
    """What each initiative is to bring."""
    rows: dict[int, Rows] = defaultdict(list)
    for row in _rows(Benefit.objects.filter(initiative__in=initiatives)):
        rows[row["benefit"].initiative_id].append(row)
    return {
        each.pk: render_to_string(
            "initiatives/benefits/panel.html",
            {"initiative": each, "rows": rows[each.pk], "may_run": _may_run(request.user, each)},
            request,
        )
        for each in initiatives
    }


def _rows(benefits: QuerySet[Benefit], today: dt.date | None = None) -> Rows:
    day = today or timezone.localdate()
    return [benefit_row(each, day) for each in read_benefits(list(with_relations(benefits)), day)]


def _may_run(user: Any, initiative: Initiative) -> bool:
    return initiative.archived_on is None and bool(user.has_perm(RUN, initiative))
