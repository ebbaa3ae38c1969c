"""The KPI library: every KPI, found by words and filters, with how it stands."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import slots
from core.exports import csv_response, xlsx_response
from core.pages import page_of, respond
from core.saved_views import views_for
from core.ui.pickers import Option, query_url
from core.web import authorise
from kpis.engine.frequency import Frequency
from kpis.library import ORDERS, USAGE, LibraryRow, in_order, read_library
from kpis.library_filters import find_kpis, library_filters
from kpis.presenters import status_and_marks
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import visible_to
from kpis.views.context import (
    as_of_picker,
    department_picker,
    page_query,
    past_of,
    period_picker,
    wanted_as_of,
    wanted_department,
    wanted_period,
)
from kpis.wording import judged_anchors, last_ended, period_text, periods_word
from org.queries import department_tree

USUAL = 3  # so many filters are in sight, the others are folded away
EXPORT_HEADER = (
    "code",
    "name",
    "unit",
    "frequency",
    "direction",
    "owner",
    "value",
    "target_to_date",
    "score",
    "status",
    "reported",
    "expected",
    "status_by_hand",
    "marks",
    "kind",
    "data_quality",
    "quality_rated_on",
)


@require_safe
def kpis(request: HttpRequest) -> HttpResponse:
    """All KPIs by `?q=`, the filters (`kpis.library_filters`), `?show=` (off, without) and `?order=`.

    `?format=csv` and `?format=xlsx` give the list as a file.
    """
    authorise(request.user, "kpis.view_kpi")
    context = _standing(request)
    rows: list[LibraryRow] = context.pop("rows")
    show, status = request.GET.get("show", "all"), request.GET.get("status")
    rows = [row for row in rows if not status or str(row.status) == status]
    shown = in_order([row for row in rows if _is_shown(row, show)], request.GET.get("order", "name"))
    if request.GET.get("format") == "csv":
        return csv_response("kpis.csv", EXPORT_HEADER, _export(shown))
    if request.GET.get("format") == "xlsx":
        return xlsx_response("kpis.xlsx", EXPORT_HEADER, _export(shown))
    context |= page_of(request, shown)
    usage = slots.render(USAGE, request, [row.kpi for row in context["page"]])
    filters = library_filters(request.GET, context.pop("tree", ()))
    context |= {
        "segments": _segments(request, rows, show),
        "sorting": _sorting(request),
        "total": visible_to(request.user).count(),
        "rows": [(row, usage[row.kpi.pk]) for row in context["page"]],
        "usual_filters": filters[:USUAL],
        "more_filters": filters[USUAL:],
        "more_chosen": sum(bool(each.chosen) for each in filters[USUAL:]),
        "saved": views_for(request.user, "kpis", request.GET),
        "may_edit": request.user.has_perm("kpis.edit_kpi"),
        "may_import": request.user.has_perm("kpis.import_kpis"),
        "export_url": query_url(request.GET, format="csv"),
        "workbook_url": query_url(request.GET, format="xlsx"),
        "breadcrumbs": [(_("Performance"), reverse("performance"))],
    }
    return respond(request, "kpis/library.html", "results", context)


def _standing(request: HttpRequest) -> dict[str, Any]:
    """The wanted KPIs at the chosen department and period; none where there are no departments."""
    as_of = wanted_as_of(request)
    tree = tuple(department_tree(as_of.day, as_of.known_at))
    if not tree:
        return {"rows": []}
    calendar = fiscal_calendar()
    department = wanted_department(request, tree)
    period = wanted_period(request, calendar) or last_ended(calendar, Frequency.QUARTER, as_of.day)
    wanted = find_kpis(
        visible_to(request.user), request.GET.get("q", "").strip(), request.GET.dict(), as_of.day
    )
    return {
        "tree": tree,
        "rows": read_library(wanted, department, period, calendar, as_of),
        "department": department,
        "period": period_text(period, calendar),
        "periods_word": periods_word(period.frequency),
        "query": page_query(department, calendar.format(period), as_of),
        "past": past_of(as_of, request.GET),
        "pickers": [
            department_picker(tree, department, request.GET),
            period_picker(period, calendar, as_of.day, request.GET),
            as_of_picker(as_of.day, request.GET),
        ],
    }


def _is_shown(row: LibraryRow, show: str) -> bool:
    if show == "off":
        return row.is_off
    return show != "without" or row.is_without


def _segments(request: HttpRequest, rows: Iterable[LibraryRow], show: str) -> list[Option]:
    """All, off target, without a value: each with its number."""
    counted = list(rows)
    choices = [("all", _("All")), ("off", _("Off target")), ("without", _("Without a value"))]
    return [
        Option(
            label,
            query_url(request.GET, show=None if key == "all" else key),
            key == show,
            0,
            str(sum(_is_shown(row, key) for row in counted)),
        )
        for key, label in choices
    ]


def _sorting(request: HttpRequest) -> dict[str, tuple[str, str]]:
    """For each order where its column's head leads, and how the column is sorted now."""
    now = request.GET.get("order", "name")
    return {
        name: (
            query_url(request.GET, order=f"-{name}" if now == name else name),
            {name: "ascending", f"-{name}": "descending"}.get(now, ""),
        )
        for name in ORDERS
    }


def _export(rows: Iterable[LibraryRow]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        cell = row.cell
        yield (
            row.kpi.code,
            row.kpi.name,
            row.kpi.unit,
            str(row.known.rules.frequency),
            str(row.known.rules.direction),
            str(row.kpi.owner or ""),
            cell.value if cell else None,
            judged_anchors(cell)[0] if cell else None,
            cell.score if cell else None,
            str(cell.status if cell else row.status),
            cell.reported if cell else None,
            cell.expected if cell else None,
            *(status_and_marks(cell) if cell else ("", "")),
            "formula" if row.known.is_formula else "reported",
            row.kpi.quality,
            row.kpi.quality_rated_on,
        )
