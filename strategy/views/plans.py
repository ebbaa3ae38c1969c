"""Plans, what each is made of, and one objective."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import slots
from core.web import authorise
from kpis.views.context import wanted_as_of
from kpis.wording import period_text, periods_word
from org.models import Department
from strategy.enums import PlanKind
from strategy.goals.assessing import assessments_of
from strategy.linter import Severity, findings
from strategy.mapping.claims import claimed
from strategy.models import Objective, Plan, Stakeholder
from strategy.permissions import states_to_take
from strategy.presenters import rows_of_objective
from strategy.queries import (
    objective_placed,
    plan_structure,
    plans_with_counts,
    visible_objectives,
    visible_plans,
)
from strategy.scoring import read_scorecard
from strategy.views.context import pickers, read_context
from strategy.views.editing import may_edit, may_edit_agreed, may_edit_objective, may_keep_up
from strategy.views.why import asked_beside


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
    if shown.kind != PlanKind.ORGANISATION:
        return redirect("department_plan", shown.code)
    structure = plan_structure(shown)
    weight = structure.weights.get
    groups = [(each, weight(each.pk, 1.0), structure.in_perspective(each)) for each in structure.perspectives]
    unplaced = structure.in_perspective(None)
    context = {
        "plan": shown,
        "structure": structure,
        "groups": [*groups, *([(None, 1.0, unplaced)] if unplaced else [])],
        "serving": [(each, structure.of_priority(each)) for each in structure.priorities],
        "values_held": shown.standing_values,
        "may_edit": may_edit(request.user, shown),
        "to_mend": _to_mend(request, shown),
        "may_move": bool(states_to_take(request.user, shown)),
        "breadcrumbs": [(_("Strategy"), reverse("plans"))],
        "banners": slots.render("plan.banner", request, [shown])[shown.pk],
        "parts": slots.render("plan.detail", request, [shown])[shown.pk],
    }
    return render(request, "strategy/plan.html", context)


def _to_mend(request: HttpRequest, plan: Plan) -> int:
    """How many things in how it is measured mislead, for who may mend them."""
    if not may_keep_up(request.user, plan):
        return 0
    found = findings(plan, timezone.localdate())
    return sum(each.severity == Severity.WRONG for each in found)


@require_safe
def objective(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One objective: its claim, where it stands, what measures it, what it helps and what helps it."""
    shown = get_object_or_404(visible_objectives(request.user).select_related("plan", "owner", "lead"), pk=pk)
    authorise(request.user, "strategy.view_plan", shown.plan)
    plan_url = reverse("plan", args=[shown.plan.code])
    then = wanted_as_of(request)
    context = {
        "objective": shown,
        "placed": objective_placed(shown),
        "may_edit": may_edit_objective(request.user, shown),
        "may_edit_agreed": may_edit_agreed(request.user, shown),
        "may_place": may_edit(request.user, shown.plan),
        "causes": claimed(shown.causes.all(), then).select_related("cause").order_by("cause__position"),
        "effects": claimed(shown.effects.all(), then).select_related("effect").order_by("effect__position"),
        "stakeholders": _stakeholders(shown),
        "breadcrumbs": [(_("Strategy"), reverse("plans")), (shown.plan.name, plan_url)],
        "banners": slots.render("objective.banner", request, [shown])[shown.pk],
        "parts": slots.render("objective.detail", request, [shown])[shown.pk],
        **_scores(request, shown),
    }
    return render(request, "strategy/objective.html", context)


def _stakeholders(shown: Objective) -> QuerySet[Stakeholder]:
    """Who has a stake in it; of a copy in a branch they are kept up with the plan's own objective."""
    home = shown.origin_id or 0 if shown.plan.revises_id else shown.pk
    return Stakeholder.objects.filter(objective_id=home)


def _scores(request: HttpRequest, shown: Objective) -> dict[str, Any]:
    """The objective's lines of the scorecard at the department and period of the URL."""
    context = read_context(request, shown.plan)
    if context is None:
        return {"rows": []}
    department = Department.objects.get(pk=context.department.id)
    card = read_scorecard(context.plan, department, context.period, context.as_of, context.known_at)
    return {
        **asked_beside(request, context),
        "context": context,
        "rows": rows_of_objective(card, shown.pk, assessments_of(card, context.known_at)),
        "pickers": pickers(context, request.GET)[1:],
        "period": period_text(context.period, context.calendar),
        "periods_word": periods_word(context.period.frequency),
        "past": context.past(request.GET),
        "live_url": context.live_url(),
        "live_stamp": card.computation.stamp,
    }
