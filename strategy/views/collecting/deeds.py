"""The small things that are done on a round's page, each by a button."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from strategy.actions.collecting import merge_items, move_round, place_dots, say_done, split_item
from strategy.collecting import shared_items
from strategy.enums import RoundState
from strategy.models import AnalysisItem, AnalysisRound

Deed = Callable[[Any, AnalysisRound], None]


def _done(request: Any, round: AnalysisRound) -> None:
    say_done(by=request.user, round=round)
    messages.success(request, _("Thank you. You can still add something while the round collects."))


def _undone(request: Any, round: AnalysisRound) -> None:
    say_done(by=request.user, round=round, done=False)


def _dots(request: Any, round: AnalysisRound) -> None:
    item = _item(request, round, "item")
    typed = request.POST.get("dots", "")
    if not typed.isascii() or not typed.isdecimal() or len(typed) > 3:
        raise Refused([Fault(_("How many votes? A whole number."), field="dots")])
    place_dots(by=request.user, item=item, dots=int(typed))


def _merge(request: Any, round: AnalysisRound) -> None:
    item = _item(request, round, "item")
    merge_items(by=request.user, into=_item(request, round, "into"), item=item)


def _split(request: Any, round: AnalysisRound) -> None:
    split_item(by=request.user, item=_item(request, round, "item"))


def _to(state: str) -> Deed:
    def act(request: HttpRequest, round: AnalysisRound) -> None:
        move_round(by=request.user, round=round, state=state)  # type: ignore[arg-type]

    return act


def _item(request: Any, round: AnalysisRound, name: str) -> AnalysisItem:
    """The shared item that a button names; what is somebody's own does not exist here."""
    pk = request.POST.get(name, "")
    known = pk.isascii() and pk.isdecimal() and len(pk) < 19
    found: AnalysisItem = get_object_or_404(shared_items(round), pk=int(pk) if known else 0)
    return found


ANSWER, RUN = "strategy.answer_round", "strategy.run_round"
DEEDS: dict[str, tuple[str, Deed]] = {
    "done": (ANSWER, _done),
    "undone": (ANSWER, _undone),
    "dots": (ANSWER, _dots),
    "share": (RUN, _to(RoundState.VOTING)),
    "collect": (RUN, _to(RoundState.COLLECTING)),
    "close": (RUN, _to(RoundState.CLOSED)),
    "merge": (RUN, _merge),
    "split": (RUN, _split),
}
