"""Actions for groups: adding, changing and ticking them."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.web import authorise
from initiatives.actions.readiness import ACTION_FIELDS, add_action, change_action, remove_action
from initiatives.enums import ActionState
from initiatives.forms.readiness import ActionForm
from initiatives.models import ReadinessAction
from initiatives.readiness.reading import read_groups
from initiatives.views.readiness.seen import group_seen, readiness_form, readiness_question, readiness_url
from initiatives.views.seen import RUN, VIEW, initiative_seen

DO = "initiatives.do_readiness_action"


def new_action(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """One more action; it is proposed to help where the group is held up."""
    group = group_seen(request, code, pk)
    by: Any = request.user
    (reading,) = read_groups([group])
    initial = {"dimension": reading.barrier, "owner": group.initiative.lead_id}
    return readiness_form(
        request,
        group.initiative,
        ActionForm(request.POST or None, initial=initial),
        lambda data: add_action(by=by, group=group, **data),
        anchor=f"group-{pk}",
        title=_("New action"),
        button=_("Add"),
        lead=_("What helps %(group)s to come along?") % {"group": group.name},
    )


def change(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """What is done, by whom, by when."""
    row = _action(request, code, pk, RUN)
    by: Any = request.user
    initial = {name: getattr(row, name) for name in ACTION_FIELDS} | {"owner": row.owner_id}
    return readiness_form(
        request,
        row.initiative,
        ActionForm(request.POST or None, action=row, initial=initial),
        lambda data: change_action(by=by, action=row, **data),
        anchor=f"action-{pk}",
        title=_("Change the action"),
        button=_("Save"),
        template="strategy/edit.html",
        remove_url=reverse("remove_readiness_action", args=[code, pk]),
        history=row,
        history_kind=row._meta.label_lower,
    )


def remove(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Asks, then takes it out."""
    row = _action(request, code, pk, RUN)
    by: Any = request.user
    return readiness_question(
        request,
        row.initiative,
        lambda: remove_action(by=by, action=row),
        title=_("Remove “%(name)s”?") % {"name": row.name},
        text=_("An action that is not wanted any more can be dropped instead: then it stays to be read."),
        button=_("Remove"),
    )


@require_POST
def tick(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Done (`done`), or not done after all; by who does it or runs the initiative."""
    row = _action(request, code, pk, VIEW)
    authorise(request.user, DO, row)
    by: Any = request.user
    change_action(by=by, action=row, state=ActionState.DONE if "done" in request.POST else ActionState.OPEN)
    return redirect(readiness_url(row.initiative, f"action-{pk}"))


def _action(request: HttpRequest, code: str, pk: int, permission: str) -> ReadinessAction:
    initiative = initiative_seen(request, code, permission)
    found = ReadinessAction.objects.filter(group__initiative=initiative)
    row: ReadinessAction = get_object_or_404(
        found.select_related("group__initiative__department", "owner"), pk=pk
    )
    return row
