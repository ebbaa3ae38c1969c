"""The list of initiatives: found by words and filters, as a page and as files."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.exports import csv_response, xlsx_response
from core.pages import page_of, respond
from core.saved_views import views_for
from core.ui.pickers import Option, query_url
from core.web import authorise
from initiatives.enums import Stage
from initiatives.portfolio.filters import find_initiatives, portfolio_filters
from initiatives.portfolio.rows import ORDERS, PortfolioRow, in_order, read_rows
from initiatives.queries import visible_initiatives

PLACE = "initiatives"
USUAL = 3  # so many filters are in sight, the others are folded away
# Named as the import knows them, so that a file that went out comes in again.
EXPORT_HEADER = (
    "code",
    "name",
    "purpose",
    "scope",
    "category",
    "stage",
    "stage_since",
    "confidentiality",
    "department",
    "sponsor",
    "lead",
    "starts_on",
    "ends_on",
    "size",
    "must_do",
    "cadence",
    "method",
    "reference",
    "objectives",
    "reported",
    "reported_on",
    "progress",
    "whole_budget",
)


@require_safe
def initiatives(request: HttpRequest) -> HttpResponse:
    """Initiatives by `?q=`, the filters (`initiatives.portfolio.filters`), `?stage=` and `?order=`.

    `?format=csv` and `?format=xlsx` give the list as a file.
    """
    authorise(request.user, "initiatives.view_initiative")
    rows = read_rows(find_initiatives(request.user, request.GET.dict()), request.user)
    if reported := request.GET.get("reported", ""):
        rows = [row for row in rows if row.reported == reported]
    shown = in_order(staged(rows, request.GET.get("stage", "")), request.GET.get("order", "name"))
    kind = request.GET.get("format")
    if kind in ("csv", "xlsx"):
        answer = csv_response if kind == "csv" else xlsx_response
        return answer(f"initiatives.{kind}", EXPORT_HEADER, _export(shown))
    context = page_of(request, shown) | _choices(request, rows)
    return respond(request, "initiatives/portfolio/list.html", "results", context)


def _choices(request: HttpRequest, rows: Sequence[PortfolioRow]) -> dict[str, Any]:
    """What the page offers beside the rows."""
    user: Any = request.user
    filters = portfolio_filters(user, request.GET.dict())
    return {
        "segments": _segments(request, rows),
        "sorting": sorting(request, ORDERS),
        "total": visible_initiatives(user).exists(),
        "usual_filters": filters[:USUAL],
        "more_filters": filters[USUAL:],
        "more_chosen": sum(bool(each.chosen) for each in filters[USUAL:]),
        "may_add": user.has_perm("initiatives.propose_initiative"),
        "may_import": user.has_perm("initiatives.import_initiatives"),
        "may_tick": user.has_perm("initiatives.edit_initiative"),
        "saved": views_for(user, PLACE, request.GET),
        "csv_url": query_url(request.GET, format="csv"),
        "xlsx_url": query_url(request.GET, format="xlsx"),
        "today": timezone.localdate(),
    }


def staged(rows: Iterable[PortfolioRow], stage: str) -> list[PortfolioRow]:
    """The rows of a stage, all of them without one."""
    return [row for row in rows if not stage or row.initiative.stage == stage]


def _segments(request: HttpRequest, rows: Iterable[PortfolioRow]) -> list[Option]:
    """All, and every stage in which there is something, each with its number."""
    now = request.GET.get("stage", "")
    counts = Counter(row.initiative.stage for row in rows)
    found = [(stage, str(stage.label), counts[stage]) for stage in Stage if counts[stage] or stage == now]
    choices = [("", _("All"), sum(counts.values())), *found]
    return [
        Option(label, query_url(request.GET, stage=key or None), key == now, 0, str(n))
        for key, label, n in choices
    ]


def sorting(request: HttpRequest, orders: Iterable[str], usual: str = "name") -> dict[str, tuple[str, str]]:
    """For each order where its column's head leads, and how the column is sorted now."""
    now = request.GET.get("order", usual)
    return {
        name: (
            query_url(request.GET, order=f"-{name}" if now == name else name),
            {name: "ascending", f"-{name}": "descending"}.get(now, ""),
        )
        for name in orders
    }


def _export(rows: Iterable[PortfolioRow]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        of, said = row.initiative, row.said
        yield (
            of.code,
            of.name,
            of.purpose,
            of.scope,
            of.category.name if of.category else "",
            of.stage,
            of.stage_since,
            of.confidentiality,
            of.department.code if of.department else "",
            of.sponsor.email if of.sponsor else "",
            of.lead.email if of.lead else "",
            of.starts_on,
            of.ends_on,
            of.size,
            "yes" if of.must_do else "no",
            of.cadence,
            of.method.code if of.method else "",
            of.reference,
            " ".join(f"{each.plan.code}:{each.code}" for each in row.objectives),
            row.reported if said is not None else "",
            said.due_on if said is not None else None,
            row.progress,
            float(row.budget) if row.budget is not None else None,
        )
