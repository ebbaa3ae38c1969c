"""My work: everything that is due from somebody, and entering values right there."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from core.due import due_from
from core.ui.pickers import Option, query_url
from kpis.grid import Answer
from kpis.grid.lines import Band, Line, bands, lines_of
from kpis.outstanding import next_due_on, outstanding
from kpis.queries import calendar as fiscal_calendar
from smo.home.approving import waiting
from smo.home.badge import FAR, keep_badge
from smo.home.chasing import late_people
from smo.home.entering import take_in
from smo.home.late_updates import late_reporters
from smo.home.parts import APPROVALS, LATE, PERMISSIONS, VALUES, tabs
from smo.home.scopes import NAMES, Scope, scope_of, series_in

MOST = 200


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
    return take_in(request, lambda answers, status: _page(request, answers, status))


def _page(request: HttpRequest, answers: Sequence[Answer], status: int = 200) -> HttpResponseBase:
    today = timezone.localdate()
    items = due_from(request.user, today, today + FAR)
    keep_badge(request.user, len(items))
    shown = _shown(request)
    context: dict[str, object] = {
        "shown": shown,
        "tabs": tabs(request.user, shown, items),
        "others": [item for item in items if not item.kind.startswith("kpis.")],
        "today": today,
    }
    if shown == APPROVALS:
        context["waiting"] = waiting(request.user)
    elif shown == LATE:
        context |= {"late": late_people(today), "reporters": late_reporters(request.user, today)}
    else:
        context |= _values(request, today, answers)
    return render(request, "smo/my_work.html", context, status=status)


def _shown(request: HttpRequest) -> str:
    """The part that `?show=` names, where the reader may see it; else the values."""
    wanted = request.GET.get("show", "")
    allowed = wanted in (APPROVALS, LATE) and request.user.has_perm(PERMISSIONS[wanted])
    return wanted if allowed else VALUES


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
