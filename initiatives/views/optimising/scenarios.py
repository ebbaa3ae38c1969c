"""Scenarios: listed, written, changed, copied, removed."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.pages import confirm_page, form_page
from core.web import StateForbids, authorise
from initiatives.actions import optimising as actions
from initiatives.actions.optimising.checking import BUSY
from initiatives.forms.optimising import LimitsForm, ScenarioForm
from initiatives.models import Scenario
from kpis.engine.frequency import Frequency
from kpis.queries import calendar as fiscal_calendar
from org.models import User
from strategy.queries import current_plan
from strategy.views.editing import posted, words_of

VIEW, EDIT = "initiatives.view_scenarios", "initiatives.edit_scenarios"


@require_safe
def scenarios(request: HttpRequest) -> HttpResponseBase:
    """Every scenario, the latest first; some can be put side by side."""
    authorise(request.user, VIEW)
    context = {
        "scenarios": Scenario.objects.defer("inputs").select_related("made_by", "adopted_by", "round"),
        "may_edit": request.user.has_perm(EDIT),
        "breadcrumbs": [(_("Initiatives"), reverse("initiatives"))],
    }
    return render(request, "initiatives/optimising/scenarios.html", context)


def add(request: HttpRequest) -> HttpResponseBase:
    """A new scenario; its limits come next."""
    by = editor(request)
    today = timezone.localdate()
    year = fiscal_calendar().containing(today, Frequency.YEAR).ordinal
    initial = {"plan": current_plan(by), "first_year": year + 1, "years": 3}

    def act(data: dict[str, Any]) -> str:
        made = actions.create_scenario(by=by, **data)
        return reverse("scenario_limits", args=[made.pk])

    return form_page(
        request,
        ScenarioForm(posted(request), user=by, initial=initial),
        act,
        title=_("New scenario"),
        lead=_("Which initiatives, and when, for the greatest value under your limits?"),
        button=_("On to the limits"),
        back_url=reverse("scenarios"),
        breadcrumbs=scenarios_way(),
    )


def change(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What it is about; other years or another plan forget the answer."""
    by, scenario = editor(request), found(pk)
    _check_open(scenario)
    initial = words_of(scenario, "name", "note", "plan", "round", "first_year", "years")

    def act(data: dict[str, Any]) -> str:
        return scenario_url(actions.change_scenario(by=by, scenario=scenario, **_changed(scenario, data)))

    return form_page(
        request,
        ScenarioForm(posted(request), user=by, initial=initial),
        act,
        title=_("Change %(name)s") % {"name": scenario.name},
        button=_("Save"),
        back_url=scenario_url(scenario),
        breadcrumbs=[*scenarios_way(), (scenario.name, scenario_url(scenario))],
        template="strategy/edit.html",
        history=scenario,
        history_kind="initiatives.scenario",
        remove_url=reverse("remove_scenario", args=[pk]),
    )


def _changed(scenario: Scenario, data: dict[str, Any]) -> dict[str, Any]:
    """What differs: a new name alone keeps the answer."""
    return {name: value for name, value in data.items() if getattr(scenario, name) != value}


def limits(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What the portfolio has to keep."""
    by, scenario = editor(request), found(pk)
    _check_open(scenario)
    form = LimitsForm(posted(request), scenario=scenario)

    def act(_data: dict[str, Any]) -> str:
        actions.set_limits(by=by, scenario=scenario, limits=form.asked())
        if "run" in request.POST:
            actions.run_scenario(by=by, scenario=scenario)
        return scenario_url(scenario)

    return form_page(
        request,
        form,
        act,
        title=_("Limits of “%(name)s”") % {"name": scenario.name},
        lead=_("An empty field is no limit."),
        button=_("Save"),
        back_url=scenario_url(scenario),
        breadcrumbs=[*scenarios_way(), (scenario.name, scenario_url(scenario))],
        template="initiatives/optimising/limits.html",
    )


@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The same question once more."""
    made = actions.copy_scenario(by=editor(request), scenario=found(pk))
    return redirect(reverse("scenario_limits", args=[made.pk]))


def remove(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then takes it out."""
    by, scenario = editor(request), found(pk)

    def act() -> str:
        actions.remove_scenario(by=by, scenario=scenario)
        return reverse("scenarios")

    return confirm_page(
        request,
        act,
        title=_("Remove %(name)s?") % {"name": scenario.name},
        text=_("The question and its answer are gone; the history keeps what was asked."),
        button=_("Remove"),
        back_url=scenario_url(scenario),
    )


def found(pk: int) -> Scenario:
    """The scenario; who may read scenarios may know of all."""
    scenario: Scenario = get_object_or_404(
        Scenario.objects.select_related("plan", "round", "made_by", "adopted_by"), pk=pk
    )
    return scenario


def editor(request: HttpRequest) -> User:
    """Who edits scenarios; raises PermissionDenied."""
    authorise(request.user, EDIT)
    assert isinstance(request.user, User)
    return request.user


def scenario_url(scenario: Scenario) -> str:
    """The page of a scenario."""
    return reverse("scenario", args=[scenario.pk])


def scenarios_way() -> list[tuple[str, str]]:
    """The way down to the scenarios."""
    return [(_("Initiatives"), reverse("initiatives")), (_("Best portfolio"), reverse("scenarios"))]


def _check_open(scenario: Scenario) -> None:
    """Say at once what a write would be refused for."""
    if scenario.state in BUSY or scenario.adopted_at is not None:
        reason = _("It is being computed: wait for it, or cancel it.")
        if scenario.adopted_at is not None:
            reason = _("It was adopted and stays as it is; copy it to ask again.")
        raise StateForbids(reason, title=scenario.name, ways=[(_("To the scenario"), scenario_url(scenario))])
