"""The criteria by which initiatives are compared."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.errors import Conflict, Refused
from core.pages import confirm_page, form_page
from core.web import authorise
from initiatives.actions import scoring as actions
from initiatives.forms.scoring import CriterionForm
from initiatives.models import ScoringCriterion
from initiatives.views.scoring.rounds import EDIT, VIEW, rounds_way
from org.models import User
from strategy.views.editing import posted, words_of


@require_http_methods(["GET", "HEAD", "POST"])
def criteria(request: HttpRequest) -> HttpResponseBase:
    """What initiatives are compared by; a POST begins with five, or takes one out of use or back into it."""
    authorise(request.user, VIEW)
    status = 200
    if request.method == "POST":
        try:
            _do(_editor(request), request)
            return redirect("scoring_criteria")
        except Conflict as conflict:
            messages.error(request, str(conflict))
            status = 409
        except Refused as refusal:
            messages.error(request, str(refusal))
            status = 400
    everything = list(ScoringCriterion.objects.all())
    context = {
        "criteria": [each for each in everything if each.archived_on is None],
        "archived": [each for each in everything if each.archived_on is not None],
        "may_edit": request.user.has_perm(EDIT),
        "breadcrumbs": rounds_way(),
    }
    return render(request, "initiatives/scoring/criteria.html", context, status=status)


def _do(by: User, request: HttpRequest) -> None:
    """What a button asks: `deed` "suggest", or "archive" and "restore" with a `criterion`."""
    deed, pk = request.POST.get("deed", ""), request.POST.get("criterion", "")
    if deed == "suggest":
        actions.suggest_criteria(by=by)
        return
    if deed not in ("archive", "restore"):
        raise Refused(_("There is nothing to do."))
    if not (pk.isascii() and pk.isdecimal() and len(pk) < 19):
        raise Http404(pk)
    criterion: ScoringCriterion = get_object_or_404(ScoringCriterion, pk=int(pk))
    act = actions.archive_criterion if deed == "archive" else actions.restore_criterion
    act(by=by, criterion=criterion)


def add(request: HttpRequest) -> HttpResponseBase:
    """One criterion more."""
    by = _editor(request)

    def act(data: dict[str, Any]) -> str:
        actions.add_criterion(by=by, **data)
        return reverse("scoring_criteria")

    return form_page(
        request,
        CriterionForm(posted(request)),
        act,
        title=_("New criterion"),
        button=_("Add"),
        back_url=reverse("scoring_criteria"),
        breadcrumbs=_way(),
    )


def change(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What it says and how much it counts."""
    by = _editor(request)
    criterion: ScoringCriterion = get_object_or_404(ScoringCriterion, pk=pk)

    def act(data: dict[str, Any]) -> str:
        actions.change_criterion(by=by, criterion=criterion, **data)
        return reverse("scoring_criteria")

    return form_page(
        request,
        CriterionForm(
            posted(request), initial=words_of(criterion, "name", "help", "weight", "better", "axis")
        ),
        act,
        title=_("Change %(name)s") % {"name": criterion.name},
        lead=_("Results of every round count with the new weight at once."),
        button=_("Save"),
        back_url=reverse("scoring_criteria"),
        breadcrumbs=_way(),
        template="strategy/edit.html",
        history=criterion,
        history_kind="initiatives.scoringcriterion",
        remove_url=reverse("remove_scoring_criterion", args=[pk]),
    )


def remove(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then takes out a criterion that nobody scored by."""
    by = _editor(request)
    criterion: ScoringCriterion = get_object_or_404(ScoringCriterion, pk=pk)

    def act() -> str:
        actions.remove_criterion(by=by, criterion=criterion)
        return reverse("scoring_criteria")

    return confirm_page(
        request,
        act,
        title=_("Remove %(name)s?") % {"name": criterion.name},
        text=_("One that initiatives were scored by is archived instead."),
        button=_("Remove"),
        back_url=reverse("change_scoring_criterion", args=[pk]),
    )


def _editor(request: HttpRequest) -> User:
    authorise(request.user, EDIT)
    assert isinstance(request.user, User)
    return request.user


def _way() -> list[tuple[str, str]]:
    return [*rounds_way(), (_("Criteria"), reverse("scoring_criteria"))]
