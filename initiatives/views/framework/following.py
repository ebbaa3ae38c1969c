"""How an initiative follows its method."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.pages import form_page
from initiatives.actions import framework as actions
from initiatives.enums import ElementKind, ElementState
from initiatives.forms.framework import AnswerForm, FollowForm
from initiatives.framework.asked import asked_of
from initiatives.framework.maturity import budgets_of, maturity_of
from initiatives.framework.queries import elements_in_order
from initiatives.framework.sizing import size_of
from initiatives.models import Initiative, MethodElement
from initiatives.views.seen import RUN, acting, initiative_seen, way_to


@require_safe
def initiative_method(request: HttpRequest, code: str) -> HttpResponseBase:
    """Its method: where it stands, what is asked for, what is missing."""
    initiative = initiative_seen(request, code)
    size = size_of(initiative, budgets_of([initiative.pk]).get(initiative.pk))
    elements = elements_in_order(initiative.method) if initiative.method else []
    answers = list(initiative.elements.select_related("person"))
    asked = asked_of(initiative, size, elements, answers)
    stages = [None, *initiative.method.stages.all()] if initiative.method else []
    context = {
        "initiative": initiative,
        "size": size,
        "maturity": maturity_of([initiative]).get(initiative.pk),
        "groups": [
            {"stage": stage, "asked": mine, "is_now": stage is not None and stage == initiative.method_stage}
            for stage in stages
            if (mine := [each for each in asked if each.element.stage == stage]) or stage is not None
        ],
        "form": FollowForm(initiative=initiative),
        "may_run": request.user.has_perm(RUN, initiative) and initiative.archived_on is None,
        "breadcrumbs": list(way_to(initiative)),
    }
    return render(request, "initiatives/framework/initiative_method.html", context)


def follow(request: HttpRequest, code: str) -> HttpResponseBase:
    """Choose the method, and the stage at which the initiative stands."""
    initiative = initiative_seen(request, code, RUN)
    return form_page(
        request,
        FollowForm(request.POST or None, initiative=initiative),
        lambda data: _followed(request, initiative, data),
        title=_("Method of “%(name)s”") % {"name": initiative.name},
        button=_("Save"),
        back_url=reverse("initiative_method", args=[code]),
        breadcrumbs=way_to(initiative),
        history=initiative,
    )


def _followed(request: HttpRequest, initiative: Initiative, data: dict[str, Any]) -> str:
    actions.follow_method(by=acting(request), initiative=initiative, **data)
    return reverse("initiative_method", args=[initiative.code])


def answer(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Answer what the method asks for."""
    initiative = initiative_seen(request, code, RUN)
    element = _element(initiative, pk)
    row = initiative.elements.filter(element=element).first()
    initial: dict[str, Any] = {"state": ElementState.DONE}
    if row is not None:
        initial = {"state": row.state, "person": row.person_id, "url": row.url, "note": row.note}
    if row is None and element.kind == ElementKind.ROLE:
        initial["person"] = initiative.lead_id

    def act(data: dict[str, Any]) -> str:
        actions.answer_element(by=acting(request), initiative=initiative, element=element, **data)
        return _place(initiative, element)

    return form_page(
        request,
        AnswerForm(request.POST or None, element=element, initial=initial),
        act,
        title=element.name,
        lead=element.help,
        button=_("Save"),
        back_url=_place(initiative, element),
        breadcrumbs=way_to(initiative),
        history=row,
    )


@require_POST
def tick(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Done with one button, or (without `done`) open again."""
    initiative = initiative_seen(request, code, RUN)
    element = _element(initiative, pk)
    state = ElementState.DONE if "done" in request.POST else ElementState.OPEN
    if element.kind == ElementKind.ROLE and state == ElementState.DONE:  # somebody has to be named
        return redirect("answer_element", code=code, pk=pk)
    actions.answer_element(by=acting(request), initiative=initiative, element=element, state=state)
    return redirect(_place(initiative, element))


def _element(initiative: Initiative, pk: int) -> MethodElement:
    found: MethodElement = get_object_or_404(
        MethodElement.objects.select_related("stage"), pk=pk, method=initiative.method_id
    )
    return found


def _place(initiative: Initiative, element: MethodElement) -> str:
    return f"{reverse('initiative_method', args=[initiative.code])}#element-{element.pk}"
