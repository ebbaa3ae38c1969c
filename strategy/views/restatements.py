"""What was restated between two days: the changes, and what they did to the scores."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.exports import csv_response
from core.ui.pickers import Picker, kept_parameters, query_url
from core.web import NothingThere, authorise
from kpis.as_of import AsOf, AsOfError, day_text
from kpis.restating import Change, Kind
from kpis.views.context import department_picker, period_picker
from kpis.wording import period_text
from org.models import Department
from strategy.restating import Restatements, read_restatements
from strategy.restating.days import read_span
from strategy.views.context import PageContext, plan_picker, read_context

EXPORT_HEADER = ("what", "code", "name", "department", "period", "before", "after", "at", "by", "reason")


@require_safe
def restatements(request: HttpRequest) -> HttpResponse:
    """What was restated after `?from=` until `?to=` (else today); `?format=csv` gives the same as a file."""
    authorise(request.user, "strategy.view_scorecard")
    context = read_context(request)
    if context is None:
        return render(request, "strategy/scorecard_empty.html")
    try:
        since, until = read_span(request.GET.get("from"), request.GET.get("to"))
    except AsOfError as error:
        raise NothingThere(str(error)) from error
    department = Department.objects.get(pk=context.department.id)
    found = read_restatements(context.plan, department, context.period, since, until)
    if request.GET.get("format") == "csv":
        name = f"restatements-{context.plan.code}-{since.day}-{until.day}.csv"
        return csv_response(name, EXPORT_HEADER, [export_row(each) for each in found.changes])
    return render(request, "strategy/restatements.html", _shown(request, context, found))


def _shown(request: HttpRequest, context: PageContext, found: Restatements) -> dict[str, Any]:
    return {
        "context": context,
        "found": found,
        "moved": [each for each in found.effects if each.kind == "plan" or each.differs],
        "changes": [(kind_word(each.kind), each) for each in found.changes],
        "period": period_text(context.period, context.calendar),
        "export_url": query_url(request.GET, format="csv"),
        "pickers": _pickers(request, context, found.since, found.until),
        "breadcrumbs": [(_("Performance"), reverse("performance"))],
    }


def _pickers(request: HttpRequest, context: PageContext, since: AsOf, until: AsOf) -> list[Picker]:
    return [
        plan_picker(context, request.GET),
        department_picker(context.tree, context.department, request.GET),
        period_picker(context.period, context.calendar, until.day, request.GET),
        _day_picker(request, _("Since"), "from", since),
        _day_picker(request, _("Until"), "to", until),
    ]


def _day_picker(request: HttpRequest, label: str, name: str, day: AsOf) -> Picker:
    return Picker(
        label,
        day_text(day.day),
        date_name=name,
        date_value=day.day,
        date_max=timezone.localdate(),
        kept=kept_parameters(request.GET, [name]),
    )


def kind_word(kind: Kind) -> str:
    """What was changed, in a word."""
    return {
        Kind.VALUE: _("Value"),
        Kind.TARGET: _("Target"),
        Kind.DEFINITION: _("Definition"),
        Kind.LINK: _("Link and weight"),
        Kind.PLACEMENT: _("Place of an objective"),
        Kind.WEIGHT: _("Weight of a perspective"),
        Kind.DEPARTMENT: _("Place of a department"),
    }[kind]


def export_row(each: Change) -> tuple[object, ...]:
    """A change as a row of a file."""
    at = timezone.localtime(each.at).isoformat(timespec="seconds")
    before = each.before if each.old is None else each.old
    after = each.after if each.new is None else each.new
    return (
        str(each.kind),
        each.code,
        each.name,
        each.department,
        each.period,
        before,
        after,
        at,
        each.by,
        each.reason,
    )
