"""What technology an initiative uses."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from core.pages import confirm_page, form_page
from initiatives.actions.means import add_technology_use, change_technology_use, remove_technology_use
from initiatives.forms.means.technology import TechnologyUseForm
from initiatives.models import Initiative, TechnologyUse
from initiatives.views.means.people import means_url, way_to_means
from initiatives.views.seen import RUN, acting, initiative_seen
from strategy.views.editing import posted

FIELDS = ("quantity", "starts_on", "ends_on", "note")


def new(request: HttpRequest, code: str) -> HttpResponseBase:
    """One more technology that the initiative needs."""
    initiative = initiative_seen(request, code, RUN)
    return _page(
        request,
        initiative,
        TechnologyUseForm(posted(request)),
        lambda data: add_technology_use(by=acting(request), initiative=initiative, **data),
        title=_("Add technology"),
        button=_("Add"),
    )


def change(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """How much of it is needed, and when."""
    initiative, use = _seen(request, code, pk)
    initial = {name: getattr(use, name) for name in FIELDS} | {"technology": use.technology_id}
    return _page(
        request,
        initiative,
        TechnologyUseForm(posted(request), use=use, initial=initial),
        lambda data: change_technology_use(by=acting(request), use=use, **data),
        title=_("Change technology"),
        button=_("Save"),
        history=use,
    )


def remove(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Ask, then take it out."""
    initiative, use = _seen(request, code, pk)

    def act() -> str:
        remove_technology_use(by=acting(request), use=use)
        return means_url(initiative)

    return confirm_page(
        request,
        act,
        title=_("Take out technology"),
        text=_("“%(name)s” no longer needs %(technology)s.")
        % {"name": initiative.name, "technology": use.technology.name},
        button=_("Take out"),
        back_url=means_url(initiative),
    )


def _seen(request: HttpRequest, code: str, pk: int) -> tuple[Initiative, TechnologyUse]:
    initiative = initiative_seen(request, code, RUN)
    return initiative, get_object_or_404(
        initiative.technologies.select_related("technology", "initiative"), pk=pk
    )


def _page(
    request: HttpRequest, initiative: Initiative, form: Any, act: Any, *, title: str, button: str, **rest: Any
) -> HttpResponseBase:
    def save(data: dict[str, Any]) -> str:
        act(data)
        return means_url(initiative)

    return form_page(
        request,
        form,
        save,
        title=title,
        button=button,
        lead=initiative.name,
        back_url=means_url(initiative),
        breadcrumbs=way_to_means(initiative),
        **rest,
    )
