"""The roadmap: priorities × quarters."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import respond
from core.ui.pickers import Option, query_url
from core.web import authorise
from initiatives.planning.portfolio import read_spans
from initiatives.planning.roadmap import MOST_QUARTERS, lay_out, priorities_served, quarters_around
from initiatives.views.planning.portfolio import asked_for, filters_of, shows
from initiatives.views.seen import VIEW
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.queries import calendar
from kpis.wording import period_text
from strategy.queries import current_plan

_STEP = 4


@require_safe
def roadmap(request: HttpRequest) -> HttpResponse:
    """Two years of quarters from `?from=` (a day; else the last quarter on); filters as the Gantt chart's."""
    authorise(request.user, VIEW)
    today, fiscal, plan = timezone.localdate(), calendar(), current_plan(request.user)
    quarters = _quarters(request.GET.get("from", ""), today, fiscal)
    initiatives = asked_for(request)
    priorities = list(plan.priorities.filter(archived_on__isnull=True)) if plan else []
    served = priorities_served(initiatives, plan, request.user)
    laid = lay_out(read_spans(initiatives, today), served, priorities, quarters, fiscal)
    now = fiscal.containing(today, Frequency.QUARTER)
    context = {
        "plan": plan,
        "roadmap": laid,
        "quarters": [(period_text(each, fiscal), each == now) for each in quarters],
        "columns": len(quarters) + 1,
        "count": len(initiatives),
        "filters": filters_of(request),
        "shows": shows(request),
        "as_table": request.GET.get("show") == "table",
        "ways": _ways(request, quarters, fiscal),
        "breadcrumbs": [(_("Initiatives"), reverse("initiatives"))],
    }
    return respond(request, "initiatives/planning/roadmap.html", "results", context)


def _quarters(text: str, today: dt.date, fiscal: Calendar) -> list[Period]:
    try:
        asked = dt.date.fromisoformat(text)
    except ValueError:
        return quarters_around(today, fiscal)
    if not 1900 < asked.year < 2190:
        return quarters_around(today, fiscal)
    return quarters_around(asked, fiscal, back=0, ahead=MOST_QUARTERS // 2)


def _ways(request: HttpRequest, quarters: list[Period], fiscal: Calendar) -> list[Option]:
    """A year back, today, a year ahead."""
    before, after = (fiscal.start(fiscal.shift(quarters[0], step)) for step in (-_STEP, _STEP))
    return [
        Option(_("A year back"), query_url(request.GET, **{"from": before.isoformat()})),
        Option(_("Now"), query_url(request.GET, **{"from": None}), "from" not in request.GET),
        Option(_("A year on"), query_url(request.GET, **{"from": after.isoformat()})),
    ]
