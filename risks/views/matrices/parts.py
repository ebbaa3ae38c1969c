"""Categories with appetite, shared causes, points of what is borne: adding, changing, removing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Model
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.pages import confirm_page, form_page
from core.web import NothingThere, authorise
from risks.actions import matrices as actions
from risks.forms.matrices import AppetiteForm, CategoryForm, CauseForm
from risks.models import LossAppetite, RiskCategory, SharedCause
from risks.views.matrices.framework import EDIT, way


@dataclass(frozen=True)
class Kind:
    """What there is of it: its table, form, what a new one is called, and its actions."""

    model: type[Model]
    form: type[forms.Form]
    new: Promise | str
    name: str
    add: Callable[..., Any]
    change: Callable[..., Any]
    remove: Callable[..., Any]


KINDS = {
    "category": Kind(
        RiskCategory, CategoryForm, gettext_lazy("New category"), "category",
        actions.create_category, actions.change_category, actions.remove_category,
    ),
    "cause": Kind(
        SharedCause, CauseForm, gettext_lazy("New shared cause"), "cause",
        actions.keep_cause, actions.keep_cause, actions.remove_cause,
    ),
    "appetite": Kind(
        LossAppetite, AppetiteForm, gettext_lazy("New point of what is borne"), "point",
        actions.keep_appetite, actions.keep_appetite, actions.remove_appetite,
    ),
}  # fmt: skip


def add(request: HttpRequest, kind: str) -> HttpResponseBase:
    """One more."""
    of = _kind(request, kind)

    def act(data: dict[str, Any]) -> str:
        of.add(by=request.user, **data)
        return reverse("risk_framework")

    form = of.form(request.POST if request.method == "POST" else None)
    return _page(request, form, act, title=str(of.new), button=_("Add"))


def change(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """What it says."""
    of = _kind(request, kind)
    row = get_object_or_404(of.model, pk=pk)
    initial = {name: getattr(row, name) for name in of.form.base_fields}

    def act(data: dict[str, Any]) -> str:
        of.change(by=request.user, **{of.name: row}, **data)
        return reverse("risk_framework")

    form = of.form(request.POST if request.method == "POST" else None, initial=initial)
    return _page(
        request, form, act, title=_("Change “%(name)s”") % {"name": row}, button=_("Save"), history=row
    )


def remove(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """Asks, then removes what no risk has."""
    of = _kind(request, kind)
    row = get_object_or_404(of.model, pk=pk)

    def act() -> str:
        of.remove(by=request.user, **{of.name: row})
        return reverse("risk_framework")

    return confirm_page(
        request,
        act,
        title=_("Remove “%(name)s”?") % {"name": row},
        text=_("The history keeps it."),
        button=_("Remove"),
        back_url=reverse("risk_framework"),
    )


def _kind(request: HttpRequest, kind: str) -> Kind:
    authorise(request.user, EDIT)
    if kind not in KINDS:
        raise NothingThere(_("There are categories, causes and points of appetite."))
    return KINDS[kind]


def _page(
    request: HttpRequest, form: forms.Form, act: Callable[[dict[str, Any]], str], **words: Any
) -> HttpResponseBase:
    return form_page(request, form, act, back_url=reverse("risk_framework"), breadcrumbs=way(), **words)
