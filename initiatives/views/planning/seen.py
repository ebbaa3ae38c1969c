"""Finding what a page of an action plan is about, and the forms that lead back to the plan."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core.errors import Conflict
from core.pages import Crumbs, form_page
from core.web import StateForbids, authorise
from initiatives.models import Initiative, Task
from initiatives.planning.checks import check_plan_open
from initiatives.views.seen import RUN, VIEW, initiative_seen, way_to
from org.models import User

DO = "initiatives.do_task"


def plan_seen(request: HttpRequest, code: str, permission: str = VIEW) -> tuple[User, Initiative]:
    """Who looks, and the initiative; a page that changes the plan answers 409 where it is history."""
    initiative = initiative_seen(request, code, permission)
    assert isinstance(request.user, User)
    if permission == RUN:
        _check(initiative)
    return request.user, initiative


def task_seen(request: HttpRequest, code: str, pk: int, permission: str = RUN) -> tuple[User, Task]:
    """Who changes, and the task of this initiative; 404 hidden, 403 forbidden, 409 where it is history."""
    initiative = initiative_seen(request, code)
    task: Task = get_object_or_404(initiative.tasks.select_related("owner", "part_of"), pk=pk)
    task.initiative = initiative
    authorise(request.user, permission, task if permission == DO else initiative)
    assert isinstance(request.user, User)
    _check(initiative)
    return request.user, task


def _check(initiative: Initiative) -> None:
    try:
        check_plan_open(initiative)
    except Conflict as conflict:
        ways = [(_("To the action plan"), plan_url(initiative))]
        raise StateForbids(str(conflict), title=_("This plan is history"), ways=ways) from None


def is_open(initiative: Initiative) -> bool:
    """Whether anything of the plan may change."""
    try:
        check_plan_open(initiative)
    except Conflict:
        return False
    return True


def plan_url(initiative: Initiative, task: int | None = None) -> str:
    """The page of an action plan, at a task's row."""
    url = reverse("initiative_plan", args=[initiative.code])
    return url if task is None else f"{url}#task-{task}"


def way_to_plan(initiative: Initiative) -> Crumbs:
    """The breadcrumbs of a page below an action plan."""
    return [*way_to(initiative), (_("Action plan"), plan_url(initiative))]


def plan_form(
    request: HttpRequest,
    initiative: Initiative,
    form: forms.Form,
    act: Callable[[dict[str, Any]], object],
    *,
    task: int | None = None,
    **context: Any,
) -> HttpResponseBase:
    """A form on what belongs to an action plan; saved or cancelled it leads back to the plan."""
    back_url = plan_url(initiative, task)

    def save(data: dict[str, Any]) -> str:
        act(data)
        return back_url

    context = {"template": "strategy/edit.html", "breadcrumbs": way_to_plan(initiative)} | context
    return form_page(request, form, save, back_url=back_url, **context)
