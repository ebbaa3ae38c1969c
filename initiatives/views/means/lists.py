"""What the organisation sets once: technologies, skills and funding sources."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count, Model
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from core.pages import confirm_page, form_page
from core.web import authorise
from initiatives.actions import means as actions
from initiatives.forms.means.technology import SkillForm, SourceForm, TechnologyForm
from initiatives.means.technology import read_technology
from initiatives.models import FundingSource, Skill, Technology
from initiatives.views.means.capacity import way_to_resources
from initiatives.views.seen import VIEW, acting
from strategy.views.editing import posted

EDIT = "initiatives.edit_framework"


@dataclass(frozen=True)
class Kind:
    """A kind of listed things: its form, what of them a form begins with, and its actions."""

    name: Any
    model: type[Model]
    form: type[forms.Form]
    fields: tuple[str, ...]
    add: Callable[..., Model]
    change: Callable[..., Model]
    remove: Callable[..., None]
    argument: str
    page: str


KINDS: dict[str, Kind] = {
    "technology": Kind(
        gettext_lazy("Technology"),
        Technology,
        TechnologyForm,
        ("code", "name", "kind", "quantity", "unit", "description"),
        actions.add_technology,
        actions.change_technology,
        actions.remove_technology,
        "technology",
        "technologies",
    ),
    "skill": Kind(
        gettext_lazy("Skill"),
        Skill,
        SkillForm,
        ("code", "name"),
        actions.add_skill,
        actions.change_skill,
        actions.remove_skill,
        "skill",
        "means_lists",
    ),
    "source": Kind(
        gettext_lazy("Funding source"),
        FundingSource,
        SourceForm,
        ("name",),
        actions.add_source,
        actions.change_source,
        actions.remove_source,
        "source",
        "means_lists",
    ),
}


@require_safe
def technologies(request: HttpRequest) -> HttpResponseBase:
    """Shared technology with who needs how much of it, and when it does not suffice."""
    authorise(request.user, VIEW)
    return render(
        request,
        "initiatives/means/technologies.html",
        {
            "lines": read_technology(request.user, timezone.localdate()),
            "archived": Technology.objects.filter(archived_on__isnull=False),
            "may_edit": request.user.has_perm(EDIT),
            "breadcrumbs": way_to_resources(),
        },
    )


@require_safe
def lists(request: HttpRequest) -> HttpResponseBase:
    """Skills and funding sources."""
    authorise(request.user, VIEW)
    return render(
        request,
        "initiatives/means/lists.html",
        {
            "skills": Skill.objects.annotate(uses=Count("allocations", distinct=True)),
            "sources": FundingSource.objects.annotate(uses=Count("money", distinct=True)),
            "may_edit": request.user.has_perm(EDIT),
            "breadcrumbs": way_to_resources(),
        },
    )


def new(request: HttpRequest, kind: str) -> HttpResponseBase:
    """One more of a kind."""
    of = _kind(request, kind)

    def act(data: dict[str, Any]) -> Model:
        return of.add(by=acting(request), **_fields(data, None))

    form = of.form(posted(request))
    return _page(request, of, form, act, title=_("Add: %(kind)s") % {"kind": of.name}, button=_("Add"))


def change(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """What it is called, and whether it is offered."""
    of = _kind(request, kind)
    thing: Any = get_object_or_404(of.model, pk=pk)
    initial = {name: getattr(thing, name) for name in of.fields}
    initial["offered"] = thing.archived_on is None
    if kind == "technology":
        initial["department"] = thing.department.code if thing.department else ""

    def act(data: dict[str, Any]) -> Model:
        return of.change(by=acting(request), **{of.argument: thing}, **_fields(data, thing.archived_on))

    return _page(
        request,
        of,
        of.form(posted(request), initial=initial),
        act,
        title=thing.name,
        button=_("Save"),
        history=thing,
        template="initiatives/means/listed.html",
        remove_url=reverse("remove_listed", args=[kind, pk]),
    )


def remove(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """Ask, then remove what nobody uses."""
    of = _kind(request, kind)
    thing: Any = get_object_or_404(of.model, pk=pk)

    def act() -> str:
        of.remove(by=acting(request), **{of.argument: thing})
        return reverse(of.page)

    return confirm_page(
        request,
        act,
        title=_("Remove %(name)s") % {"name": thing.name},
        text=_("What is in use cannot be removed; it can be taken out of what is offered."),
        button=_("Remove"),
        back_url=reverse(of.page),
    )


def _kind(request: HttpRequest, kind: str) -> Kind:
    if kind not in KINDS:
        raise Http404(kind)
    authorise(request.user, EDIT)
    return KINDS[kind]


def _fields(data: dict[str, Any], archived_on: Any) -> dict[str, Any]:
    """What the form says, whether it is offered told by the day it was archived."""
    fields = dict(data)
    offered = fields.pop("offered")
    return {**fields, "archived_on": None if offered else archived_on or timezone.localdate()}


def _page(
    request: HttpRequest, of: Kind, form: forms.Form, act: Any, *, title: str, button: str, **rest: Any
) -> HttpResponseBase:
    def save(data: dict[str, Any]) -> str:
        act(data)
        return reverse(of.page)

    return form_page(
        request,
        form,
        save,
        title=title,
        button=button,
        back_url=reverse(of.page),
        breadcrumbs=way_to_resources(),
        **rest,
    )
