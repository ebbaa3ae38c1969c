"""The action plan of a plan: as a page, as files, printed."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import slots
from core.exports import csv_response, xlsx_response
from core.pages import respond
from core.ui.pickers import Option, query_url
from core.web import authorise
from org.models import Department
from org.queries import department_tree
from strategy.goals.action_plan import (
    GoalRow,
    ObjectiveRow,
    StepRow,
    Wanted,
    people_of,
    read_action_plan,
)
from strategy.models import Plan
from strategy.queries import visible_plans
from strategy.views.editing import way_to

ROWS = "action_plan.rows"
HEADER = (
    "objective",
    "objective_name",
    "kind",
    "what",
    "who",
    "department",
    "due_on",
    "state",
    "late",
    "smart_met",
    "kpi",
    "baseline",
    "target",
    "value",
    "pace",
)


@require_safe
def action_plan(request: HttpRequest, code: str) -> HttpResponse:
    """Every objective's goals and steps: `?show=` (late, mine), `department`, `person`, `objective`.

    `?format=csv` and `?format=xlsx` give the list as a file.
    """
    plan: Plan = get_object_or_404(visible_plans(request.user), code=code)
    authorise(request.user, "strategy.view_plan", plan)
    today = timezone.localdate()
    wanted = _wanted(request)
    rows = read_action_plan(plan, request.user, wanted, today)
    kind = request.GET.get("format")
    if kind in ("csv", "xlsx"):
        answer = csv_response if kind == "csv" else xlsx_response
        return answer(f"action-plan-{plan.code.replace('/', '-')}.{kind}", HEADER, _export(rows))
    return respond(
        request,
        "strategy/goals/action_plan.html",
        "results",
        _context(request, plan, wanted, rows, today),
    )


def _wanted(request: HttpRequest) -> Wanted:
    """What the address asks for; names that do not exist find nothing."""
    code, show = request.GET.get("department", ""), request.GET.get("show", "")
    department = get_object_or_404(Department, code=code) if code else None
    person = request.user.pk if show == "mine" else _number(request.GET.get("person", ""))
    return Wanted(department, person, _number(request.GET.get("objective", "")), show == "late")


def _number(text: str) -> int | None:
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def _context(
    request: HttpRequest, plan: Plan, wanted: Wanted, rows: Sequence[ObjectiveRow], today: dt.date
) -> dict[str, Any]:
    everything = rows if wanted.is_everything else read_action_plan(plan, request.user, Wanted(), today)
    more = slots.render(ROWS, request, [row.objective for row in rows])
    goals = [goal for row in rows for goal in row.goals]
    return {
        "plan": plan,
        "rows": [(row, more[row.objective.pk]) for row in rows],
        "has_goals": any(row.goals for row in everything),
        "counts": (len(goals), sum(len(goal.steps) for goal in goals), sum(map(_late, goals))),
        "segments": _segments(request, everything),
        "departments": department_tree(),
        "people": people_of(everything),
        "objectives": [row.objective for row in everything],
        "chosen": {name: request.GET.get(name, "") for name in ("department", "person", "objective")},
        "csv_url": query_url(request.GET, format="csv"),
        "xlsx_url": query_url(request.GET, format="xlsx"),
        "breadcrumbs": list(way_to(plan)),
        "today": today,
    }


def _late(goal: GoalRow) -> int:
    return goal.late + sum(step.late for step in goal.steps)


def _segments(request: HttpRequest, rows: Sequence[ObjectiveRow]) -> list[Option]:
    """Everything, what is late, what is the reader's own."""
    late = sum(_late(goal) for row in rows for goal in row.goals)
    now = request.GET.get("show", "")
    choices = [("", _("All"), ""), ("late", _("Late"), str(late)), ("mine", _("Mine"), "")]
    return [
        Option(label, query_url(request.GET, show=key or None), key == now, 0, hint)
        for key, label, hint in choices
    ]


def _export(rows: Sequence[ObjectiveRow]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        for goal in row.goals:
            yield _goal_cells(row, goal)
            yield from (_step_cells(row, step) for step in goal.steps)


def _goal_cells(row: ObjectiveRow, of: GoalRow) -> tuple[Any, ...]:
    goal, progress = of.reading.goal, of.reading.progress
    return (
        row.objective.code,
        row.objective.name,
        "goal",
        goal.statement,
        str(goal.owner or ""),
        str(goal.department or row.objective.lead or ""),
        goal.due_on,
        goal.state,
        "late" if of.late else "",
        of.reading.smart.met,
        goal.kpi.code if goal.kpi else "",
        goal.baseline,
        goal.target,
        progress.point.value if progress else None,
        str(progress.pace) if progress else "",
    )


def _step_cells(row: ObjectiveRow, of: StepRow) -> tuple[Any, ...]:
    step = of.step
    return (
        row.objective.code,
        row.objective.name,
        "step",
        step.name,
        str(step.who or ""),
        str(row.objective.lead or ""),
        step.due_on,
        step.state,
        "late" if of.late else "",
        *([None] * 6),
    )
