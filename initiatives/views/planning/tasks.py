"""Adding, changing and removing tasks: in the grid, or each on a page of its own."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.edit_conflicts import conflict_of, lock_unchanged
from core.pages import carry_out
from initiatives.actions.planning import add_task, change_task, remove_task
from initiatives.forms.planning import NewTaskForm, TaskForm, TaskRowForm
from initiatives.models import Task
from initiatives.views.planning.plan import row_initial, shown_plan
from initiatives.views.planning.seen import plan_form, plan_seen, plan_url, task_seen
from initiatives.views.seen import RUN
from org.models import User


@require_POST
def add(request: HttpRequest, code: str) -> HttpResponseBase:
    """The new line of the grid; with a fault the page shows it there."""
    by, initiative = plan_seen(request, code, RUN)
    form = NewTaskForm(request.POST, initiative=initiative, prefix="new")
    status = 400
    if form.is_valid():
        task, status = carry_out(form, lambda: add_task(by=by, initiative=initiative, **form.cleaned_data))
        if task is not None:
            return redirect(plan_url(initiative, task.pk))
    return shown_plan(request, initiative, new_form=form, status=status)


@require_POST
def save(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """The row of a task as it was written; with a fault, or changed by others meanwhile, it stays open."""
    by, task = task_seen(request, code, pk)
    form = TaskRowForm(request.POST, task=task, initial=row_initial(task))
    status = _saved(form, task, by)
    if status == 200:
        return redirect(plan_url(task.initiative, pk))
    return shown_plan(request, task.initiative, edited=pk, row_form=form, status=status)


def _saved(form: TaskRowForm, task: Task, by: User) -> int:
    if not form.is_valid():
        return 400
    conflict = conflict_of(form, task)
    if conflict is not None:
        for each in conflict.differences:
            words = _("Somebody changed this meanwhile to “%(now)s”. Save once more to keep yours.")
            form.add_error(each.name, words % {"now": each.theirs})
        return 409

    def act() -> Task:
        lock_unchanged(task)
        return change_task(by=by, task=task, **form.cleaned_data)

    with transaction.atomic():
        return carry_out(form, act)[1]


def change(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Everything that is said of a task."""
    by, task = task_seen(request, code, pk)
    initial = row_initial(task) | {
        "kind": task.kind,
        "part_of": task.part_of_id,
        "department": task.department.code if task.department else "",
        "method_stage": task.method_stage_id,
        "description": task.description,
    }
    return plan_form(
        request,
        task.initiative,
        TaskForm(request.POST if request.method == "POST" else None, task=task, initial=initial),
        lambda data: change_task(by=by, task=task, **data),
        task=pk,
        title=_("Change “%(name)s”") % {"name": task.name},
        button=_("Save"),
        remove_url=reverse("remove_plan_task", args=[code, pk]),
        history=task,
        history_kind=task._meta.label_lower,
    )


def remove(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Asks, then takes it out, a phase with its tasks."""
    by, task = task_seen(request, code, pk)
    parts = task.parts.count()
    waiting = task.holds.count()
    text = _("The plan has it no longer; the history and the baselines keep it.")
    if parts:
        text = _("It goes with its %(count)d tasks. %(text)s") % {"count": parts, "text": text}
    if waiting:
        text = _("%(count)d tasks wait for it and will wait no longer. %(text)s") % {
            "count": waiting,
            "text": text,
        }

    def act(_data: dict[str, Any]) -> None:
        name = task.name
        remove_task(by=by, task=task)
        messages.success(request, _("“%(name)s” is removed.") % {"name": name})

    return plan_form(
        request,
        task.initiative,
        forms.Form({}),
        act,
        title=_("Remove “%(name)s”?") % {"name": task.name},
        text=text,
        button=_("Remove"),
        template="ui/confirm.html",
    )
