"""Removing an element of a plan, or archiving it where something uses it, and bringing it back."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from core.pages import form_page
from org.models import User
from strategy.actions.removing import archive_element, remove_element, restore_element
from strategy.models import Objective, Perspective, Priority
from strategy.removing import uses_of
from strategy.validators import why_fixed
from strategy.views.editing import part_to_edit, plan_url, posted, way_to

KINDS: dict[str, Any] = {"perspective": Perspective, "priority": Priority, "objective": Objective}
REMOVE, ARCHIVE, RESTORE = "remove", "archive", "restore"


class DeedForm(forms.Form):
    """What shall become of the element; the buttons of the page say it."""

    deed = forms.ChoiceField(choices=[(each, each) for each in (REMOVE, ARCHIVE, RESTORE)])


def element(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """Says what uses the element, and removes, archives or restores it."""
    if kind not in KINDS:
        raise Http404(kind)
    by, found = part_to_edit(request, KINDS[kind].objects.all(), pk)
    uses = uses_of(found)
    title = _("Bring back %(name)s?") if found.archived_on else _("Remove %(name)s?")
    return form_page(
        request,
        DeedForm(posted(request)),
        lambda data: _done(data["deed"], by, found),
        title=title % {"name": found.name},
        button="",
        lead=why_fixed(found.plan),
        back_url=plan_url(found.plan),
        breadcrumbs=way_to(found.plan),
        template="strategy/removing/element.html",
        element=found,
        kind=kind,
        uses=uses,
    )


def _done(deed: str, by: User, found: Any) -> str:
    deeds: dict[str, Callable[..., object]] = {
        REMOVE: remove_element,
        ARCHIVE: archive_element,
        RESTORE: restore_element,
    }
    url = plan_url(found.plan)
    deeds[deed](by=by, element=found)
    return url
