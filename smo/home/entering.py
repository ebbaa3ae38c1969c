"""What becomes of values that were typed into a grid, for pages with a script and without."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import ngettext

from core.web import authorise
from kpis.grid import Answer, store_typed, typed_in
from kpis.grid.lines import change_of
from smo.home.badge import forget_badge

Page = Callable[[Sequence[Answer], int], HttpResponseBase]


def take_in(request: HttpRequest, page: Page) -> HttpResponseBase:
    """Store each cell that was typed and say what became of it.

    A script gets the pieces of the page that say so; else a form in order leads back, and one with something
    to mend is shown again by `page(answers, 400)`, with everything as it was typed.
    """
    authorise(request.user, "kpis.enter_value")
    by: Any = request.user
    answers = store_typed(by=by, typed=typed_in(request.POST))
    forget_badge(by)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"cells": {each.typed.key: _told(each) for each in answers}})
    stored = sum(each.is_news for each in answers)
    if stored:
        said = ngettext("%(n)d value is stored.", "%(n)d values are stored.", stored) % {"n": stored}
        messages.success(request, said)
    if all(each.outcome.is_done for each in answers):
        return redirect(request.get_full_path())
    return page(answers, 400)


def _told(answer: Answer) -> dict[str, str]:
    """What became of a cell, with the pieces of the page that say so."""
    line = {
        "key": answer.typed.key,
        "outcome": answer.outcome,
        "message": answer.message,
        "reason": answer.typed.reason,
        "is_done": answer.outcome.is_done,
        "is_wrong": not answer.outcome.is_done,
    }
    return {
        "outcome": answer.outcome,
        "state": render_to_string("kpis/grid_state.html", {"line": line, "now": timezone.localtime()}),
        "message": render_to_string("kpis/grid_message.html", {"line": line}),
        "change": change_of(answer),
    }
