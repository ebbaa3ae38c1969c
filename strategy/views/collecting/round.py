"""One round: writing alone, the shared board, votes, the result."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.errors import Conflict, Refused
from core.pages import carry_out, form_page
from core.web import authorise
from org.models import User
from strategy.actions.collecting import change_contribution, contribute, take_back_contribution
from strategy.collecting import (
    invitation_of,
    own_items,
    possible_duplicates,
    read_board,
    visible_round_items,
    visible_rounds,
)
from strategy.enums import ItemState, Lens, RoundState
from strategy.forms.collecting import ContributionForm
from strategy.models import AnalysisItem, AnalysisRound
from strategy.queries import visible_plans
from strategy.views.collecting.deeds import DEEDS
from strategy.views.collecting.rounds import round_url
from strategy.views.editing import is_open, posted, way_to, words_of

ANSWER, RUN = "strategy.answer_round", "strategy.run_round"


@require_http_methods(["GET", "HEAD", "POST"])
def round(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What the reader may see of a round; a POST writes an item, or does what `deed` says."""
    found = visible_rounds(request.user).select_related("plan__revises", "begun_by")
    shown: AnalysisRound = get_object_or_404(found, pk=pk)
    authorise(request.user, "strategy.view_round", shown)
    if request.method != "POST":
        return _page(request, shown, ContributionForm(None, lens=shown.lens))
    deed = request.POST.get("deed", "contribute")
    return _contribute(request, shown) if deed == "contribute" else _do(request, shown, deed)


def _contribute(request: HttpRequest, shown: AnalysisRound) -> HttpResponseBase:
    authorise(request.user, ANSWER, shown)
    by = request.user
    assert isinstance(by, User)
    form, status = ContributionForm(request.POST, lens=shown.lens), 400
    if form.is_valid():
        item, status = carry_out(form, lambda: contribute(by=by, round=shown, **form.cleaned_data))
        if item is not None:
            messages.success(request, _("Kept. Only you see it until the round is shared."))
            return redirect(f"{round_url(shown)}#write")
    return _page(request, shown, form, status)


def _do(request: HttpRequest, shown: AnalysisRound, deed: str) -> HttpResponseBase:
    """A small deed; asked by htmx the board is drawn anew, else the whole page."""
    if deed not in DEEDS:
        raise Http404(deed)
    permission, act = DEEDS[deed]
    authorise(request.user, permission, shown)
    status = 200
    try:
        act(request, shown)
    except Refused as refusal:
        messages.error(request, " ".join(fault.message for fault in refusal.faults))
        status = 400
    except Conflict as conflict:
        messages.error(request, str(conflict))
        status = 409
    if request.headers.get("HX-Request"):
        shown.refresh_from_db()
        context = _context(request, shown)
        return render(request, "strategy/collecting/round.html#board", context)
    if status == 200:
        return redirect(round_url(shown))
    return _page(request, shown, ContributionForm(None, lens=shown.lens), status)


def _page(
    request: HttpRequest, shown: AnalysisRound, form: ContributionForm, status: int = 200
) -> HttpResponse:
    context = _context(request, shown) | {"form": form}
    return render(request, "strategy/collecting/round.html", context, status=status)


def _context(request: HttpRequest, shown: AnalysisRound) -> dict[str, Any]:
    open_now = is_open(shown.plan)
    invitation = invitation_of(shown, request.user)
    may_run = open_now and request.user.has_perm(RUN, shown)
    reads_plan = visible_plans(request.user).filter(pk=shown.plan_id).exists()
    shared = shown.state != RoundState.COLLECTING
    board = read_board(shown, request.user)
    return {
        "round": shown,
        "plan": shown.plan if reads_plan else None,
        "invitation": invitation,
        "may_write": open_now and invitation is not None and shown.state == RoundState.COLLECTING,
        "may_vote": open_now and invitation is not None and shown.state == RoundState.VOTING,
        "may_run": may_run,
        "own": own_items(shown, request.user),
        "board": board if shared or board.items else None,
        "people": _people(shown, board.voted),
        "written": shown.items.filter(state__in=(ItemState.OWN, ItemState.SHARED, ItemState.MERGED)).count(),
        "pairs": possible_duplicates(shown) if may_run and shared else [],
        "breadcrumbs": _way(shown, request.user) if reads_plan else [(_("My work"), reverse("my_work"))],
    }


def _people(shown: AnalysisRound, voted: frozenset[int]) -> list[tuple[User, bool]]:
    """Who is asked, and whether they are done: with writing, or with voting."""
    asked = shown.invitations.select_related("person").order_by("person__name")
    if shown.state == RoundState.COLLECTING:
        return [(each.person, each.done_at is not None) for each in asked]
    return [(each.person, each.person_id in voted) for each in asked]


def _way(shown: AnalysisRound, reader: Any) -> list[tuple[str, str]]:
    """Who is only invited does not read the list of rounds."""
    listed = (_("Rounds"), reverse("rounds", args=[shown.plan.code]))
    reads_analysis = reader.has_perm("strategy.view_analysis", shown.plan)
    return [*way_to(shown.plan), *([listed] if reads_analysis else [])]


def item(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What one wrote oneself, changed or taken back while nobody else sees it."""
    mine = visible_round_items(request.user).select_related("round__plan")
    written: AnalysisItem = get_object_or_404(mine, pk=pk)
    authorise(request.user, "strategy.change_contribution", written)
    assert isinstance(request.user, User)
    assert written.round is not None
    by, back = request.user, round_url(written.round)

    def act(data: dict[str, Any]) -> str:
        if "remove" in request.POST:
            take_back_contribution(by=by, item=written)
        else:
            change_contribution(by=by, item=written, **data)
        return back

    place = written.quadrant if written.lens == Lens.SWOT else written.category
    initial = words_of(written, "statement", "evidence", "impact", "likelihood") | {"place": place}
    data = initial if "remove" in request.POST else posted(request)
    return form_page(
        request,
        ContributionForm(data, lens=written.lens, initial=initial),
        act,
        title=_("Change what you wrote"),
        lead=_("Only you see it until the round is shared."),
        button=_("Save"),
        back_url=back,
        breadcrumbs=[(written.round.name, back)],
        template="strategy/collecting/item.html",
    )
