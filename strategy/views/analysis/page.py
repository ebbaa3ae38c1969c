"""The analysis page of a plan: an overview, and each part of it at length."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from core.ui.pickers import Option
from core.web import authorise
from strategy.analysis.overview import Overview, by_weight, read_overview
from strategy.analysis.performance import performance_so_far
from strategy.enums import Lens, PlanState
from strategy.models import Capability, Plan
from strategy.queries import visible_plans
from strategy.views.analysis.finding import EDIT
from strategy.views.editing import plan_url

OVERVIEW, EVERYTHING = "", "all"
PARTS: dict[str, Promise] = {
    "state": gettext_lazy("Where we stand"),
    "swot": gettext_lazy("SWOT"),
    "surroundings": gettext_lazy("Surroundings"),
    "competitors": gettext_lazy("Competitors"),
    "scenarios": gettext_lazy("Scenarios"),
    "assumptions": gettext_lazy("Assumptions"),
}
STRONGEST = 3


@require_safe
def analysis(request: HttpRequest, code: str) -> HttpResponseBase:
    """What was found, in short; `?show=` a part of it, or all of it for paper."""
    plan: Plan = get_object_or_404(visible_plans(request.user), code=code)
    authorise(request.user, "strategy.view_analysis", plan)
    show = request.GET.get("show", OVERVIEW)
    show = show if show in (*PARTS, EVERYTHING) else OVERVIEW
    shown = read_overview(plan, timezone.localdate())
    may_edit = plan.state != PlanState.ARCHIVED and request.user.has_perm(EDIT, plan)
    context = {
        "plan": plan,
        "shown": shown,
        "show": show,
        "parts": [*PARTS] if show == EVERYTHING else [show] if show else [],
        "segments": _segments(show),
        "may_edit": may_edit,
        "breadcrumbs": [(_("Strategy"), reverse("plans")), (plan.name, plan_url(plan))],
        **board_context(shown, may_edit),
        **_part_context(request, shown, show),
    }
    return render(request, "strategy/analysis/analysis.html", context)


def board_context(shown: Overview, may_edit: bool) -> dict[str, Any]:
    """What the SWOT board's template needs."""
    return {"board": shown.board, "may_arrange": may_edit}


def _segments(show: str) -> list[Option]:
    options = [Option(_("Overview"), "?", show == OVERVIEW)]
    return options + [Option(str(name), f"?show={code}", show == code) for code, name in PARTS.items()]


def _part_context(request: HttpRequest, shown: Overview, show: str) -> dict[str, Any]:
    """What the parts need that is not of the overview itself."""
    context: dict[str, Any] = {}
    if show in (OVERVIEW, "state", EVERYTHING):
        context["performance"] = performance_so_far(request.user, timezone.localdate())
    if show in ("surroundings", EVERYTHING):
        lenses = [Lens.PESTEL, Lens.FORCES, Lens.TRENDS]
        context["lenses"] = [(lens.value, lens.label, shown.lens(lens)) for lens in lenses]
    if show == OVERVIEW:
        context["strongest"] = [(each, by_weight(each.items)[:STRONGEST]) for each in shown.board]
        context["gaps"] = _largest_gaps(shown)
    return context


def _largest_gaps(shown: Overview) -> list[Capability]:
    short = [each for each in shown.capabilities if (each.gap or 0) > 0]
    return sorted(short, key=lambda each: -(each.gap or 0))[:STRONGEST]
