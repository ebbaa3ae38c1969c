"""The departmental and functional plans of a strategy: all of them, a new one, one as a document."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import slots
from core.pages import confirm_page, form_page
from core.web import authorise
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import period_text
from org.models import Department
from strategy.actions.cascade import begin_part, remove_part
from strategy.cascade.document import PartDocument, read_document
from strategy.cascade.kept import read_kept, standing_versions
from strategy.cascade.parts import department_rows
from strategy.cascade.stages import steps_to_take
from strategy.default_period import default_period
from strategy.enums import PlanKind
from strategy.enums.cascade import Stage
from strategy.forms.cascade import BeginPartForm
from strategy.models import Plan, PlanVersion
from strategy.views.cascade.reading import (
    WRITE,
    part_shown,
    part_written,
    strategy_shown,
    way_to_list,
)
from strategy.views.editing import plan_url, posted

BEGIN = "strategy.begin_part"


@require_safe
def department_plans(request: HttpRequest, code: str) -> HttpResponse:
    """Every department with its plan, or without one; then the functional plans."""
    strategy = strategy_shown(request, code)
    rows = department_rows(strategy, request.user)
    functional = [each for row in rows for each in row.parts if each.plan.kind == PlanKind.FUNCTION]
    departmental = [
        (row.node, next((each for each in row.parts if each.plan.kind == PlanKind.DEPARTMENT), None))
        for row in rows
    ]
    context = {
        "plan": strategy,
        "rows": departmental,
        "written": sum(part is not None for _node, part in departmental),
        "functional": functional,
        "may_begin": request.user.has_perm(BEGIN),
        "breadcrumbs": way_to_list(strategy)[:1],
    }
    return render(request, "strategy/cascade/department_plans.html", context)


def begin(request: HttpRequest, code: str) -> HttpResponseBase:
    """A new departmental or functional plan; `?department=` and `?function=` propose whose."""
    strategy = strategy_shown(request, code)
    authorise(request.user, BEGIN)
    by: Any = request.user
    initial = {name: request.GET.get(name, "") for name in ("department", "function")}

    def act(data: dict[str, Any]) -> str:
        authorise(by, BEGIN, data["department"])
        return plan_url(begin_part(by=by, part_of=strategy, **data))

    return form_page(
        request,
        BeginPartForm(posted(request), initial=initial),
        act,
        title=_("New departmental or functional plan"),
        lead=_("It begins as a draft with the perspectives of “%(plan)s”.") % {"plan": strategy.name},
        button=_("Begin the plan"),
        back_url=reverse("department_plans", args=[strategy.code]),
        breadcrumbs=way_to_list(strategy),
    )


@require_safe
def department_plan(request: HttpRequest, code: str) -> HttpResponse:
    """The plan as a document, with the steps that the reader may take.

    Who does not see the draft of the next version reads the one that stands until then.
    """
    standing = standing_versions(request.user).filter(plan__code=code)
    version = standing.select_related("plan__department", "plan__part_of").first()
    if version is not None:
        return _kept(request, version)
    plan = part_shown(request, code)
    document = _document(plan)
    writes = request.user.has_perm(WRITE, plan)
    context = {
        "plan": plan.part_of,
        "part": plan,
        "document": document,
        "period": period_text(document.card.period, document.card.calendar),
        "may_write": document.stage == Stage.DRAFT and writes,
        "may_keep_up": document.stage != Stage.ARCHIVED and writes,
        "may_remove": writes and document.stage == Stage.DRAFT and not document.agreements,
        "steps": steps_to_take(request.user, plan),
        "initiatives": slots.render("department_plan.initiatives", request, [plan])[plan.pk],
        "breadcrumbs": way_to_list(plan.part_of),
    }
    return render(request, "strategy/cascade/department_plan.html", context)


def _kept(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """The version that was approved last, as text."""
    strategy = version.plan.part_of
    authorise(request.user, "strategy.view_plan", strategy)
    context = {
        "plan": strategy,
        "part": version.plan,
        "version": version,
        "kept": read_kept(version.snapshot),
        "breadcrumbs": way_to_list(strategy),
    }
    return render(request, "strategy/cascade/kept_plan.html", context)


def _document(plan: Plan) -> PartDocument:
    """As of today, at the plan's department in its usual period."""
    today = timezone.localdate()
    department: Department = plan.department  # type: ignore[assignment]  # a constraint says so
    return read_document(plan, department, default_period(plan, fiscal_calendar(), today), today)


def remove(request: HttpRequest, code: str) -> HttpResponseBase:
    """Asks, then takes away a plan that was never proposed."""
    by, plan = part_written(request, code)
    strategy: Any = plan.part_of

    def act() -> str:
        remove_part(by=by, plan=plan)
        return reverse("department_plans", args=[strategy.code])

    return confirm_page(
        request,
        act,
        title=_("Remove “%(name)s”?") % {"name": plan.name},
        text=_("Its objectives, activities and passages go with it; the history keeps them."),
        button=_("Remove"),
        back_url=plan_url(plan),
    )
