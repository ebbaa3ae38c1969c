"""Rating a risk by choosing a cell of the matrix in use."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.pages import form_page
from risks.actions.rating import rate_risk
from risks.enums import RatingKind, RiskKind
from risks.forms.response import RateForm, key_of
from risks.matrices import Cell, grid_of
from risks.models import Risk, RiskMatrix
from risks.register.ratings import current_matrix
from risks.views.seen import TEND, risk_seen, way_to


@dataclass(frozen=True)
class Choice:
    """A cell as a radio button: what a form calls it, and its levels in words."""

    key: str
    cell: Cell
    words: str


@dataclass(frozen=True)
class ChoiceRow:
    """A likelihood with its cells."""

    label: str
    text: str
    choices: list[Choice]


def rate(request: HttpRequest, code: str) -> HttpResponseBase:
    """How likely and how grave it is; begins with the rating that counts."""
    by, risk = risk_seen(request, code, TEND)
    matrix = current_matrix() or RiskMatrix()
    posted = request.POST if request.method == "POST" else None
    form = RateForm(posted, matrix=matrix, initial=_initial(risk, request.GET.get("kind"), matrix))

    def act(data: dict[str, Any]) -> str:
        rate_risk(by=by, risk=risk, **data)
        return _page(risk)

    return form_page(
        request,
        form,
        act,
        title=_("Rate it"),
        button=_("Rate"),
        back_url=_page(risk),
        lead=risk.title,
        breadcrumbs=way_to(risk),
        template="risks/rating/rate.html",
        rows=rows_of(matrix),
        impacts=matrix.impacts,
        is_opportunity=risk.kind == RiskKind.OPPORTUNITY,
    )


def rows_of(matrix: RiskMatrix) -> list[ChoiceRow]:
    """The matrix as rows of choices, from the highest likelihood down."""
    rows = []
    for cells in grid_of(matrix):
        level = matrix.likelihoods[cells[0].likelihood - 1]
        choices = [
            Choice(key_of(each), each, f"{level['label']} × {matrix.impacts[each.impact - 1]['label']}")
            for each in cells
        ]
        rows.append(ChoiceRow(level["label"], level.get("text", ""), choices))
    return rows


def _initial(risk: Risk, kind: str | None, matrix: RiskMatrix) -> dict[str, Any]:
    wanted = kind if kind in RatingKind.values else RatingKind.CURRENT
    initial = {"kind": wanted, "rated_on": timezone.localdate(), "knowledge": risk.knowledge}
    last = risk.ratings.filter(kind=wanted, matrix=matrix.pk).first()
    return initial if last is None else {**initial, "cell": f"{last.likelihood}-{last.impact}"}


def _page(risk: Risk) -> str:
    return reverse("risk", args=[risk.code])
