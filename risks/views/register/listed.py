"""The register as a list: found by words and filters, as a page and as files."""

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
from risks.enums import RiskState
from risks.queries import visible_risks
from risks.register.exporting import EXPORT_HEADER, export_rows
from risks.register.filters import find_risks, of_rating, register_filters
from risks.register.ratings import current_matrix
from risks.register.rows import ORDERS, USUAL, RegisterRow, in_order, read_rows
from risks.views.seen import VIEW

PLACE = "risks"
IN_SIGHT = 3  # so many filters are in sight, the others are folded away


@require_safe
def risks(request: HttpRequest) -> HttpResponse:
    """Risks by `?q=`, the filters and `?order=`; `?format=csv` and `?format=xlsx` give files."""
    authorise(request.user, VIEW)
    asked = request.GET.dict()
    found = read_rows(find_risks(request.user, asked), timezone.localdate())
    rows = in_order(of_rating(found, asked), asked.get("order", USUAL))
    kind = asked.get("format")
    if kind in ("csv", "xlsx"):
        answer = csv_response if kind == "csv" else xlsx_response
        return answer(f"risks.{kind}", EXPORT_HEADER, export_rows(rows, request.user))
    return respond(
        request, "risks/register/list.html", "results", page_of(request, rows) | _choices(request, rows)
    )


def _choices(request: HttpRequest, rows: Sequence[RegisterRow]) -> dict[str, Any]:
    """What the page offers beside the rows."""
    user: Any = request.user
    filters = register_filters(user, request.GET.dict())
    return {
        "segments": list(_segments(request)),
        "summary": _summary(rows),
        "sorting": _sorting(request),
        "total": visible_risks(user).exists(),
        "usual_filters": filters[:IN_SIGHT],
        "more_filters": filters[IN_SIGHT:],
        "more_chosen": sum(bool(each.chosen) for each in filters[IN_SIGHT:]),
        "may_add": user.has_perm("risks.propose_risk"),
        "may_import": user.has_perm("risks.import_risks"),
        "matrix": current_matrix(),
        "saved": views_for(user, PLACE, request.GET),
        "csv_url": query_url(request.GET, format="csv"),
        "xlsx_url": query_url(request.GET, format="xlsx"),
    }


def _segments(request: HttpRequest) -> Iterator[Option]:
    """In the register now (closed ones left out), and each state."""
    now = request.GET.get("state", "")
    for key, label in (("", _("In the register")), *((each, each.label) for each in RiskState)):
        yield Option(str(label), query_url(request.GET, state=key or None), key == now)


def _summary(rows: Iterable[RegisterRow]) -> dict[str, int]:
    """How many are above appetite, unrated, overdue and escalated."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts["above"] += row.is_above
        counts["unrated"] += row.current is None
        counts["overdue"] += row.is_overdue
        counts["escalated"] += row.risk.escalated_at is not None
    return dict(counts)


def _sorting(request: HttpRequest) -> dict[str, tuple[str, str]]:
    """For each order where its column's head leads, and how the column is sorted now."""
    now = request.GET.get("order", USUAL)
    return {
        name: (
            query_url(request.GET, order=f"-{name}" if now == name else name),
            {name: "ascending", f"-{name}": "descending"}.get(now, ""),
        )
        for name in ORDERS
    }
