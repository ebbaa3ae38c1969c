"""Operational activities and passages of a plan: added, changed, removed, by the same three pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.pages import confirm_page
from core.web import authorise
from strategy.actions import cascade
from strategy.forms.cascade import ActivityForm, SectionForm
from strategy.models import OperationalActivity, Plan, PlanSection
from strategy.queries import visible_plans
from strategy.validators import why_fixed
from strategy.views.cascade.reading import WRITE
from strategy.views.editing import edit_page, lead_of_kept_up, plan_url, posted, words_of
from strategy.views.fixed import check_page


@dataclass(frozen=True)
class Kind:
    """What tells activities and passages apart: the form, the actions, the words."""

    model: Any
    fields: tuple[str, ...]
    add: Callable[..., Model]
    change: Callable[..., Model]
    remove: Callable[..., None]
    owner: str
    new: Promise | str
    kept_up: tuple[str, ...] = ()


KINDS = {
    "activity": Kind(
        OperationalActivity,
        ("name", "description", "objective", "who", "starts_on", "due_on", "budget", "state"),
        cascade.add_activity,
        cascade.change_activity,
        cascade.remove_activity,
        "activity",
        gettext_lazy("New activity"),
        kept_up=("who", "state"),
    ),
    "section": Kind(
        PlanSection,
        ("title", "text"),
        cascade.add_section,
        cascade.change_section,
        cascade.remove_section,
        "section",
        gettext_lazy("New passage"),
    ),
}


def add(request: HttpRequest, kind: str, code: str) -> HttpResponseBase:
    """One more, after the others."""
    what = _kind(kind)
    plan: Plan = get_object_or_404(visible_plans(request.user).select_related("department"), code=code)
    authorise(request.user, _permission(plan), plan)
    by: Any = request.user
    check_page(by, plan)
    return edit_page(
        request,
        _form(what, request, plan),
        lambda data: what.add(by=by, plan=plan, **data),
        of=plan,
        title=str(what.new),
        button=_("Add"),
    )


def change(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """What it says; of an agreed plan only who does it and where it stands."""
    what, part = _part(request, kind, pk)
    by: Any = request.user
    check_page(by, part.plan, agreed=not what.kept_up)
    form = _form(what, request, part.plan, part)
    for name in set(form.fields) - set(what.kept_up) if why_fixed(part.plan) else ():
        form.fields[name].disabled = True
    return edit_page(
        request,
        form,
        lambda data: what.change(by=by, **{what.owner: part}, **data),
        of=part.plan,
        title=_("Change %(name)s") % {"name": part},
        lead=lead_of_kept_up(part.plan),
        button=_("Save"),
        history=part,
        remove_url="" if why_fixed(part.plan) else reverse("remove_plan_part", args=[kind, pk]),
    )


def remove(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """Asks, then takes it out of the plan."""
    what, part = _part(request, kind, pk)
    by: Any = request.user
    check_page(by, part.plan)

    def act() -> str:
        what.remove(by=by, **{what.owner: part})
        return plan_url(part.plan)

    return confirm_page(
        request,
        act,
        title=_("Remove “%(name)s”?") % {"name": part},
        text=_("The plan says it no longer; the history keeps it."),
        button=_("Remove"),
        back_url=plan_url(part.plan),
    )


def _kind(kind: str) -> Kind:
    if kind not in KINDS:
        raise Http404(kind)
    return KINDS[kind]


def _part(request: HttpRequest, kind: str, pk: int) -> tuple[Kind, Any]:
    """An activity or passage of a plan that the user may write."""
    what = _kind(kind)
    rows = what.model.objects.filter(plan__in=visible_plans(request.user))
    part = get_object_or_404(rows.select_related("plan__department"), pk=pk)
    authorise(request.user, _permission(part.plan), part.plan)
    return what, part


def _permission(plan: Plan) -> str:
    """Passages and activities of the organisation's own plan are the office's."""
    return WRITE if plan.part_of_id else "strategy.edit_plan"


def _form(what: Kind, request: HttpRequest, plan: Plan, part: Any = None) -> forms.Form:
    initial = words_of(part, *what.fields) if part is not None else None
    if what.model is PlanSection:
        return SectionForm(posted(request), initial=initial)
    return ActivityForm(posted(request), plan=plan, who=part and part.who_id, initial=initial)
