"""One goal: what each letter of SMART finds, how it does against its pace, its steps."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.errors import Conflict
from core.web import authorise
from strategy.actions.goals import (
    AGREED,
    KEPT_UP,
    add_goal,
    change_goal,
    set_goal_state,
    tick_step,
)
from strategy.enums import ActivityState, GoalState
from strategy.forms.goals import GoalForm, GoalStateForm
from strategy.goals.queries import visible_goals
from strategy.goals.reading import read_goal
from strategy.models import Goal
from strategy.queries import visible_objectives
from strategy.validators import why_fixed
from strategy.views.editing import (
    edit_page,
    lead_of_kept_up,
    may_edit_agreed,
    objective_to_edit,
    posted,
    way_to,
    words_of,
)
from strategy.views.goals.seen import (
    TEND,
    TICK,
    goal_form,
    goal_seen,
    goal_url,
    may_tend,
    step_seen,
)

SAID = ("statement", "baseline", "baseline_on", "target", "due_on", "resources", "budget", "relevance")
FORM = "strategy/goals/edit.html"


@require_safe
def goal(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The goal's page."""
    _user, shown = goal_seen(request, pk)
    context = {
        "goal": shown,
        "reading": read_goal(shown),
        "steps": _steps(request.user, shown),
        "may_restore": bool(shown.archived_on) and may_edit_agreed(request.user, shown.objective),
        "may_tend": may_tend(request.user, shown),
        "breadcrumbs": list(way_to(shown.objective)),
    }
    return render(request, "strategy/goals/goal.html", context)


def _steps(user: Any, goal: Goal) -> list[dict[str, Any]]:
    """Each step with whether it is late and whether this user may tick it off."""
    today = timezone.localdate()
    steps = list(goal.steps.select_related("who"))
    for step in steps:
        step.goal = goal
    return [
        {
            "step": step,
            "done": step.state == ActivityState.DONE,
            "late": goal.state == GoalState.OPEN
            and step.state in (ActivityState.PLANNED, ActivityState.UNDER_WAY)
            and step.due_on is not None
            and step.due_on < today,
            "may_tick": user.has_perm(TICK, step),
        }
        for step in steps
    ]


def new_goal(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One more goal of an objective; the check speaks while it is written."""
    by, objective = objective_to_edit(request, pk)
    return edit_page(
        request,
        GoalForm(posted(request), objective=objective, initial={"owner": objective.owner_id}),
        lambda data: add_goal(by=by, objective=objective, **data),
        of=objective,
        title=_("New goal"),
        lead=why_fixed(objective.plan) or _("One outcome of “%(name)s”.") % {"name": objective.name},
        button=_("Add"),
        template=FORM,
        objective=objective,
    )


def change(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What it says; of a plan in force only what is kept up."""
    by, shown = goal_seen(request, pk, TEND)
    department = shown.department.code if shown.department else ""
    initial = {**words_of(shown, *SAID), "kpi": shown.kpi_id, "department": department}
    initial["owner"] = shown.owner_id
    form = GoalForm(posted(request), objective=shown.objective, goal=shown, initial=initial)
    agreed_too = may_edit_agreed(by, shown.objective)
    if not agreed_too:
        form.fix(AGREED)
    return goal_form(
        request,
        shown,
        form,
        lambda data: change_goal(by=by, goal=shown, **data),
        title=_("Change the goal"),
        button=_("Save"),
        template=FORM,
        lead=lead_of_kept_up(shown.objective.plan),
        objective=shown.objective,
        changed=shown,
        remove_url=reverse("remove_element", args=["goal", pk]) if agreed_too else "",
        history=shown,
        history_kind=shown._meta.label_lower,
    )


@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What the SMART check finds in the form as it is typed: a part of its page; nothing is stored.

    `?goal=`: the goal that is changed; what the form holds fast is not sent, and stays as it is.
    """
    objective = get_object_or_404(visible_objectives(request.user).select_related("plan", "lead"), pk=pk)
    authorise(request.user, "strategy.view_scorecard", objective)
    form = GoalForm(request.POST, objective=objective)
    form.is_valid()  # what cannot be read counts as not said yet
    said = {name: form.cleaned_data.get(name) for name in form.fields}
    fields = {**_kept(request, pk), **{name: said[name] for name in said if name in request.POST}}
    fields["statement"] = fields.get("statement") or ""
    reading = read_goal(Goal(objective=objective, **fields))
    return render(request, "strategy/goals/smart.html", {"smart": reading.smart, "reading": reading})


def _kept(request: HttpRequest, objective: int) -> dict[str, Any]:
    """What the goal says that is changed; nothing of a new one."""
    asked = request.GET.get("goal", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 18 else 0
    goal = visible_goals(request.user).filter(objective=objective, pk=number).first()
    return words_of(goal, *AGREED, *KEPT_UP) if goal is not None else {}


def state(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What became of it, or that it is open again; what the data say is proposed."""
    by, shown = goal_seen(request, pk, TEND)
    proposed = request.GET.get("state") or read_goal(shown).suggested or shown.state
    initial = {"state": proposed, "note": shown.closing_note}
    return goal_form(
        request,
        shown,
        GoalStateForm(posted(request), goal=shown, initial=initial),
        lambda data: set_goal_state(by=by, goal=shown, **data),
        title=_("What became of it?"),
        button=_("Save"),
        lead=shown.statement,
        history=shown,
        history_kind=shown._meta.label_lower,
    )


@require_POST
def tick(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A step is done, or (`done` empty) is not after all; back to the goal."""
    by, step = step_seen(request, pk, TICK)
    try:
        tick_step(by=by, step=step, done=bool(request.POST.get("done")))
    except Conflict as conflict:
        messages.error(request, str(conflict))
    return redirect(f"{goal_url(step.goal)}#step-{step.pk}")
