"""The alignment matrix, its gaps, and both as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from core.exports import csv_response, xlsx_response
from core.ui.pickers import Option, query_url
from strategy.cascade.gaps import gaps_of
from strategy.cascade.matrix import USUAL_LEVELS, Alignment, read_alignment
from strategy.cascade.presenting import export_header, export_rows, findings
from strategy.views.cascade.reading import strategy_shown


@require_safe
def alignment(request: HttpRequest, code: str) -> HttpResponse:
    """Objectives by departments; `?levels=` of the tree, `?format=csv` or `xlsx` the same as a file."""
    plan = strategy_shown(request, code)
    read = read_alignment(plan, request.user, _levels(request))
    wanted = request.GET.get("format")
    if wanted in ("csv", "xlsx"):
        respond = csv_response if wanted == "csv" else xlsx_response
        return respond(f"alignment-{plan.code}.{wanted}", export_header(read), export_rows(read))
    context = {
        "plan": plan,
        "alignment": read,
        "found": findings(gaps_of(read, request.user), request.user, plan),
        "segments": _segments(request, read),
        "csv_url": query_url(request.GET, format="csv"),
        "xlsx_url": query_url(request.GET, format="xlsx"),
        "breadcrumbs": [(_("Strategy"), reverse("plans"))],
    }
    return render(request, "strategy/cascade/alignment.html", context)


def _levels(request: HttpRequest) -> int:
    """How many levels of the tree have columns; two where the address says nothing sensible."""
    text = request.GET.get("levels", "")
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 3 else USUAL_LEVELS


def _segments(request: HttpRequest, read: Alignment) -> list[Option]:
    """From two levels to all of them."""
    return [
        Option(
            ngettext("%(count)d level", "%(count)d levels", count) % {"count": count},
            query_url(request.GET, levels=str(count)),
            count == min(read.levels, read.deepest),
        )
        for count in range(USUAL_LEVELS, read.deepest + 1)
    ]
