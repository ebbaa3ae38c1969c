"""A plan's rounds: listed, begun, changed, removed."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import confirm_page, form_page
from core.web import authorise
from org.models import User
from strategy.actions.collecting import begin_round, change_round, remove_round
from strategy.collecting import rounds_with_counts, visible_rounds
from strategy.forms.collecting import ChangeRoundForm, RoundForm
from strategy.models import AnalysisRound, Plan
from strategy.options import home_of
from strategy.queries import visible_plans
from strategy.views.editing import is_open, posted, way_to, words_of

RUN = "strategy.run_round"


@require_safe
def rounds(request: HttpRequest, code: str) -> HttpResponseBase:
    """Every round on the plan that the reader may know of, the latest first."""
    plan: Plan = get_object_or_404(visible_plans(request.user), code=code)
    authorise(request.user, "strategy.view_analysis", plan)
    home = home_of(plan)
    context = {
        "plan": plan,
        "rounds": rounds_with_counts(request.user, home).select_related("begun_by"),
        "may_run": is_open(home) and request.user.has_perm(RUN, home),
        "add_url": reverse("add_round", args=[home.code]),
        "breadcrumbs": list(way_to(plan)),
    }
    return render(request, "strategy/collecting/rounds.html", context)


def add_round(request: HttpRequest, code: str) -> HttpResponseBase:
    """A new round: people are asked at once."""
    plan: Plan = get_object_or_404(visible_plans(request.user), code=code)
    by = _runner(request, plan)
    return form_page(
        request,
        RoundForm(posted(request), initial={"lens": request.GET.get("lens", "swot")}),
        lambda data: round_url(begin_round(by=by, plan=plan, **data)),
        title=_("Ask people what they see"),
        lead=_("Each writes alone first. Then you share what was written: all see it, merge it and vote."),
        button=_("Begin the round"),
        back_url=reverse("rounds", args=[plan.code]),
        breadcrumbs=_way(plan),
    )


def change(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What is asked, of whom, until when."""
    by, round = _round_to_run(request, pk)
    people = [each.person_id for each in round.invitations.all()]
    initial = words_of(round, "name", "question", "closes_on", "dots") | {"people": people}
    context: dict[str, Any] = {"template": "strategy/edit.html"}
    if not round.items.exists():
        context["remove_url"] = reverse("remove_round", args=[pk])
    return form_page(
        request,
        ChangeRoundForm(posted(request), round=round, initial=initial),
        lambda data: round_url(change_round(by=by, round=round, **data)),
        title=_("Change %(name)s") % {"name": round.name},
        button=_("Save"),
        back_url=round_url(round),
        breadcrumbs=[*_way(round.plan), (round.name, round_url(round))],
        history=round,
        history_kind="strategy.analysisround",
        **context,
    )


def remove(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then takes back a round in which nobody wrote."""
    by, round = _round_to_run(request, pk)
    back = reverse("rounds", args=[round.plan.code])

    def act() -> str:
        remove_round(by=by, round=round)
        return back

    return confirm_page(
        request,
        act,
        title=_("Remove %(name)s?") % {"name": round.name},
        text=_("Nobody is asked any more. A round in which people wrote is closed instead."),
        button=_("Remove"),
        back_url=round_url(round),
    )


def round_url(round: AnalysisRound) -> str:
    """The page of a round."""
    return reverse("round", args=[round.pk])


def _round_to_run(request: HttpRequest, pk: int) -> tuple[User, AnalysisRound]:
    round: AnalysisRound = get_object_or_404(visible_rounds(request.user).select_related("plan"), pk=pk)
    return _runner(request, round), round


def _runner(request: HttpRequest, of: Plan | AnalysisRound) -> User:
    authorise(request.user, RUN, of)
    assert isinstance(request.user, User)
    return request.user


def _way(plan: Plan) -> list[tuple[str, str]]:
    return [*way_to(plan), (_("Rounds"), reverse("rounds", args=[plan.code]))]
