"""The scorecard page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.exports import csv_response
from core.ui.pickers import Option, query_url
from core.web import authorise
from kpis.views.context import in_file_name
from kpis.wording import period_text, periods_word
from org.models import Department
from strategy.goals.assessing import Assessments, assessments_of
from strategy.presenters import EXPORT_HEADER, export_rows, filters_of, rows_of
from strategy.scoring import Scorecard, read_scorecard
from strategy.views.context import PageContext, pickers, read_context
from strategy.views.why import asked_beside


@require_safe
def performance(request: HttpRequest) -> HttpResponse:
    """The section's front page is the scorecard."""
    return redirect(reverse("scorecard") + (f"?{request.GET.urlencode()}" if request.GET else ""))


@require_safe
def scorecard(request: HttpRequest) -> HttpResponse:
    """A plan's objectives and KPIs at a department and period; `?format=csv` gives the same as a file."""
    authorise(request.user, "strategy.view_scorecard")
    context = read_context(request)
    if context is None:
        return render(request, "strategy/scorecard_empty.html")
    card = read_scorecard(
        context.plan,
        Department.objects.get(pk=context.department.id),
        context.period,
        context.as_of,
        context.known_at,
    )
    assessments = assessments_of(card, context.known_at)
    if request.GET.get("format") == "csv":
        period = context.calendar.format(context.period)
        where = f"{context.department.code}-{period}{in_file_name(context.day)}"
        name = f"scorecard-{context.plan.code}-{where}.csv"
        return csv_response(name, EXPORT_HEADER, export_rows(card, assessments))
    return render(request, "strategy/scorecard.html", _shown(request, context, card, assessments))


def _shown(
    request: HttpRequest, context: PageContext, card: Scorecard, assessments: Assessments
) -> dict[str, object]:
    show = request.GET.get("show", "all")
    worst_first = request.GET.get("order") == "worst"
    return {
        **asked_beside(request, context),
        "context": context,
        "card": card,
        "rows": rows_of(card, show, worst_first, assessments),
        "segments": [
            Option(each.label, query_url(request.GET, show=each.key), each.key == show, 0, str(each.count))
            for each in filters_of(card)
        ],
        "worst_first": worst_first,
        "order_url": query_url(request.GET, order=None if worst_first else "worst"),
        "export_url": query_url(request.GET, format="csv"),
        "pickers": pickers(context, request.GET),
        "breadcrumbs": [(_("Performance"), reverse("performance")), (context.plan.name, None)],
        "period": period_text(context.period, context.calendar),
        "periods_word": periods_word(context.period.frequency),
        "computation": card.computation,
        "past": context.past(request.GET),
        "live_url": context.live_url(),
        "live_stamp": card.computation.stamp,
    }
