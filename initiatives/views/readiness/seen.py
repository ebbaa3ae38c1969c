"""What the pages of change readiness begin with and end in."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from core.pages import confirm_page, form_page
from initiatives.models import AffectedGroup, Initiative
from initiatives.views.seen import RUN, initiative_seen, way_to


def group_seen(request: HttpRequest, code: str, pk: int) -> AffectedGroup:
    """A group of an initiative, to change it; raises Http404, PermissionDenied."""
    initiative = initiative_seen(request, code, RUN)
    group: AffectedGroup = get_object_or_404(initiative.groups.select_related("department"), pk=pk)
    group.initiative = initiative
    return group


def readiness_url(initiative: Initiative, anchor: str = "") -> str:
    """The page of an initiative's groups, at a place of it."""
    return reverse("initiative_readiness", args=[initiative.code]) + (f"#{anchor}" if anchor else "")


def readiness_form(
    request: HttpRequest,
    initiative: Initiative,
    form: Any,
    act: Callable[[dict[str, Any]], Any],
    *,
    anchor: str = "",
    **more: Any,
) -> HttpResponseBase:
    """A form; saved or cancelled it leads back to the groups."""
    back = readiness_url(initiative, anchor)

    def save(data: dict[str, Any]) -> str:
        act(data)
        return back

    return form_page(request, form, save, back_url=back, breadcrumbs=way_to(initiative), **more)


def readiness_question(
    request: HttpRequest, initiative: Initiative, act: Callable[[], Any], **words: str
) -> HttpResponseBase:
    """Asks before something is taken out, and leads back to the groups."""
    back = readiness_url(initiative)

    def remove() -> str:
        act()
        return back

    return confirm_page(request, remove, back_url=back, **words)
