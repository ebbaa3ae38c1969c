"""The board: initiatives as cards in columns by stage; moving one asks for its gate."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import respond
from core.saved_views import views_for
from core.ui.pickers import Option, query_url
from core.web import authorise
from initiatives.enums import ENDED, Stage
from initiatives.gates.moves import moves_from
from initiatives.portfolio.askers import askable
from initiatives.portfolio.filters import find_initiatives, portfolio_filters
from initiatives.portfolio.rows import PortfolioRow, in_order, read_rows

USUAL = ("department", "mine", "objective", "priority", "category")


@dataclass(frozen=True)
class Column:
    """A stage with its cards: each with the stages to which this user may ask to move it."""

    stage: str
    name: str
    cards: Sequence[tuple[PortfolioRow, tuple[str, ...]]]


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """The initiatives of the filters by stage; `?ended=yes` shows what is completed and cancelled, too."""
    authorise(request.user, "initiatives.view_initiative")
    user: Any = request.user
    rows = in_order(read_rows(find_initiatives(user, request.GET.dict()), user), "name")
    with_ended = request.GET.get("ended") == "yes"
    stages = [stage for stage in Stage if with_ended or stage not in ENDED]
    filters = [each for each in portfolio_filters(user, request.GET.dict()) if each.name in USUAL]
    context = {
        "columns": _columns(rows, stages, askable(user, [row.initiative for row in rows])),
        "filters": filters,
        "ended": [
            Option(_("In work"), query_url(request.GET, ended=None), not with_ended),
            Option(_("With ended ones"), query_url(request.GET, ended="yes"), with_ended),
        ],
        "saved": views_for(user, "initiative_board", request.GET),
    }
    return respond(request, "initiatives/portfolio/board.html", "results", context)


def _columns(rows: Sequence[PortfolioRow], stages: Sequence[Stage], movable: set[int]) -> list[Column]:
    return [
        Column(
            stage,
            str(stage.label),
            [(row, _ways(row, movable)) for row in rows if row.initiative.stage == stage],
        )
        for stage in stages
    ]


def _ways(row: PortfolioRow, movable: set[int]) -> tuple[str, ...]:
    """The stages to which a card may be moved; none while it waits at a gate."""
    if row.waiting is not None or row.initiative.pk not in movable:
        return ()
    return tuple(str(move.after) for move in moves_from(row.initiative.stage))
