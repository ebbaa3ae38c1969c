"""The groups that an initiative affects."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from initiatives.actions.readiness import GROUP_FIELDS, add_group, change_group, remove_group
from initiatives.forms.readiness import GroupForm
from initiatives.readiness.presenting import group_row
from initiatives.readiness.reading import read_groups
from initiatives.readiness.visible import with_relations
from initiatives.views.readiness.seen import group_seen, readiness_form, readiness_question
from initiatives.views.seen import RUN, initiative_seen, way_to


@require_safe
def readiness(request: HttpRequest, code: str) -> HttpResponseBase:
    """Every group with its picture and what is done for it."""
    initiative = initiative_seen(request, code)
    may_run = initiative.archived_on is None and request.user.has_perm(RUN, initiative)
    today = timezone.localdate()
    readings = read_groups(list(with_relations(initiative.groups.all())))
    context = {
        "initiative": initiative,
        "rows": [group_row(each, request.user, may_run, today) for each in readings],
        "held_up": len([each for each in readings if each.barrier]),
        "unrated": len([each for each in readings if not each.is_rated]),
        "may_run": may_run,
        "breadcrumbs": list(way_to(initiative)),
    }
    return render(request, "initiatives/readiness/readiness.html", context)


def new_group(request: HttpRequest, code: str) -> HttpResponseBase:
    """One more group."""
    initiative = initiative_seen(request, code, RUN)
    by: Any = request.user
    return readiness_form(
        request,
        initiative,
        GroupForm(request.POST or None),
        lambda data: add_group(by=by, initiative=initiative, **data),
        title=_("New group"),
        button=_("Add"),
        lead=_("Whose work or life does “%(name)s” change?") % {"name": initiative.name},
    )


def change(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Who they are and what changes for them."""
    group = group_seen(request, code, pk)
    by: Any = request.user
    initial = {name: getattr(group, name) for name in GROUP_FIELDS}
    initial |= {"department": group.department.code if group.department else ""}
    return readiness_form(
        request,
        group.initiative,
        GroupForm(request.POST or None, initial=initial),
        lambda data: change_group(by=by, group=group, **data),
        anchor=f"group-{pk}",
        title=_("Change the group"),
        button=_("Save"),
        template="strategy/edit.html",
        remove_url=reverse("remove_affected_group", args=[code, pk]),
        history=group,
        history_kind=group._meta.label_lower,
    )


def remove(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Asks, then takes it out."""
    group = group_seen(request, code, pk)
    by: Any = request.user
    return readiness_question(
        request,
        group.initiative,
        lambda: remove_group(by=by, group=group),
        title=_("Remove “%(name)s”?") % {"name": group.name},
        text=_("Its ratings and open actions go with it; the history keeps them."),
        button=_("Remove"),
    )
