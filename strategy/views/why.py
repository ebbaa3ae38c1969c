"""Why a score is what it is: beside a scorecard, or as a page of its own at the same address."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from core.ui.pickers import Option, kept_parameters
from core.web import NothingThere, authorise
from kpis.as_of import AsOfError
from kpis.explaining import Question, explain_cell
from kpis.explaining.panel import cell_panel
from kpis.queries import definition_of, visible_to
from kpis.store.rules import rules_of
from kpis.wording import period_text
from org.models import Department
from strategy.explaining import Node, UnknownNode, explain_node
from strategy.explaining.against import PERIOD, YEAR, has_year_before, read_against, year_before
from strategy.explaining.panel import panel_of, title_of
from strategy.views.context import PageContext, pickers, read_context

PANEL = "why"
"""The id of the element beside a scorecard that takes the panel."""


@require_safe
@vary_on_headers("HX-Request", "HX-Target")
def why(request: HttpRequest) -> HttpResponse:
    """`?kind=&key=` explained at the plan, department, period and day of the address.

    kind: plan, perspective, priority, objective or kpi. `against`: what a node is compared with, see
    `strategy.explaining.against`.
    """
    authorise(request.user, "strategy.view_scorecard")
    context = read_context(request)
    if context is None:
        return render(request, "strategy/scorecard_empty.html")
    shown = explained(request, context, request.GET.get("kind", "plan"), request.GET.get("key", ""))
    if request.headers.get("HX-Target") == PANEL:
        return render(request, "strategy/why_panel.html", shown)
    return render(request, "strategy/why.html", {**shown, **_around(request, context, shown)})


def asked_beside(request: HttpRequest, context: PageContext) -> dict[str, Any]:
    """What a page with a scorecard shows beside it: nothing, or what `?why=objective:O1` asks for."""
    wanted = request.GET.get("why")
    if not wanted:
        return {}
    kind, _colon, key = wanted.partition(":")
    return explained(request, context, kind, key)


def explained(request: HttpRequest, context: PageContext, kind: str, key: str) -> dict[str, Any]:
    """The panel of a node or of a KPI's cell; Http404 for what does not exist."""
    found = _of_kpi(request, context, key) if kind == "kpi" else _of_node(request, context, kind, key)
    return {
        "context": context,
        "why_query": context.query,
        "why_against": _asked(request),
        "why_key": f"{kind}:{key}",
        "why_url": why_url(context, kind, key, _asked(request)),
        "close_url": _close_url(request),
        **found,
    }


def why_url(context: PageContext, kind: str, key: str, against: str = "") -> str:
    """The address of an explanation at the page's plan, department, period and day."""
    asked = QueryDict(mutable=True)
    asked["kind"] = kind
    if key:
        asked["key"] = key
    if against:
        asked["against"] = against
    return f"{reverse('why')}?{context.query}&{asked.urlencode(safe='/:')}"


def _of_node(request: HttpRequest, context: PageContext, kind: str, key: str) -> dict[str, Any]:
    department = Department.objects.get(pk=context.department.id)
    asked = _asked(request)
    try:
        against = read_against(asked, context.period, context.calendar)
        explanation = explain_node(context.plan, department, context.period, kind, key, context.day, against)
    except (AsOfError, UnknownNode) as error:
        raise NothingThere(str(error)) from error
    return {
        "explanation": explanation,
        "panel": panel_of(explanation),
        "node": explanation.node,
        "above": [(each, why_url(context, each.kind, each.code, asked)) for each in explanation.above],
        "comparing": _comparing(context, kind, key, asked),
    }


def _asked(request: HttpRequest) -> str:
    """What the address says to compare with; empty for the period before, as usual."""
    text = request.GET.get("against", "")
    return "" if text == PERIOD else text


@dataclass(frozen=True)
class Comparing:
    """The choice of what a score is compared with: links, and a form for a day with what it carries along."""

    links: tuple[Option, ...]
    day: str
    latest: dt.date
    kept: tuple[tuple[str, str], ...]


def _comparing(context: PageContext, kind: str, key: str, asked: str) -> Comparing:
    before = context.calendar.previous(context.period)
    periods = [("", before)]
    if has_year_before(context.period):
        periods.append((YEAR, year_before(context.period, context.calendar)))
    links = tuple(
        Option(period_text(each, context.calendar), why_url(context, kind, key, name), name == asked)
        for name, each in periods
    )
    day = "" if asked == YEAR else asked
    kept = QueryDict(why_url(context, kind, key).partition("?")[2])
    return Comparing(links, day, context.as_of, kept_parameters(kept, ["against"]))


def _of_kpi(request: HttpRequest, context: PageContext, code: str) -> dict[str, Any]:
    kpi = get_object_or_404(visible_to(request.user), code=code)
    definition = definition_of(kpi, context.known_at)
    question = Question(
        kpi, rules_of(definition), context.department, context.period, context.calendar, context.day
    )
    explanation = explain_cell(question, context.tree)
    return {
        "cell": explanation,
        "cell_panel": cell_panel(explanation),
        "node": Node("kpi", kpi.pk, kpi.code, kpi.name),
        "title": title_of(explanation.cell.score),
    }


def _close_url(request: HttpRequest) -> str:
    """The page without its panel."""
    query = request.GET.copy()
    for name in ("why", "against"):
        query.pop(name, None)
    return f"?{query.urlencode(safe='/:')}"


def _around(request: HttpRequest, context: PageContext, shown: dict[str, Any]) -> dict[str, Any]:
    """What the page around the panel needs."""
    scorecard = f"{reverse('scorecard')}?{context.query}"
    return {
        "pickers": pickers(context, request.GET),
        "breadcrumbs": [(_("Performance"), reverse("performance")), (_("Scorecard"), scorecard)],
        "past": context.past(request.GET),
        "live_url": context.live_url(),
    }
