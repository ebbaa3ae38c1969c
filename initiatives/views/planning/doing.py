"""What is done in the grid by a button: how far a task is, where it stands, that a notice was read."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.errors import Refused
from initiatives.actions.planning import move_task, report_task, see_notice
from initiatives.forms.planning import ReportForm
from initiatives.models import PlanNotice, Task
from initiatives.planning.arranging import step
from initiatives.views.planning.seen import DO, plan_seen, plan_url, task_seen
from initiatives.views.seen import RUN


@require_POST
def report(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """How far a task is (`progress`, 100: done), by who does it or runs the initiative."""
    by, task = task_seen(request, code, pk, DO)
    form = ReportForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Progress is a whole number from 0 to 100."))
        return redirect(plan_url(task.initiative, pk))
    try:
        report_task(by=by, task=task, progress=form.cleaned_data["progress"])
    except Refused as refusal:
        messages.error(request, refusal.faults[0].message)
    return redirect(plan_url(task.initiative, pk))


@require_POST
def move(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """One step `way` (up, down, in, out), or to `place` within `part_of`, as dragging says."""
    by, task = task_seen(request, code, pk)
    tasks = list(task.initiative.tasks.all())
    try:
        goal = step(task, tasks, request.POST.get("way", "")) or _dropped(request, tasks)
        if goal is not None:
            move_task(by=by, task=task, part_of=goal[0], place=goal[1])
    except Refused as refusal:
        messages.error(request, refusal.faults[0].message)
    return redirect(plan_url(task.initiative, pk))


def _dropped(request: HttpRequest, tasks: list[Task]) -> tuple[Task | None, int] | None:
    """Where a row was dropped; None where that says nothing."""
    place, phase = request.POST.get("place", ""), request.POST.get("part_of", "")
    if not place.isascii() or not place.isdigit() or len(place) > 6:
        return None
    found = next((each for each in tasks if str(each.pk) == phase), None)
    return (found, int(place)) if found is not None or not phase else None


@require_POST
def see(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """A notice was read."""
    by, initiative = plan_seen(request, code, RUN)
    see_notice(by=by, notice=get_object_or_404(PlanNotice, initiative=initiative, pk=pk))
    return redirect(plan_url(initiative))
