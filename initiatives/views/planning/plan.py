"""The page of an action plan: where it stands, its Gantt chart, and the grid in which it is written."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from core.exports import csv_response, xlsx_response
from core.pages import respond
from core.ui.pickers import Option, query_url
from initiatives.forms.planning import NewTaskForm, TaskRowForm
from initiatives.models import Initiative, Task
from initiatives.planning.arranging import WAYS, step
from initiatives.planning.drawing import draw
from initiatives.planning.export import HEADER, lines_of
from initiatives.planning.gantt import ZOOMS
from initiatives.planning.notices import unseen_notices
from initiatives.planning.plan import ActionPlan, PlanRow, read_plan
from initiatives.planning.plan_chart import plan_chart
from initiatives.views.planning.seen import is_open, plan_seen, plan_url
from initiatives.views.seen import RUN, way_to
from kpis.queries import calendar
from strategy.views.editing import words_of

ROW_FIELDS = ("name", "starts_on", "ends_on", "weight", "progress")
ROW_FORM, NEW_FORM = "task-row", "task-new"
TEMPLATE = "initiatives/planning/plan.html"


@require_safe
def initiative_plan(request: HttpRequest, code: str) -> HttpResponse:
    """The plan; `?edit=` (a task's number) opens its row, `?zoom=` months, quarters or years of the chart.

    `?format=csv` and `?format=xlsx` give it as a file.
    """
    _user, initiative = plan_seen(request, code)
    kind = request.GET.get("format")
    if kind in ("csv", "xlsx"):
        answer = csv_response if kind == "csv" else xlsx_response
        plan = read_plan(initiative, request.user, timezone.localdate())
        return answer(f"action-plan.{kind}", HEADER, lines_of(plan))
    asked = request.GET.get("edit", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 18 else 0
    return shown_plan(request, initiative, edited=number)


def shown_plan(
    request: HttpRequest,
    initiative: Initiative,
    *,
    edited: int = 0,
    row_form: TaskRowForm | None = None,
    new_form: NewTaskForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, with the row of a task open (`row_form`: as it was sent) or the new line as it was sent."""
    today = timezone.localdate()
    plan = read_plan(initiative, request.user, today)
    may_run = is_open(initiative) and bool(request.user.has_perm(RUN, initiative))
    context = {
        "initiative": initiative,
        "plan": plan,
        "rows": _rows(request.user, plan, may_run, is_open(initiative)),
        "may_run": may_run,
        "edited": edited if may_run else 0,
        "breadcrumbs": way_to(initiative),
        "notices": unseen_notices(initiative, request.user),
        "baselines": list(initiative.baselines.select_related("set_by")),
        **_chart(request, plan, today),
        **_forms(initiative, plan, edited if may_run else 0, row_form, new_form),
    }
    response = respond(request, TEMPLATE, "plan", context)
    # htmx puts in what is answered only where that is no error.
    response.status_code = 200 if request.headers.get("HX-Request") else status
    return response


def _rows(user: Any, plan: ActionPlan, may_run: bool, can_change: bool) -> list[dict[str, Any]]:
    """Each row with what this user may do with it and the steps it can take."""
    tasks = [row.task for row in plan.rows]
    return [
        {
            "row": row,
            "may_do": can_change and not row.is_phase and (may_run or row.task.owner_id == user.pk),
            "ways": [way for way in WAYS if step(row.task, tasks, way)] if may_run else [],
        }
        for row in plan.rows
    ]


def _chart(request: HttpRequest, plan: ActionPlan, today: Any) -> dict[str, Any]:
    zoom = request.GET.get("zoom", "")
    chart = plan_chart(plan, today, zoom, calendar())
    names = {"": _("Fits"), "months": _("Months"), "quarters": _("Quarters"), "years": _("Years")}
    now = zoom if zoom in ZOOMS else ""
    here = plan_url(plan.initiative)
    segments = [
        Option(name, here + query_url(request.GET, zoom=key or None, edit=None), key == now)
        for key, name in names.items()
    ]
    return {"picture": draw(chart, _label(plan)) if chart else "", "zooms": segments}


def _label(plan: ActionPlan) -> str:
    count = ngettext("%(count)d task", "%(count)d tasks", len(plan.leaves)) % {"count": len(plan.leaves)}
    words = _("Gantt chart of %(name)s: %(count)s, %(late)d late. The table below says the same.")
    return words % {"name": plan.initiative.name, "count": count, "late": len(plan.late)}


def _forms(
    initiative: Initiative,
    plan: ActionPlan,
    edited: int,
    row_form: TaskRowForm | None,
    new_form: NewTaskForm | None,
) -> dict[str, Any]:
    found = next((row for row in plan.rows if row.task.pk == edited), None)
    if found is not None and row_form is None:
        row_form = row_form_of(found)
    new_form = new_form or NewTaskForm(None, initiative=initiative, prefix="new")
    return {
        "row_form": row_form.in_row(ROW_FORM) if row_form else None,
        "new_form": new_form.in_row(NEW_FORM),
    }


def row_form_of(row: PlanRow) -> TaskRowForm:
    """The form of a row as it stands."""
    return TaskRowForm(None, task=row.task, initial=row_initial(row.task))


def row_initial(task: Task) -> dict[str, Any]:
    """What the form of a row begins with."""
    return {**words_of(task, *ROW_FIELDS), "owner": task.owner_id}
