"""What a task waits for: choosing another task, how it holds, and letting it go."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.pages import carry_out
from initiatives.actions.planning import change_dependency, link_tasks, unlink_tasks
from initiatives.forms.planning import DependencyForm
from initiatives.models import Dependency, Task
from initiatives.planning.naming import seen_by, task_name
from initiatives.planning.network import leaves, scheduled
from initiatives.queries import visible_initiatives
from initiatives.views.planning.seen import plan_form, plan_url, task_seen, way_to_plan
from strategy.views.editing import words_of

TEMPLATE = "initiatives/planning/dependency.html"
MOST_FOUND = 20


def add(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """One more task that this one waits for: of its own plan, or found in another by `?q=`."""
    by, task = task_seen(request, code, pk)
    form = DependencyForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        before = _chosen(request)
        if before is None:
            form.add_error(None, _("Choose the task that it waits for."))
        if before is None or not form.is_valid():
            status = 400
        else:
            made, status = carry_out(
                form, lambda: link_tasks(by=by, before=before, after=task, **form.cleaned_data)
            )
            if made is not None:
                return redirect(plan_url(task.initiative, pk))
    words = request.GET.get("q", "").strip()
    context = {
        "form": form,
        "task": task,
        "own": leaves().filter(initiative=task.initiative).exclude(pk=pk).order_by("position", "pk"),
        "found": _found(request.user, task, words) if words else [],
        "words": words,
        "chosen": request.POST.get("before", ""),
        "initiative": task.initiative,
        "back_url": plan_url(task.initiative, pk),
        "breadcrumbs": way_to_plan(task.initiative),
    }
    return render(request, TEMPLATE, context, status=status)


def _chosen(request: HttpRequest) -> Task | None:
    """The task that was chosen, if the user may know of it."""
    number = request.POST.get("before", "")
    if not number.isascii() or not number.isdigit() or len(number) > 17:
        return None
    seen = visible_initiatives(request.user).order_by().values("pk")
    return Task.objects.filter(initiative__in=seen, pk=int(number)).select_related("initiative").first()


def _found(user: Any, task: Task, words: str) -> list[Task]:
    """Tasks of other initiatives in whose name, or whose initiative's, every word occurs."""
    seen = visible_initiatives(user).filter(scheduled()).order_by().values("pk")
    others = leaves().filter(initiative__in=seen).exclude(initiative=task.initiative_id)
    for word in words.split()[:6]:
        others = others.filter(
            Q(name__icontains=word)
            | Q(initiative__name__icontains=word)
            | Q(initiative__code__icontains=word)
        )
    return list(others.select_related("initiative").order_by("initiative__name", "position")[:MOST_FOUND])


def change(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """How it holds."""
    dependency, by = _seen(request, code, pk)
    return plan_form(
        request,
        dependency.after.initiative,
        DependencyForm(
            request.POST if request.method == "POST" else None,
            initial=words_of(dependency, "bond", "lag_days", "note"),
        ),
        lambda data: change_dependency(by=by, dependency=dependency, **data),
        task=dependency.after_id,
        title=_("How “%(name)s” waits") % {"name": dependency.after.name},
        lead=_("For “%(name)s”.") % {"name": _name_of(request, dependency.before)},
        button=_("Save"),
        remove_url=reverse("remove_dependency", args=[code, pk]),
        history=dependency,
        history_kind=dependency._meta.label_lower,
    )


def remove(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Asks, then lets the task wait no longer."""
    dependency, by = _seen(request, code, pk)

    def act(_data: dict[str, Any]) -> None:
        unlink_tasks(by=by, dependency=dependency)
        messages.success(request, _("“%(name)s” waits no longer.") % {"name": dependency.after.name})

    names = {"after": dependency.after.name, "before": _name_of(request, dependency.before)}
    return plan_form(
        request,
        dependency.after.initiative,
        forms.Form({}),
        act,
        task=dependency.after_id,
        title=_("Let it wait no longer?"),
        text=_("“%(after)s” waits for “%(before)s”.") % names,
        button=_("Let go"),
        template="ui/confirm.html",
    )


def _seen(request: HttpRequest, code: str, pk: int) -> tuple[Dependency, Any]:
    """A dependency of a task of this initiative on another, and who changes it."""
    found = Dependency.objects.select_related("before", "after").filter(after__initiative__code=code)
    dependency: Dependency = get_object_or_404(found, pk=pk)
    by, task = task_seen(request, code, dependency.after_id)
    dependency.after = task
    return dependency, by


def _name_of(request: HttpRequest, task: Task) -> str:
    return task_name(task, seen_by(request.user, [task.initiative_id]))
