"""Adding, changing, removing what belongs to a risk: actions, causes, controls, plans, indicators."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.pages import confirm_page, form_page
from core.web import authorise
from risks.actions import contingency, factors, indicators, response
from risks.actions.response import REPORTED_BY_OWNER
from risks.enums import MitigationState
from risks.forms import response as shapes
from risks.models import (
    ContingencyPlan,
    ContingencyStep,
    Mitigation,
    Risk,
    RiskControl,
    RiskFactor,
    RiskIndicator,
)
from risks.views.seen import TEND, risk_seen, way_to


@dataclass(frozen=True)
class Kind:
    """A kind of part: its table, its form, and the actions on it."""

    rows: Callable[[Risk], QuerySet[Any]]
    title: Promise | str
    form: type[forms.Form]
    add: Callable[[Any, Risk, dict[str, Any]], Any]
    change: Callable[[Any, Any, dict[str, Any]], Any]
    remove: Callable[[Any, Any], Any]


DO_PART = "risks.do_part"
# What an owner changes who does not look after the risk.
OF_WHO_DOES_IT = {"mitigation": REPORTED_BY_OWNER}


def _step(by: Any, step: ContingencyStep, data: dict[str, Any]) -> Any:
    return contingency.change_step(by=by, step=step, **data)


KINDS: Mapping[str, Kind] = {
    "mitigation": Kind(
        lambda risk: Mitigation.objects.filter(risk=risk),
        gettext_lazy("Action"),
        shapes.MitigationForm,
        lambda by, risk, data: response.add_mitigation(by=by, risk=risk, **data),
        lambda by, row, data: response.change_mitigation(by=by, mitigation=row, **data),
        lambda by, row: response.remove_mitigation(by=by, mitigation=row),
    ),
    "factor": Kind(
        lambda risk: RiskFactor.objects.filter(risk=risk),
        gettext_lazy("Cause or consequence"),
        shapes.FactorForm,
        lambda by, risk, data: factors.add_factor(by=by, risk=risk, **data),
        lambda by, row, data: factors.change_factor(by=by, factor=row, **data),
        lambda by, row: factors.remove_part(by=by, part=row),
    ),
    "control": Kind(
        lambda risk: RiskControl.objects.filter(risk=risk),
        gettext_lazy("Control"),
        shapes.ControlForm,
        lambda by, risk, data: factors.add_control(by=by, risk=risk, **data),
        lambda by, row, data: factors.change_control(by=by, control=row, **data),
        lambda by, row: factors.remove_part(by=by, part=row),
    ),
    "plan": Kind(
        lambda risk: ContingencyPlan.objects.filter(risk=risk),
        gettext_lazy("Contingency plan"),
        shapes.PlanForm,
        lambda by, risk, data: contingency.add_plan(by=by, risk=risk, **data),
        lambda by, row, data: contingency.change_plan(by=by, plan=row, **data),
        lambda by, row: contingency.remove_plan(by=by, plan=row),
    ),
    "step": Kind(
        lambda risk: ContingencyStep.objects.filter(plan__risk=risk).select_related("plan__risk"),
        gettext_lazy("Step"),
        shapes.StepForm,
        lambda by, risk, data: contingency.add_step(by=by, **data),
        _step,
        lambda by, row: contingency.remove_step(by=by, step=row),
    ),
    "indicator": Kind(
        lambda risk: RiskIndicator.objects.filter(risk=risk),
        gettext_lazy("Indicator"),
        shapes.IndicatorForm,
        lambda by, risk, data: indicators.watch(by=by, risk=risk, **data),
        lambda by, row, data: indicators.watch(by=by, risk=row.risk, indicator=row, **data),
        lambda by, row: indicators.stop_watching(by=by, indicator=row),
    ),
}


def add_part(request: HttpRequest, code: str, kind: str) -> HttpResponseBase:
    """One more, after the others."""
    by, risk = risk_seen(request, code, TEND)
    of = _known(kind)
    initial = {"state": MitigationState.PLANNED}
    posted = request.POST if request.method == "POST" else None
    form = of.form(posted, risk=risk, initial=initial)  # type: ignore[call-arg]

    def act(data: dict[str, Any]) -> str:
        of.add(by, risk, data)
        return _place(risk, kind)

    return form_page(
        request,
        form,
        act,
        title=str(of.title),
        button=_("Add"),
        back_url=_place(risk, kind),
        lead=risk.title,
        breadcrumbs=way_to(risk),
    )


def change_part(request: HttpRequest, code: str, kind: str, pk: int) -> HttpResponseBase:
    """What it says; who only does an action says how far it is."""
    by, risk = risk_seen(request, code)
    of = _known(kind)
    if kind not in OF_WHO_DOES_IT:
        authorise(request.user, TEND, risk)
    row = get_object_or_404(of.rows(risk), pk=pk)
    form = _form_of(request, risk, kind, row)

    def act(data: dict[str, Any]) -> str:
        of.change(by, row, data)
        return _place(risk, kind)

    return form_page(
        request,
        form,
        act,
        title=str(of.title),
        button=_("Save"),
        back_url=_place(risk, kind),
        lead=risk.title,
        breadcrumbs=way_to(risk),
        history=row,
    )


def _form_of(request: HttpRequest, risk: Risk, kind: str, row: Any) -> forms.Form:
    """The form of a part as it is, with the fields that the user may change; raises PermissionDenied."""
    shape = _known(kind).form
    initial = {name: getattr(row, name, None) for name in shape.base_fields}
    if "department" in initial:
        initial["department"] = row.department.code if row.department else ""
    posted = request.POST if request.method == "POST" else None
    form = shape(posted, risk=risk, initial=initial)  # type: ignore[call-arg]
    if kind == "step":
        del form.fields["plan"]
    if kind in OF_WHO_DOES_IT and not request.user.has_perm(TEND, risk):
        authorise(request.user, DO_PART, row)
        for name in form.fields.keys() - OF_WHO_DOES_IT[kind]:
            del form.fields[name]
    return form


def remove_part(request: HttpRequest, code: str, kind: str, pk: int) -> HttpResponseBase:
    """Asks, then takes it out."""
    by, risk = risk_seen(request, code, TEND)
    of = _known(kind)
    row = get_object_or_404(of.rows(risk), pk=pk)

    def act() -> str:
        of.remove(by, row)
        return _place(risk, kind)

    return confirm_page(
        request,
        act,
        title=_("Remove “%(name)s”?") % {"name": row},
        text=_("The history keeps it."),
        button=_("Remove"),
        back_url=_place(risk, kind),
    )


def _known(kind: str) -> Kind:
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


def _place(risk: Risk, kind: str) -> str:
    return f"{reverse('risk', args=[risk.code])}#{kind}s"
