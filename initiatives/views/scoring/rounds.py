"""Rounds of scoring: listed, begun, changed, removed."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import confirm_page, form_page
from core.web import authorise
from initiatives.actions import scoring as actions
from initiatives.forms.scoring import RoundForm
from initiatives.models import ScoringCriterion, ScoringRound
from initiatives.scoring.visible import rounds_with_counts, visible_scoring_rounds
from org.models import User
from strategy.views.editing import posted, words_of

VIEW, EDIT = "initiatives.view_scoring", "initiatives.edit_scoring"


@require_safe
def rounds(request: HttpRequest) -> HttpResponseBase:
    """Every round, the latest first."""
    authorise(request.user, VIEW)
    context = {
        "rounds": rounds_with_counts(request.user).select_related("begun_by"),
        "criteria": ScoringCriterion.objects.filter(archived_on=None),
        "may_edit": request.user.has_perm(EDIT),
        "breadcrumbs": _portfolio_way(),
    }
    return render(request, "initiatives/scoring/rounds.html", context)


def begin(request: HttpRequest) -> HttpResponseBase:
    """A new round: people are asked at once."""
    by = _editor(request)

    def act(data: dict[str, Any]) -> str:
        return round_url(actions.begin_scoring_round(by=by, **data))

    return form_page(
        request,
        RoundForm(posted(request), user=by),
        act,
        title=_("Ask people to score"),
        lead=_("Each scores alone; the others' scores are seen when one is through, or the round is closed."),
        button=_("Begin the round"),
        back_url=reverse("scoring_rounds"),
        breadcrumbs=rounds_way(),
    )


def change(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What is asked, of whom, until when."""
    by, round = _editor(request), _round(request, pk)
    initial = words_of(round, "name", "note", "closes_on") | {
        "initiatives": list(round.initiatives.values_list("pk", flat=True)),
        "scorers": list(round.scorers.values_list("person", flat=True)),
    }
    context: dict[str, Any] = {"template": "strategy/edit.html"}
    if not round.scores.exists():
        context["remove_url"] = reverse("remove_scoring_round", args=[pk])
    return form_page(
        request,
        RoundForm(posted(request), user=by, round=round, initial=initial),
        lambda data: round_url(actions.change_scoring_round(by=by, round=round, **data)),
        title=_("Change %(name)s") % {"name": round.name},
        button=_("Save"),
        back_url=round_url(round),
        breadcrumbs=[*rounds_way(), (round.name, round_url(round))],
        history=round,
        history_kind="initiatives.scoringround",
        **context,
    )


def remove(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then takes back a round in which nobody scored."""
    by, round = _editor(request), _round(request, pk)

    def act() -> str:
        actions.remove_scoring_round(by=by, round=round)
        return reverse("scoring_rounds")

    return confirm_page(
        request,
        act,
        title=_("Remove %(name)s?") % {"name": round.name},
        text=_("Nobody is asked any more. A round in which people scored is closed instead."),
        button=_("Remove"),
        back_url=round_url(round),
    )


def round_url(round: ScoringRound) -> str:
    """The page of a round."""
    return reverse("scoring_round", args=[round.pk])


def rounds_way() -> list[tuple[str, str]]:
    """The way down to the rounds."""
    return [*_portfolio_way(), (_("Prioritisation"), reverse("scoring_rounds"))]


def _portfolio_way() -> list[tuple[str, str]]:
    return [(_("Initiatives"), reverse("initiatives"))]


def _round(request: HttpRequest, pk: int) -> ScoringRound:
    round: ScoringRound = get_object_or_404(visible_scoring_rounds(request.user), pk=pk)
    return round


def _editor(request: HttpRequest) -> User:
    authorise(request.user, EDIT)
    assert isinstance(request.user, User)
    return request.user
