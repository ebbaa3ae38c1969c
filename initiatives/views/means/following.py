"""Money follows strategy: weight in the plan beside share of money and of people."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.ui.pickers import Option, query_url
from core.web import authorise
from initiatives.means.following import read_following
from initiatives.means.following.presenting import share_figure, share_table, share_title
from initiatives.means.months import year_now
from initiatives.views.means.capacity import way_to_resources
from initiatives.views.seen import VIEW
from kpis.queries import calendar as fiscal_calendar
from strategy.models import Plan
from strategy.queries import current_plan, organisation_plans


@require_safe
def money_follows(request: HttpRequest) -> HttpResponseBase:
    """Objectives and priorities: `?plan=`, `year` (a fiscal year or `all`), `stages=all` with proposals."""
    authorise(request.user, VIEW)
    plan = _plan(request)
    today = timezone.localdate()
    now = year_now(fiscal_calendar(), today)
    year = _year(request, now)
    proposals = request.GET.get("stages") == "all"
    found = read_following(request.user, plan, year, today, proposals) if plan else None
    context: dict[str, Any] = {
        "following": found,
        "plan": plan,
        "year": year,
        "years": _years(request, now, year),
        "stages": _stages(request, proposals),
        "breadcrumbs": way_to_resources(),
    }
    if found is not None:
        context |= {"figure": share_figure(found), "table": share_table(found)}
        context["finding"] = share_title(found)
        context["flagged"] = [line for line in found.objectives if line.flags]
    return render(request, "initiatives/means/following.html", context)


def _plan(request: HttpRequest) -> Plan | None:
    code = request.GET.get("plan", "")
    if code:
        named: Plan = get_object_or_404(organisation_plans(request.user), code=code)
        return named
    return current_plan(request.user)


def _year(request: HttpRequest, now: int) -> int | None:
    text = request.GET.get("year", "")
    if text == "all":
        return None
    asked = text.isascii() and text.isdigit() and 1990 <= int(text[:6]) <= 2150
    return int(text) if asked else now


def _years(request: HttpRequest, now: int, year: int | None) -> list[Option]:
    shown = sorted({*range(now - 1, now + 3), *([year] if year else [])})
    options = [Option(str(each), query_url(request.GET, year=str(each)), each == year) for each in shown]
    return [*options, Option(_("All years"), query_url(request.GET, year="all"), year is None)]


def _stages(request: HttpRequest, proposals: bool) -> list[Option]:
    return [
        Option(_("Under way"), query_url(request.GET, stages=None), not proposals),
        Option(_("With proposals"), query_url(request.GET, stages="all"), proposals),
    ]
