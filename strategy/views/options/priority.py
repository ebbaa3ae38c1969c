"""One priority: what it answers and serves, what it came from, and what comes of it."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import form_page
from core.web import authorise
from strategy.actions.options import link_priority
from strategy.collecting import board_items
from strategy.forms.options import PriorityLinksForm
from strategy.models import Priority
from strategy.options import home_of
from strategy.queries import plan_structure, visible_plans
from strategy.views.editing import may_edit, part_to_edit, posted, way_to


@require_safe
def priority(request: HttpRequest, pk: int) -> HttpResponseBase:
    """For everybody who reads the plan; the analysis behind it for who reads that."""
    found = Priority.objects.filter(plan__in=visible_plans(request.user)).select_related("plan__revises")
    shown: Priority = get_object_or_404(found, pk=pk)
    plan = shown.plan
    authorise(request.user, "strategy.view_plan", plan)
    context = {
        "priority": shown,
        "plan": plan,
        "serves": shown.serves.all(),
        "objectives": plan_structure(plan).of_priority(shown),
        "may_edit": may_edit(request.user, plan),
        "breadcrumbs": list(way_to(plan)),
    }
    if request.user.has_perm("strategy.view_analysis", plan):
        context |= _behind(shown)
    return render(request, "strategy/options/priority.html", context)


def _behind(shown: Priority) -> dict[str, Any]:
    """The items it answers, the options it came from, what each scenario would mean for it."""
    return {
        "reads_analysis": True,
        "answers": [each.item for each in shown.answers.select_related("item").order_by("item__quadrant")],
        "options": shown.options.all(),
        "effects": shown.scenario_effects.select_related("scenario").order_by("scenario__position"),
        "assumptions": shown.assumptions.all(),
    }


def links(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Which parts of vision and mission it serves, and which items it answers."""
    by, linked = part_to_edit(request, Priority.objects.all(), pk)
    answered = [each.item_id for each in linked.answers.all()]
    home = home_of(linked.plan)
    items = (board_items(home) | home.analysis_items.filter(pk__in=answered)).distinct()
    initial = {"serves": [*linked.serves.all()], "answers": answered}
    back = reverse("priority", args=[pk])

    def act(data: dict[str, Any]) -> str:
        link_priority(by=by, priority=linked, **data)
        return back

    return form_page(
        request,
        PriorityLinksForm(
            posted(request), plan=linked.plan, items=items.order_by("quadrant", "position"), initial=initial
        ),
        act,
        title=_("What “%(name)s” serves and answers") % {"name": linked.name},
        button=_("Save"),
        back_url=back,
        breadcrumbs=[*way_to(linked.plan), (linked.name, back)],
    )
