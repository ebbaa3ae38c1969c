"""Removing an element of a plan, or archiving it where something uses it, and bringing it back."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from core.pages import form_page
from org.models import User
from strategy.actions.removing import archive_element, remove_element, restore_element
from strategy.models import Goal, Objective, Perspective, Priority, Value
from strategy.removing import plan_of, uses_of
from strategy.views.editing import objective_url, part_to_edit, plan_url, posted, way_to
from strategy.views.fixed import check_page
from strategy.views.goals.seen import goal_seen

PARTS: dict[str, Any] = {
    "value": Value,
    "perspective": Perspective,
    "priority": Priority,
    "objective": Objective,
}
GOAL = "goal"
REMOVE, ARCHIVE, RESTORE = "remove", "archive", "restore"


class DeedForm(forms.Form):
    """What shall become of the element; the buttons of the page say it."""

    deed = forms.ChoiceField(choices=[(each, each) for each in (REMOVE, ARCHIVE, RESTORE)])


def element(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """Says what uses the element, and removes, archives or restores it."""
    by, found = _element_to_edit(request, kind, pk)
    of = found.objective if isinstance(found, Goal) else found.plan
    back_url = objective_url(of) if isinstance(of, Objective) else plan_url(of)
    title = _("Bring back %(name)s?") if found.archived_on else _("Remove %(name)s?")
    return form_page(
        request,
        DeedForm(posted(request)),
        lambda data: _done(data["deed"], by, found, back_url),
        title=title % {"name": found},
        button="",
        back_url=back_url,
        breadcrumbs=way_to(of),
        template="strategy/removing/element.html",
        element=found,
        kind=kind,
        uses=uses_of(found),
    )


def _element_to_edit(request: HttpRequest, kind: str, pk: int) -> tuple[User, Any]:
    """Who edits, and the element: a goal's objective may be theirs where the rest of the plan is not."""
    if kind == GOAL:
        by, goal = goal_seen(request, pk, "strategy.edit_goal")
        check_page(by, plan_of(goal))
        return by, goal
    if kind not in PARTS:
        raise Http404(kind)
    return part_to_edit(request, PARTS[kind].objects.all(), pk)


def _done(deed: str, by: User, found: Any, back_url: str) -> str:
    deeds: dict[str, Callable[..., object]] = {
        REMOVE: remove_element,
        ARCHIVE: archive_element,
        RESTORE: restore_element,
    }
    deeds[deed](by=by, element=found)
    return back_url
