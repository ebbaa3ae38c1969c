"""The status of everything under way, as a page and as a file."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.exports import csv_response
from core.pages import respond
from core.ui.pickers import Option, query_url
from core.web import authorise
from initiatives.forms.status import StatusFilterForm
from initiatives.status import portfolio as reading
from initiatives.status.lights import computed_label, light_label
from initiatives.status.portfolio import Line, Portfolio, read_portfolio
from initiatives.status.presenting import DutyRow, disagreement_text
from initiatives.views.seen import VIEW

PAGE = "initiatives/status/portfolio.html"


@require_safe
def portfolio_status(request: HttpRequest) -> HttpResponseBase:
    """Reported beside computed; `?show=` leaves what disagrees, is overdue, needs help or is questioned."""
    authorise(request.user, VIEW)
    form = StatusFilterForm(request.GET)
    found = read_portfolio(request.user, timezone.localdate(), request.GET.get("department", ""))
    chosen = request.GET.get("show", "")
    chosen = chosen if chosen in reading.FILTERS else reading.ALL
    lines = found.shown(chosen)
    if request.GET.get("format") == "csv":
        return csv_response("status.csv", _HEAD, map(_cells, lines))
    context = {
        "rows": [_row(each) for each in lines],
        "segments": _segments(request, found, chosen),
        "chosen": chosen,
        "form": form,
        "csv_url": query_url(request.GET, format="csv"),
    }
    return respond(request, PAGE, "lines", context)


def _segments(request: HttpRequest, found: Portfolio, chosen: str) -> list[Option]:
    names = {
        reading.ALL: _("All under way"),
        reading.DISAGREE: _("Rosier than the figures"),
        reading.OVERDUE: _("Update overdue"),
        reading.HELP: _("Help needed"),
        reading.OPEN_QUESTION: _("Question open"),
    }
    return [
        Option(name, query_url(request.GET, show=key), key == chosen, 0, str(found.counts[key]))
        for key, name in names.items()
    ]


def _row(line: Line) -> dict[str, Any]:
    """A line with its lights drawn."""
    told, computed = line.state.reported, line.state.computed
    update = told.update if told else None
    progress = line.state.progress
    return {
        "line": line,
        "initiative": line.initiative,
        "update": update,
        "reported": [
            light_label(getattr(update, what) if update else "") for what in ("schedule", "cost", "scope")
        ],
        "computed": [
            computed_label(computed.schedule, computed.schedule_unknown),
            computed_label(computed.cost, computed.cost_unknown),
        ],
        "disagreements": [disagreement_text(each) for each in line.state.disagreements],
        "progress": None if progress is None else round(progress * 100),
        "late": DutyRow(line.late, line.days_late).late_text if line.late else "",
    }


_HEAD = (
    "code",
    "name",
    "department",
    "lead",
    "stage",
    "reported_for",
    "reported_schedule",
    "reported_cost",
    "reported_scope",
    "computed_schedule",
    "computed_cost",
    "progress",
    "spi",
    "cpi",
    "days_late",
    "help_needed",
)


def _cells(line: Line) -> Sequence[Any]:
    """A line of the file; lights by their words in the API."""
    initiative, computed, told = line.initiative, line.state.computed, line.state.reported
    update, progress = told.update if told else None, line.state.progress
    return (
        initiative.code,
        initiative.name,
        initiative.department.code if initiative.department else "",
        initiative.lead.email if initiative.lead else "",
        initiative.stage,
        update.due_on if update else "",
        *(getattr(update, what) if update else "" for what in ("schedule", "cost", "scope")),
        computed.schedule,
        computed.cost,
        "" if progress is None else round(progress * 100, 1),
        "" if computed.spi is None else round(computed.spi, 3),
        "" if computed.cpi is None else round(computed.cpi, 3),
        line.days_late,
        line.help_needed,
    )
