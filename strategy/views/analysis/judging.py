"""What a scenario would mean for the priorities, and whether an assumption still holds."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from core.pages import form_page
from strategy.actions.analysis import answer_assumption, judge_effect
from strategy.enums import Tripwire
from strategy.forms.analysis import AnswerForm, EffectsForm
from strategy.views.analysis.finding import (
    EDIT,
    TEND,
    analysis_url,
    finding_seen,
    finding_url,
    section_of,
    way_to_finding,
)
from strategy.views.editing import posted


def effects(request: HttpRequest, pk: int) -> HttpResponseBase:
    """An effect and a few words for each priority of the plan."""
    by, scenario = finding_seen(request, "scenario", pk, EDIT)
    priorities = list(scenario.plan.priorities.filter(archived_on__isnull=True))
    said = {each.priority_id: each for each in scenario.effects.all()}
    initial: dict[str, Any] = {f"effect_{key}": each.effect for key, each in said.items()}
    initial |= {f"meaning_{key}": each.meaning for key, each in said.items()}

    @transaction.atomic
    def act(data: dict[str, Any]) -> str:
        for each in priorities:
            effect, meaning = data[f"effect_{each.pk}"], data[f"meaning_{each.pk}"]
            judge_effect(by=by, scenario=scenario, priority=each, effect=effect, meaning=meaning)
        return analysis_url(scenario.plan, "scenarios")

    return form_page(
        request,
        EffectsForm(posted(request), priorities=priorities, initial=initial),
        act,
        title=_("What would it mean for our priorities?"),
        lead=scenario.name,
        button=_("Save"),
        back_url=finding_url("scenario", scenario),
        breadcrumbs=way_to_finding(by, scenario.plan, section_of("scenario")),
    )


def answer(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The owner says whether an assumption still holds; its tripwire is armed again."""
    by, assumption = finding_seen(request, "assumption", pk, TEND)
    initial = {"state": assumption.state}
    form = AnswerForm(posted(request), has_date=assumption.tripwire == Tripwire.DATE, initial=initial)

    def act(data: dict[str, Any]) -> str:
        answer_assumption(by=by, assumption=assumption, **data)
        return finding_url("assumption", assumption)

    return form_page(
        request,
        form,
        act,
        title=_("Does it still hold?"),
        lead=assumption.statement,
        button=_("Answer"),
        back_url=finding_url("assumption", assumption),
        breadcrumbs=way_to_finding(by, assumption.plan, section_of("assumption")),
        template="strategy/analysis/answer.html",
        assumption=assumption,
    )
