"""The KPIs that measure an objective, and cause and effect between objectives."""

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from kpis.models import KPI
from kpis.queries import visible_to
from strategy.actions import change_link_weight, link_cause, link_kpi, unlink_cause, unlink_kpi
from strategy.forms.links import CauseEffectForm, LinkKpiForm, UnlinkKpiForm
from strategy.forms.structure import Weighed, WeightsForm
from strategy.models import CauseEffect, Objective
from strategy.queries import objective_placed
from strategy.views.editing import edit_page, objective_to_edit, posted


def new_kpi(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One more KPI measures the objective; those that do already are not offered."""
    by, objective = objective_to_edit(request, pk)
    linked = [link.kpi_id for link in objective_placed(objective).kpi_links]
    return edit_page(
        request,
        LinkKpiForm(posted(request), kpis=visible_to(request.user).exclude(pk__in=linked).order_by("name")),
        lambda data: link_kpi(by=by, objective=objective, **data),
        of=objective,
        title=_("Measure %(name)s") % {"name": objective.name},
        lead=_("The KPI's score counts in the objective's."),
        button=_("Link the KPI"),
    )


def weights(request: HttpRequest, pk: int) -> HttpResponseBase:
    """How much each KPI counts in the objective, from a day on."""
    by, objective = objective_to_edit(request, pk)
    links = objective_placed(objective).kpi_links
    form = WeightsForm(
        posted(request), parts=[Weighed(link.kpi_id, link.kpi.name, link.weight) for link in links]
    )
    kpis = {link.kpi_id: link.kpi for link in links}

    @transaction.atomic
    def act(data: dict[str, Any]) -> None:
        for key, weight in form.weights().items():
            change_link_weight(by=by, objective=objective, kpi=kpis[key], weight=weight, since=data["since"])

    return edit_page(
        request,
        form,
        act,
        of=objective,
        title=_("Weights of the KPIs"),
        lead=_("Only their proportions matter: 2 and 1 are the same as 100 and 50."),
        button=_("Save"),
    )


def remove_kpi(request: HttpRequest, pk: int, kpi_pk: int) -> HttpResponseBase:
    """From a day on the KPI measures the objective no longer."""
    by, objective = objective_to_edit(request, pk)
    linked = objective.kpi_links.current().values("kpi")
    kpi: KPI = get_object_or_404(KPI.objects.filter(pk__in=linked), pk=kpi_pk)
    return edit_page(
        request,
        UnlinkKpiForm(posted(request)),
        lambda data: unlink_kpi(by=by, objective=objective, kpi=kpi, **data),
        of=objective,
        title=_("Unlink %(kpi)s?") % {"kpi": kpi.name},
        text=_("From that day it no longer measures “%(name)s”. The KPI and its values stay.")
        % {"name": objective.name},
        button=_("Unlink"),
        template="ui/confirm.html",
    )


def new_effect(request: HttpRequest, pk: int) -> HttpResponseBase:
    """An objective that this one helps to reach."""
    by, objective = objective_to_edit(request, pk)
    return edit_page(
        request,
        CauseEffectForm(posted(request), objectives=_others(objective)),
        lambda data: link_cause(by=by, cause=objective, effect=data.pop("objective"), **data),
        of=objective,
        title=_("What does it bear on?"),
        lead=_("Reaching “%(name)s” helps or hinders another objective.") % {"name": objective.name},
        button=_("Add"),
    )


def new_cause(request: HttpRequest, pk: int) -> HttpResponseBase:
    """An objective that helps to reach this one."""
    by, objective = objective_to_edit(request, pk)
    return edit_page(
        request,
        CauseEffectForm(posted(request), objectives=_others(objective)),
        lambda data: link_cause(by=by, cause=data.pop("objective"), effect=objective, **data),
        of=objective,
        title=_("What bears on it?"),
        lead=_("Reaching another objective helps or hinders “%(name)s”.") % {"name": objective.name},
        button=_("Add"),
    )


def withdraw(request: HttpRequest, pk: int, link_pk: int) -> HttpResponseBase:
    """Asks, then withdraws a claim of cause and effect that touches the objective."""
    by, objective = objective_to_edit(request, pk)
    touching = CauseEffect.objects.current().filter(Q(cause=objective) | Q(effect=objective))
    link = get_object_or_404(touching.select_related("cause", "effect"), pk=link_pk)
    return edit_page(
        request,
        forms.Form({}),
        lambda data: unlink_cause(by=by, cause=link.cause, effect=link.effect),
        of=objective,
        title=_("Withdraw this cause and effect?"),
        text=_("“%(cause)s” is no longer said to help “%(effect)s”.")
        % {"cause": link.cause.name, "effect": link.effect.name},
        button=_("Withdraw"),
        template="ui/confirm.html",
    )


def _others(objective: Objective) -> Any:
    """The other objectives of its plan."""
    return objective.plan.objectives.exclude(pk=objective.pk)
