"""Plans, what each is made of, and one objective."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import slots
from core.web import authorise
from strategy.models import Plan
from strategy.queries import (
    PlacedObjective,
    objective_placed,
    plan_structure,
    plans_with_counts,
    visible_objectives,
    visible_plans,
)


@require_safe
def plans(request: HttpRequest) -> HttpResponseBase:
    """Every plan the reader may know of, the latest first."""
    authorise(request.user, "strategy.view_plan")
    return render(request, "strategy/plans.html", {"plans": plans_with_counts(request.user)})


@require_safe
def plan(request: HttpRequest, code: str) -> HttpResponseBase:
    """What a plan says: vision, mission, values, priorities and its objectives by perspective."""
    shown: Plan = get_object_or_404(visible_plans(request.user), code=code)
    authorise(request.user, "strategy.view_plan", shown)
    structure = plan_structure(shown)
    groups = [(each, structure.in_perspective(each)) for each in structure.perspectives]
    unplaced = structure.in_perspective(None)
    context = {
        "plan": shown,
        "structure": structure,
        "groups": [*groups, *([(None, unplaced)] if unplaced else [])],
        "serving": [(each, structure.of_priority(each)) for each in structure.priorities],
        "values_held": shown.values_held.all(),
        "breadcrumbs": [(_("Strategy"), reverse("plans"))],
        "parts": slots.render("plan.detail", request, [shown])[shown.pk],
    }
    return render(request, "strategy/plan.html", context)


@require_safe
def objective(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One objective: its claim, where it stands, what measures it, what it helps and what helps it."""
    shown = get_object_or_404(visible_objectives(request.user).select_related("plan", "owner", "lead"), pk=pk)
    authorise(request.user, "strategy.view_plan", shown.plan)
    placed: PlacedObjective = objective_placed(shown)
    plan_url = reverse("plan", args=[shown.plan.code])
    context = {
        "objective": shown,
        "placed": placed,
        "causes": shown.causes.select_related("cause").order_by("cause__position"),
        "effects": shown.effects.select_related("effect").order_by("effect__position"),
        "stakeholders": shown.stakeholders.all(),
        "breadcrumbs": [(_("Strategy"), reverse("plans")), (shown.plan.name, plan_url)],
        "parts": slots.render("objective.detail", request, [shown])[shown.pk],
    }
    return render(request, "strategy/objective.html", context)
