"""My part in the strategy: one page for everybody, one for each department."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.ui.pickers import Option, Picker
from core.web import authorise
from kpis.engine.frequency import Period
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import period_text
from org.models import Department
from org.queries import department_tree
from strategy.cascade.mine import department_part, office, person_part
from strategy.default_period import default_period
from strategy.models import Plan
from strategy.queries import current_plan


@require_safe
def my_part(request: HttpRequest) -> HttpResponse:
    """What is the reader's own, with the department's part below where they belong to one."""
    authorise(request.user, "strategy.view_plan")
    person: Any = request.user
    plan = current_plan(person)
    mine = person_part(person)
    context: dict[str, Any] = {
        "plan": plan,
        "mine": mine,
        "office": office(),
        "title": _("My part in the strategy"),
    }
    if plan is not None and mine.departments:
        context |= _part(request, plan, mine.departments[0])
    context["pickers"] = [_picker(None)]
    return render(request, "strategy/cascade/my_part.html", context)


@require_safe
def of_department(request: HttpRequest, code: str) -> HttpResponse:
    """What a department owns, supports, measures and does."""
    authorise(request.user, "strategy.view_plan")
    department = get_object_or_404(Department, code=code)
    plan = current_plan(request.user)
    context: dict[str, Any] = {
        "plan": plan,
        "office": office(),
        "title": _("%(department)s in the strategy") % {"department": department.name},
        "department": department,
        "breadcrumbs": [
            (_("Departments"), reverse("departments")),
            (department.name, reverse("department", args=[code])),
        ],
    }
    if plan is not None:
        context |= _part(request, plan, department)
    context["pickers"] = [_picker(department)]
    return render(request, "strategy/cascade/my_part.html", context)


def _part(request: HttpRequest, plan: Plan, department: Department) -> dict[str, Any]:
    """The department's part in the plan's usual period."""
    calendar, today = fiscal_calendar(), timezone.localdate()
    period: Period = default_period(plan, calendar, today)
    part = department_part(plan, department, request.user, period, today)
    return {
        "part": part,
        "period": period_text(period, calendar),
        "query": f"department={department.code}&period={calendar.format(period)}",
    }


def _picker(department: Department | None) -> Picker:
    """Every department's part, to change over to."""
    options = tuple(
        Option(
            node.label,
            reverse("department_part", args=[node.code]),
            department is not None and node.id == department.pk,
            node.depth,
        )
        for node in department_tree()
    )
    mine = Option(_("My own"), reverse("my_part"), department is None)
    shown = mine.text if department is None else department.label
    return Picker(_("Whose part"), shown, (mine, *options))
