"""A department makes the strategy's objectives its own, or sets its own that support them."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.errors import Conflict, Refused
from core.pages import confirm_page, form_page
from core.web import authorise
from org.models import User
from strategy.actions.cascade import adopt_objective, contribute, support_objective, withdraw_contribution
from strategy.cascade.reach import head_of
from strategy.enums import SupportKind
from strategy.forms.cascade import ContributionForm, SupportForm
from strategy.models import Contribution, Objective, Plan
from strategy.queries import PlacedObjective, PlanStructure, plan_structure, visible_objectives
from strategy.views.cascade.reading import WRITE, objectives_above, part_written, way_to_part
from strategy.views.editing import objective_url, plan_url, posted
from strategy.views.fixed import check_page


@dataclass(frozen=True)
class Offered:
    """An objective of the strategy that a department may make its own, and what it does for it already."""

    placed: PlacedObjective
    contributions: tuple[Contribution, ...]

    @property
    def is_adopted(self) -> bool:
        """Whether it is adopted already."""
        return any(each.kind == SupportKind.ADOPTS for each in self.contributions)


@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: HttpRequest, code: str) -> HttpResponseBase:
    """The strategy's objectives to choose from; a POST with one (`above`) adopts it as it is."""
    by, plan = part_written(request, code)
    status = 200
    if request.method == "POST":
        status = _adopted(request, by, plan)
        if status == 302:
            return redirect(request.path)
    structure = plan_structure(plan.part_of)  # type: ignore[arg-type]  # a constraint says so
    context = {
        "plan": plan.part_of,
        "part": plan,
        "bands": _offered(structure, plan),
        "breadcrumbs": way_to_part(plan),
    }
    return render(request, "strategy/cascade/adopt.html", context, status=status)


def _adopted(request: HttpRequest, by: User, plan: Plan) -> int:
    """Adopt what was posted, and say what became of it; the status of the answer."""
    wanted = request.POST.get("above", "")
    known = objectives_above(by, plan)
    above = known.filter(pk=int(wanted)).first() if wanted.isascii() and wanted.isdigit() else None
    if above is None:
        messages.error(request, _("Choose an objective that is there."))
        return 400
    try:
        objective = adopt_objective(by=by, plan=plan, above=above)
    except (Refused, Conflict) as error:
        messages.error(request, str(error))
        return 409 if isinstance(error, Conflict) else 400
    linked = objective.kpi_links.current().count()
    messages.success(
        request,
        _("“%(name)s” is adopted, with %(count)d of its KPIs.") % {"name": objective.name, "count": linked},
    )
    return 302


def _offered(structure: PlanStructure, plan: Plan) -> list[tuple[Any, list[Offered]]]:
    """The objectives by perspective with what the plan contributes to each."""
    rows = list(Contribution.objects.filter(objective__plan=plan).select_related("objective"))
    bands = []
    for perspective in (*structure.perspectives, None):
        found = [
            Offered(placed, tuple(row for row in rows if row.above_id == placed.objective.pk))
            for placed in structure.in_perspective(perspective)
            if placed.objective.archived_on is None
        ]
        if found:
            bands.append((perspective, found))
    return bands


def support(request: HttpRequest, code: str) -> HttpResponseBase:
    """A new objective of the department; `?above=` proposes which one it supports."""
    by, plan = part_written(request, code)
    head = head_of(plan.department)
    initial = {"above": request.GET.get("above"), "owner": head.pk if head else None}

    def act(data: dict[str, Any]) -> str:
        return objective_url(support_objective(by=by, plan=plan, **data))

    return form_page(
        request,
        SupportForm(posted(request), plan=plan, above=objectives_above(by, plan), initial=initial),
        act,
        title=_("New objective of the department"),
        lead=_("What the department itself wants to reach, so that the strategy is reached."),
        button=_("Add"),
        back_url=plan_url(plan),
        breadcrumbs=way_to_part(plan),
    )


def add_contribution(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Something else that an objective of a department supports."""
    found = visible_objectives(request.user).select_related("plan__part_of", "plan__department")
    objective: Objective = get_object_or_404(found.filter(plan__part_of__isnull=False), pk=pk)
    authorise(request.user, WRITE, objective.plan)
    by: Any = request.user
    check_page(by, objective.plan)

    def act(data: dict[str, Any]) -> str:
        contribute(by=by, objective=objective, **data)
        return objective_url(objective)

    return form_page(
        request,
        ContributionForm(
            posted(request),
            above=objectives_above(by, objective.plan),
            initial={"kind": SupportKind.SUPPORTS},
        ),
        act,
        title=_("What “%(name)s” supports") % {"name": objective.name},
        button=_("Save"),
        back_url=objective_url(objective),
        breadcrumbs=[*way_to_part(objective.plan), (objective.name, objective_url(objective))],
    )


def remove_contribution(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then says no longer that an objective supports the one above."""
    known = Contribution.objects.filter(objective__in=visible_objectives(request.user))
    row = get_object_or_404(known.select_related("objective__plan__department", "above"), pk=pk)
    authorise(request.user, WRITE, row.objective.plan)
    by: Any = request.user
    check_page(by, row.objective.plan)

    def act() -> str:
        withdraw_contribution(by=by, contribution=row)
        return objective_url(row.objective)

    return confirm_page(
        request,
        act,
        title=_("Does it support “%(name)s” no longer?") % {"name": row.above.name},
        text=_("Both objectives stay as they are; only what connects them goes."),
        button=_("Withdraw"),
        back_url=objective_url(row.objective),
    )
