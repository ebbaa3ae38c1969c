"""Arranging the SWOT board: by drag, by menus, by the keyboard, with scripts or without."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.errors import Conflict, Refused
from strategy.actions.analysis import place_item
from strategy.analysis.overview import read_overview
from strategy.collecting import board_items
from strategy.enums import Quadrant
from strategy.models import AnalysisItem
from strategy.views.analysis.finding import EDIT, ITEM, analysis_url, finding_seen
from strategy.views.analysis.page import board_context

STEPS = {"up": -1, "down": 1}


@require_POST
def place(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Move a card: `move` is up, down, a quadrant, or off (the board); `position` a place in the quadrant."""
    by, item = finding_seen(request, ITEM, pk, EDIT)
    try:
        quadrant, position = _where(item, request.POST.get("move", ""), request.POST.get("position", ""))
        place_item(by=by, item=item, quadrant=quadrant, position=position)
        said = _said(item)
    except (Refused, Conflict) as error:
        said = str(error)
    if not request.headers.get("HX-Request"):
        messages.info(request, said)
        return redirect(f"{analysis_url(item.plan, 'swot')}#item-{item.pk}")
    context = {"plan": item.plan, "said": said, **board_context(read_overview(item.plan, _today()), True)}
    return render(request, "strategy/analysis/board.html", context)


_today = timezone.localdate


def _where(item: AnalysisItem, move: str, position: str) -> tuple[str, int | None]:
    """The quadrant and the place in it; raises Refused where nothing of the kind is said."""
    if move in STEPS:
        return item.quadrant, max(0, _place_of(item) + STEPS[move])
    if move == "off":
        return "", None
    if move not in Quadrant.values:
        raise Refused(_("Say where to: up, down, off, or a quadrant."))
    return move, int(position) if position.isascii() and position.isdigit() else None


def _shown_with(item: AnalysisItem) -> list[int]:
    """The items of its quadrant, in their order."""
    shown = board_items(item.plan).filter(quadrant=item.quadrant)
    return list(shown.order_by("position", "pk").values_list("pk", flat=True))


def _place_of(item: AnalysisItem) -> int:
    shown = _shown_with(item)
    return shown.index(item.pk) if item.pk in shown else len(shown)


def _said(item: AnalysisItem) -> str:
    """What is read aloud when a card has moved."""
    if not item.quadrant:
        return _("“%(item)s” is off the board.") % {"item": item.statement}
    shown = _shown_with(item)
    words = {
        "item": item.statement,
        "quadrant": item.get_quadrant_display(),
        "place": shown.index(item.pk) + 1,
        "count": len(shown),
    }
    return _("“%(item)s” is number %(place)d of %(count)d in %(quadrant)s.") % words
