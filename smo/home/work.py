"""My work: everything that is due from somebody, and entering values right there."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from core.due import DueItem, due_from
from core.ui.pickers import Option, query_url
from core.web import authorise
from kpis.grid import Answer, store_typed, typed_in
from kpis.grid.lines import Band, Line, bands, change_of, lines_of
from kpis.outstanding import next_due_on, outstanding
from kpis.queries import calendar as fiscal_calendar
from smo.home.approving import waiting
from smo.home.badge import FAR, forget_badge, keep_badge
from smo.home.chasing import late_people
from smo.home.scopes import NAMES, Scope, scope_of, series_in

MOST = 200
VALUES, APPROVALS, LATE = "values", "approvals", "late"
PERMISSIONS = {APPROVALS: "kpis.approve_values", LATE: "smo.chase"}


@dataclass(frozen=True)
class Grid:
    """What is due in a scope, as bands of lines; `more`: how many are left out of a very long list."""

    bands: list[Band]
    count: int
    more: int
    next_on: dt.date | None


@require_http_methods(["GET", "HEAD", "POST"])
def my_work(request: HttpRequest) -> HttpResponseBase:
    """What is due from me, by date; a POST stores each cell that was typed and says what became of it."""
    if request.method != "POST":
        return _page(request, [])
    authorise(request.user, "kpis.enter_value")
    by: Any = request.user
    answers = store_typed(by=by, typed=typed_in(request.POST))
    forget_badge(by)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"cells": {each.typed.key: _told(each) for each in answers}})
    stored = sum(each.outcome.is_done for each in answers)
    if stored:
        said = ngettext("%(n)d value is stored.", "%(n)d values are stored.", stored) % {"n": stored}
        messages.success(request, said)
    if stored == len(answers):
        return redirect(request.get_full_path())
    return _page(request, answers, status=400)


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


def _page(request: HttpRequest, answers: Sequence[Answer], status: int = 200) -> HttpResponseBase:
    today = timezone.localdate()
    items = due_from(request.user, today, today + FAR)
    keep_badge(request.user, len(items))
    shown = _shown(request)
    context: dict[str, object] = {
        "shown": shown,
        "tabs": _tabs(request, shown, items),
        "others": [item for item in items if not item.kind.startswith("kpis.")],
        "today": today,
    }
    if shown == APPROVALS:
        context["waiting"] = waiting(request.user)
    elif shown == LATE:
        context["late"] = late_people(today)
    else:
        context |= _values(request, today, answers)
    return render(request, "smo/my_work.html", context, status=status)


def _shown(request: HttpRequest) -> str:
    """The part that `?show=` names, where the reader may see it; else the values."""
    wanted = request.GET.get("show", "")
    return wanted if wanted in PERMISSIONS and request.user.has_perm(PERMISSIONS[wanted]) else VALUES


def _tabs(request: HttpRequest, shown: str, items: Sequence[DueItem]) -> list[Option]:
    """The parts that the reader may see, with how much waits in each; none where there is only one."""
    approvals = sum(item.kind == "kpis.approval" for item in items)
    values = sum(item.kind in ("kpis.value", "kpis.returned") for item in items)
    page = reverse("my_work")
    tabs = [Option(_("Values"), page, shown == VALUES, 0, _hint(values))]
    if request.user.has_perm(PERMISSIONS[APPROVALS]):
        url = f"{page}?show={APPROVALS}"
        tabs.append(Option(_("Approvals"), url, shown == APPROVALS, 0, _hint(approvals)))
    if request.user.has_perm(PERMISSIONS[LATE]):
        tabs.append(Option(_("Who is late"), f"{page}?show={LATE}", shown == LATE))
    return tabs if len(tabs) > 1 else []


def _hint(count: int) -> str:
    return str(count) if count else ""


def _values(request: HttpRequest, today: dt.date, answers: Sequence[Answer]) -> dict[str, object]:
    scope = scope_of(request.user, request.GET.get("of", ""))
    return {
        "grid": _grid(request.user, scope, today, answers),
        "segments": _segments(request, scope) if len(scope.offered) > 1 else [],
    }


def _grid(user: Any, scope: Scope, today: dt.date, answers: Sequence[Answer]) -> Grid:
    calendar, series = fiscal_calendar(), series_in(scope, user)
    due = outstanding(series, calendar, today, latest_only=scope.latest_only)
    lines: list[Line] = lines_of(
        due[:MOST], calendar, today, {each.typed.key: each for each in answers if not each.outcome.is_done}
    )
    next_on = None if due else next_due_on(series, calendar, today)
    return Grid(bands(lines, today), len(due), max(len(due) - MOST, 0), next_on)


def _segments(request: HttpRequest, scope: Scope) -> list[Option]:
    return [
        Option(str(NAMES[each]), query_url(request.GET, of=each), each == scope.chosen)
        for each in scope.offered
    ]
