"""Values that wait for somebody's decision, and deciding on them."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core.errors import Conflict, Refused
from core.ui.numbers import change_text, number_text
from core.web import authorise
from kpis.actions import approve_values, return_values
from kpis.approvals import waiting_for
from kpis.due import period_texts
from kpis.models import Measurement
from smo.home.badge import forget_badge

APPROVE, RETURN = "approve", "return"


@dataclass(frozen=True)
class Waiting:
    """A submitted value in words: beside it what counts until it is approved."""

    row: Measurement
    period: str
    value: str
    present: str
    change: str


def waiting(user: Any) -> list[Waiting]:
    """What waits for the user's decision, the oldest first; four queries."""
    rows = list(waiting_for(user))
    return [_waiting(row, period) for row, period in zip(rows, period_texts(rows), strict=True)]


def _waiting(row: Measurement, period: str) -> Waiting:
    present: float | None = row.present  # type: ignore[attr-defined]
    decimals = row.kpi.decimals
    return Waiting(
        row,
        period,
        number_text(row.value, decimals),
        "" if present is None else number_text(present, decimals),
        "" if present is None else change_text(row.value - present, decimals),
    )


@require_POST
def decide_values(request: HttpRequest) -> HttpResponseBase:
    """Approve or return the chosen values, all or none; what is not the user's to decide is a 404."""
    authorise(request.user, "kpis.approve_values")
    by: Any = request.user
    wanted = _wanted(request)
    rows = list(waiting_for(by).filter(pk__in=wanted))
    if len(rows) < len(wanted):
        raise Http404
    try:
        messages.success(request, _decide(request, by, [row.pk for row in rows]))
    except (Refused, Conflict) as refusal:
        messages.error(request, str(refusal))
    forget_badge(by)
    return redirect(reverse("my_work") + "?show=approvals")


def _wanted(request: HttpRequest) -> set[int]:
    """The one value beside whose button somebody pressed, else those that are ticked."""
    named = request.POST.getlist("one") or request.POST.getlist("row")
    return {int(pk) for pk in named if pk.isascii() and pk.isdigit() and len(pk) < 18}


def _decide(request: HttpRequest, by: Any, rows: list[int]) -> str:
    if request.POST.get("deed") == RETURN:
        n = return_values(by=by, rows=rows, comment=request.POST.get("comment", ""))
        return ngettext("%(n)d value is returned.", "%(n)d values are returned.", n) % {"n": n}
    n = approve_values(by=by, rows=rows)
    if not n:
        return _("Nothing was chosen.")
    return ngettext("%(n)d value counts from now on.", "%(n)d values count from now on.", n) % {"n": n}
