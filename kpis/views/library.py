"""The KPI library: every KPI, found by words and filters, with how it stands."""

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.exports import csv_response
from core.pages import page_of, respond
from core.web import authorise
from kpis.cells import Cell, read_many
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.enums import Direction
from kpis.enums import Frequency as FrequencyChoice
from kpis.models import KPI, Definition
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import visible_to
from kpis.store.rules import read_rules
from kpis.views.context import (
    as_of_picker,
    department_picker,
    period_picker,
    wanted_department,
    wanted_period,
)
from kpis.wording import last_ended, period_text, target_text
from org.queries import TreeNode, department_tree

ORDERS = {
    "code": "code",
    "name": "name",
    "unit": "unit",
    "-code": "-code",
    "-name": "-name",
    "-unit": "-unit",
}
EXPORT_HEADER = ("code", "name", "unit", "frequency", "direction", "owner")


@require_safe
def kpis(request: HttpRequest) -> HttpResponse:
    """All KPIs by `?q=`, `?frequency=`, `?direction=`, `?order=`; `?format=csv` gives the list as a file."""
    authorise(request.user, "kpis.view_kpi")
    found = _found(request)
    if request.GET.get("format") == "csv":
        return csv_response("kpis.csv", EXPORT_HEADER, _export(found))
    context = page_of(request, found)
    context |= _standing(request, [each.pk for each in context["page"]])
    context |= {
        "total": visible_to(request.user).count(),
        "frequencies": FrequencyChoice.choices,
        "directions": Direction.choices,
        "may_edit": request.user.has_perm("kpis.edit_kpi"),
        "may_import": request.user.has_perm("kpis.import_measurements"),
        "breadcrumbs": [(_("Performance"), reverse("performance"))],
    }
    return respond(request, "kpis/library.html", "results", context)


def _found(request: HttpRequest) -> QuerySet[KPI]:
    """The KPIs that the words and filters leave, in the wanted order."""
    kpis = visible_to(request.user).select_related("owner")
    if words := request.GET.get("q", "").strip():
        kpis = kpis.filter(Q(code__icontains=words) | Q(name__icontains=words) | Q(purpose__icontains=words))
    definitions = Definition.objects.current()
    for name in ("frequency", "direction"):
        if value := request.GET.get(name):
            kpis = kpis.filter(pk__in=definitions.filter(**{name: value}).values("kpi"))
    return kpis.order_by(ORDERS.get(request.GET.get("order", ""), "code"), "pk")


def _export(found: QuerySet[KPI]) -> list[tuple[Any, ...]]:
    definitions = {each.kpi_id: each for each in Definition.objects.current()}
    return [
        (
            each.code,
            each.name,
            each.unit,
            definitions[each.pk].frequency,
            definitions[each.pk].direction,
            each.owner.name if each.owner else "",
        )
        for each in found
    ]


def _standing(request: HttpRequest, kpi_ids: list[int]) -> dict[str, Any]:
    """How the KPIs of the page stand at the chosen department and period; empty without departments."""
    tree = tuple(department_tree())
    if not tree:
        return {"standing": {}}
    calendar, today = fiscal_calendar(), timezone.localdate()
    department = wanted_department(request, tree)
    period = wanted_period(request, calendar, last_ended(calendar, Frequency.QUARTER, today))
    return {
        "standing": _cells(kpi_ids, department, period, calendar, today),
        "department": department,
        "period": period_text(period, calendar),
        "query": f"department={department.code}&period={calendar.format(period)}",
        "pickers": [
            department_picker(tree, department, request.GET),
            period_picker(period, calendar, today, request.GET),
            as_of_picker(today),
        ],
    }


def _cells(
    kpi_ids: list[int], department: TreeNode, period: Period, calendar: Calendar, today: dt.date
) -> dict[int, tuple[Cell, str]]:
    """By KPI its cell and its target in words."""
    rules = read_rules(kpi_ids)
    rows = read_many([(department.id, each) for each in rules], [period], calendar, today)
    decimals = dict(KPI.objects.filter(pk__in=kpi_ids).values_list("pk", "decimals"))
    return {
        each.kpi_id: (
            cells[0],
            target_text(cells[0].anchors, each.rules.direction, decimals[each.kpi_id]),
        )
        for each, cells in zip(rules, rows, strict=True)
    }
