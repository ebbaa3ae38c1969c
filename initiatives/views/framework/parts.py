"""Stages and elements of a method: adding, changing, ordering and removing them."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.pages import confirm_page, form_page
from core.web import NothingThere, authorise
from initiatives.actions import framework as actions
from initiatives.enums import ElementKind, Size
from initiatives.forms.framework import ElementForm, StageForm
from initiatives.models import MethodElement, MethodStage
from initiatives.views.framework.methods import FRAMEWORK, method_to_edit, method_url, way_to_method
from initiatives.views.seen import acting

_KINDS: dict[str, type[MethodStage] | type[MethodElement]] = {"stage": MethodStage, "element": MethodElement}


def add_part(request: HttpRequest, code: str, kind: str) -> HttpResponseBase:
    """One more stage or element, after the others; `?stage=` says in which stage the element is."""
    method = method_to_edit(request, code)
    _known(kind)
    form: StageForm | ElementForm
    if kind == "stage":
        form = StageForm(request.POST or None)
    else:
        stage = request.GET.get("stage", "")
        initial = {
            "stage": int(stage) if stage.isdecimal() else None,
            "kind": ElementKind.DELIVERABLE,
            "from_size": Size.SMALL,
        }
        form = ElementForm(request.POST or None, method=method, initial=initial)

    def act(data: dict[str, Any]) -> str:
        if kind == "stage":
            actions.add_method_stage(by=acting(request), method=method, **data)
        else:
            actions.add_method_element(by=acting(request), method=method, **data)
        return method_url(method)

    return form_page(
        request,
        form,
        act,
        title=_("New stage") if kind == "stage" else _("New role, deliverable or check"),
        button=_("Add"),
        back_url=method_url(method),
        breadcrumbs=way_to_method(method),
    )


def change_part(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """What it is called and what helps with it."""
    part = part_to_edit(request, kind, pk)
    form: StageForm | ElementForm
    if isinstance(part, MethodStage):
        initial = {word: getattr(part, word) for word in ("name", "purpose", "guidance")}
        form = StageForm(request.POST or None, initial=initial)
    else:
        words = ("kind", "name", "help", "from_size")
        initial = {word: getattr(part, word) for word in words} | {"stage": part.stage_id}
        form = ElementForm(request.POST or None, method=part.method, initial=initial)

    def act(data: dict[str, Any]) -> str:
        if isinstance(part, MethodStage):
            actions.change_method_stage(by=acting(request), stage=part, **data)
        else:
            actions.change_method_element(by=acting(request), element=part, **data)
        return method_url(part.method)

    return form_page(
        request,
        form,
        act,
        title=_("Change “%(name)s”") % {"name": part.name},
        button=_("Save"),
        back_url=method_url(part.method),
        breadcrumbs=way_to_method(part.method),
        history=part,
    )


def remove_part(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """Asks, then takes it out of the method."""
    part = part_to_edit(request, kind, pk)

    def act() -> str:
        if isinstance(part, MethodStage):
            actions.remove_method_stage(by=acting(request), stage=part)
        else:
            actions.remove_method_element(by=acting(request), element=part)
        return method_url(part.method)

    return confirm_page(
        request,
        act,
        title=_("Remove “%(name)s”?") % {"name": part.name},
        text=_("The method asks for it no longer; what initiatives answered is kept."),
        button=_("Remove"),
        back_url=method_url(part.method),
    )


@require_POST
def move_part(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """One place up or (`down`) down."""
    part = part_to_edit(request, kind, pk)
    actions.move_in_order(by=acting(request), row=part, down="down" in request.POST)
    return redirect(reverse("method", args=[part.method.code]) + f"#{kind}-{part.pk}")


def part_to_edit(request: HttpRequest, kind: str, pk: int) -> MethodStage | MethodElement:
    """The stage or element; raises PermissionDenied, Http404."""
    authorise(request.user, FRAMEWORK)
    found: Any = get_object_or_404(_known(kind), pk=pk)
    assert isinstance(found, MethodStage | MethodElement)
    return found


def _known(kind: str) -> type[MethodStage] | type[MethodElement]:
    if kind not in _KINDS:
        raise NothingThere(_("A method has stages and elements."))
    return _KINDS[kind]
