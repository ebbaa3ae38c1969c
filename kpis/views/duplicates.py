"""KPIs that may be the same one twice, and those that a new one may repeat."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import slots
from core.web import authorise
from kpis.duplicates import possible_duplicates, similar_kpis
from kpis.library import USAGE
from kpis.models import KPI, Definition
from kpis.views.edit import way_here


@dataclass(frozen=True)
class Twin:
    """One of two KPIs that are alike: how it is counted, and where it is used."""

    kpi: KPI
    definition: Definition
    used_by: Sequence[SafeString]


@require_safe
def duplicates(request: HttpRequest) -> HttpResponse:
    """Pairs of KPIs side by side: names alike, the same unit; how each is counted and where it is used."""
    authorise(request.user, "kpis.edit_kpi")
    pairs = possible_duplicates(request.user)
    kpis = list({each.pk: each for pair in pairs for each in (pair.one, pair.other)}.values())
    current = Definition.objects.current().filter(kpi__in=kpis)
    definitions = {each.kpi_id: each for each in current}
    usage = slots.render(USAGE, request, kpis)
    twins = {each.pk: Twin(each, definitions[each.pk], usage[each.pk]) for each in kpis}
    context = {
        "pairs": [(twins[pair.one.pk], twins[pair.other.pk]) for pair in pairs],
        "breadcrumbs": way_here(),
        "title": _("Possible duplicates"),
    }
    return render(request, "kpis/duplicates.html", context)


@require_safe
def similar(request: HttpRequest) -> HttpResponse:
    """What is already there by `?name=` and `?unit=`, told beside the form of a new KPI."""
    authorise(request.user, "kpis.edit_kpi")
    found = similar_kpis(request.user, request.GET.get("name", ""), request.GET.get("unit", ""))
    return render(request, "kpis/similar.html", {"kpis": found})
