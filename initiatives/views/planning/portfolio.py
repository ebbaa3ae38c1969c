"""The Gantt chart of the portfolio, and the same as a table."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import respond
from core.ui.pickers import Option, query_url
from core.web import authorise
from initiatives.enums import ENDED, Stage
from initiatives.models import Initiative
from initiatives.planning.drawing import draw
from initiatives.planning.gantt import ZOOMS, chart_of
from initiatives.planning.portfolio import Span, bar_of, read_spans
from initiatives.portfolio.filters import PortfolioFilter, find_initiatives, portfolio_filters
from initiatives.views.seen import VIEW
from kpis.queries import calendar

NARROWED_BY = ("department", "objective", "priority", "lead", "mine")
EVERY = "all"


@require_safe
def gantt(request: HttpRequest) -> HttpResponse:
    """Initiatives in time: filters as the list's, `?stage=`, `?zoom=`, `?show=table`."""
    authorise(request.user, VIEW)
    today = timezone.localdate()
    spans = sorted(read_spans(asked_for(request), today), key=_order)
    zoom = request.GET.get("zoom", "")
    label = _("Gantt chart of %(count)d initiatives. The table says the same.") % {"count": len(spans)}
    chart = chart_of([bar_of(each, today) for each in spans], (), today, zoom, calendar())
    context = {
        "spans": spans,
        "picture": draw(chart, label) if chart else "",
        "zooms": _zooms(request, zoom),
        "shows": shows(request),
        "as_table": request.GET.get("show") == "table",
        "filters": filters_of(request),
        "late": sum(bool(each.late) for each in spans),
        "breadcrumbs": [(_("Initiatives"), reverse("initiatives"))],
    }
    return respond(request, "initiatives/planning/portfolio_gantt.html", "results", context)


def _order(span: Span) -> tuple[bool, Any, str]:
    """By their beginning; those without a day last."""
    return span.starts_on is None, span.starts_on, span.initiative.code


def asked_for(request: HttpRequest) -> list[Initiative]:
    """The initiatives that the reader may know of and asks for; without a stage those that have not ended."""
    asked = {name: request.GET.get(name, "") for name in ("q", *NARROWED_BY)}
    found = find_initiatives(request.user, asked).select_related("department", "lead")
    stage = request.GET.get("stage", "")
    if stage in Stage.values:
        found = found.filter(stage=stage)
    elif stage != EVERY:
        found = found.exclude(stage__in=ENDED)
    return list(found)


def filters_of(request: HttpRequest) -> list[PortfolioFilter]:
    """The choices over the chart."""
    asked = request.GET.dict()
    stages = [(EVERY, _("All stages")), *Stage.choices]
    usual = [each for each in portfolio_filters(request.user, asked) if each.name in NARROWED_BY]
    return [PortfolioFilter("stage", _("Not ended"), stages, asked.get("stage", "")), *usual]


def shows(request: HttpRequest) -> list[Option]:
    """Picture or table."""
    now = request.GET.get("show", "")
    names = {"": _("Picture"), "table": _("Table")}
    return [
        Option(name, query_url(request.GET, show=key or None), key == (now if now in names else ""))
        for key, name in names.items()
    ]


def _zooms(request: HttpRequest, zoom: str) -> list[Option]:
    names = {"": _("Fits"), "months": _("Months"), "quarters": _("Quarters"), "years": _("Years")}
    now = zoom if zoom in ZOOMS else ""
    return [Option(name, query_url(request.GET, zoom=key or None), key == now) for key, name in names.items()]
