"""One round: scoring alone, then the result with its spread and the picture of value and effort."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.errors import Conflict, Fault, Refused
from core.exports import csv_response, xlsx_response
from core.web import authorise
from initiatives.actions import scoring as actions
from initiatives.enums import ScoringState
from initiatives.models import Scorer, ScoringRound
from initiatives.scoring.exporting import export_of
from initiatives.scoring.grid import grid_of, typed_in
from initiatives.scoring.picture import picture_of, table_of
from initiatives.scoring.presenting import lines_of
from initiatives.scoring.reading import Sheet, read_sheet
from initiatives.scoring.visible import shows_all, visible_scoring_rounds
from initiatives.views.scoring.rounds import EDIT, VIEW, round_url, rounds_way
from org.models import User

SCORE = "initiatives.score"
STATES = {"close": ScoringState.CLOSED, "open": ScoringState.OPEN}


@require_http_methods(["GET", "HEAD", "POST"])
def round(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What the reader may see of a round; a POST stores scores, or does what `deed` says."""
    shown: ScoringRound = get_object_or_404(visible_scoring_rounds(request.user), pk=pk)
    if request.method != "POST":
        return _page(request, shown)
    deed = request.POST.get("deed", "score")
    authorise(request.user, EDIT if deed in STATES else SCORE, shown)
    try:
        _do(request, shown, deed)
    except Refused as refusal:
        return _not_done(request, shown, [str(each.message) for each in refusal.faults], 400, refusal.faults)
    except Conflict as conflict:
        return _not_done(request, shown, [str(conflict)], 409)
    if _wants_data(request):
        return JsonResponse({"saved": True})
    return redirect(round_url(shown))


def _do(request: HttpRequest, shown: ScoringRound, deed: str) -> None:
    by = request.user
    assert isinstance(by, User)
    if deed in STATES:
        actions.move_scoring_round(by=by, round=shown, state=STATES[deed])
        return
    if deed == "undone":
        actions.say_scored(by=by, round=shown, done=False)
        return
    if deed not in ("score", "done"):
        raise Http404(deed)
    typed = typed_in(request.POST.dict(), grid_of(read_sheet(shown, by), by))
    if typed:
        actions.give_scores(by=by, round=shown, scores=typed)
    if deed == "done":
        actions.say_scored(by=by, round=shown)
        messages.success(request, _("Thank you. Now you see how the others score."))
    elif not typed:
        raise Refused(_("There is nothing to store."))
    elif not _wants_data(request):
        messages.success(request, _("Your scores are stored."))


def _wants_data(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


def _not_done(
    request: HttpRequest,
    shown: ScoringRound,
    words: list[str],
    status: int,
    faults: list[Fault] | None = None,
) -> HttpResponseBase:
    if _wants_data(request):
        fields = [each.field for each in faults or []]
        return JsonResponse({"saved": False, "message": " ".join(words), "fields": fields}, status=status)
    for each in words[:5]:
        messages.error(request, each)
    return _page(request, shown, status)


def _page(request: HttpRequest, shown: ScoringRound, status: int = 200) -> HttpResponse:
    sheet = read_sheet(shown, request.user)
    own = next((each for each in sheet.scorers if each.person_id == request.user.pk), None)
    is_open = shown.state == ScoringState.OPEN
    scores_now = is_open and own is not None and own.done_at is None
    context: dict[str, Any] = {
        "round": shown,
        "criteria": sheet.criteria,
        "own": own,
        "is_open": is_open,
        "grid": grid_of(sheet, request.user) if scores_now else None,
        "people": _people(sheet),
        "may_edit": request.user.has_perm(EDIT),
        "listed": request.user.has_perm(VIEW),
        "breadcrumbs": rounds_way() if request.user.has_perm(VIEW) else [(_("My work"), reverse("my_work"))],
    }
    if shows_all(shown, request.user):
        context |= {
            "lines": lines_of(sheet),
            "figure": picture_of(sheet),
            "table": table_of(sheet),
            "all_apart": bool(sheet.result.apart.any()),
        }
    return render(request, "initiatives/scoring/round.html", context, status=status)


def _people(sheet: Sheet) -> list[tuple[Scorer, bool]]:
    """Who is asked, and whether they are through."""
    return [(each, each.done_at is not None) for each in sheet.scorers]


@require_safe
def export(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The result as CSV or a workbook, once the reader sees it."""
    shown: ScoringRound = get_object_or_404(visible_scoring_rounds(request.user), pk=pk)
    if kind not in ("csv", "xlsx") or not shows_all(shown, request.user):
        raise Http404(kind)
    header, rows = export_of(read_sheet(shown, request.user))
    respond = csv_response if kind == "csv" else xlsx_response
    return respond(f"scores-{shown.pk}.{kind}", header, rows)
