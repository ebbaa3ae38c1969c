"""The heat map, the ten highest, and what moved since a day."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.ui.pickers import Option, kept_parameters, query_url
from core.web import authorise
from risks.enums import RiskKind
from risks.models import Risk, RiskMatrix
from risks.pictures.arrows import ArrowPicture, draw
from risks.pictures.filters import NAMES, choices, find_risks, kind_asked
from risks.pictures.heat import HeatMap, Layer, Placed, heat_map
from risks.pictures.movement import moves_between
from risks.pictures.trends import month_ends, trends_of
from risks.register.ratings import current_matrix

REGISTER = "risks.view_register"
USUAL_DAYS = 91


@require_safe
def heat_map_page(request: HttpRequest) -> HttpResponseBase:
    """`?kind=`, `?layer=`, filters, `?cell=4-5` for the list beside, `?since=` for what moved."""
    authorise(request.user, REGISTER)
    context: dict[str, Any] = {"breadcrumbs": [(_("Risks"), reverse("risks"))]}
    matrix = current_matrix()
    if matrix is not None:
        context |= _shown(request, matrix)
    return render(request, "risks/pictures/heat_map.html", context)


def _shown(request: HttpRequest, matrix: RiskMatrix) -> dict[str, Any]:
    today = timezone.localdate()
    kind, layer = kind_asked(request.GET), layer_asked(request.GET)
    risks = list(find_risks(request.user, request.GET).filter(kind=kind))
    heat = heat_map(matrix, risks, layer, today)
    listed = heat.in_cell(request.GET.get("cell", ""))
    chosen = request.GET.get("cell", "") if listed else ""
    return {
        "heat": heat,
        "picture": _course(heat) if layer == Layer.COURSE else None,
        "is_opportunity": kind == RiskKind.OPPORTUNITY,
        "chosen": chosen,
        "listed": with_trends(matrix, listed or heat.top, today),
        "kinds": _options(request, "kind", RiskKind.choices, kind),
        "layers": _options(request, "layer", layer_names(), layer),
        "filters": choices(request.user, request.GET),
        "kept": kept_parameters(request.GET, (*NAMES, "cell")),
        **_moved(request, matrix, risks, today),
    }


def _moved(request: HttpRequest, matrix: RiskMatrix, risks: Sequence[Risk], today: dt.date) -> dict[str, Any]:
    since = since_asked(request.GET, today)
    moves = moves_between(matrix, risks, since, today)
    return {
        "since": since,
        "today": today,
        "kept_since": kept_parameters(request.GET, ("since",)),
        "moves": moves,
        "movement": draw(matrix, [(each.risk.code, each.before, each.now) for each in moves]),
    }


def layer_asked(asked: Mapping[str, str]) -> Layer:
    """The layer of the address; current ratings where it says nothing sensible."""
    return Layer(asked["layer"]) if asked.get("layer") in list(Layer) else Layer.CURRENT


def since_asked(asked: Mapping[str, str], today: dt.date) -> dt.date:
    """From which day movement counts; a quarter of a year ago where the address says nothing sensible."""
    try:
        day = parse_date(asked.get("since", ""))
    except ValueError:  # well written, but no day of any year
        day = None
    return day if day is not None and day < today else today - dt.timedelta(days=USUAL_DAYS)


def layer_names() -> list[tuple[str, str]]:
    """The layers in words."""
    return [
        (Layer.INHERENT, _("Inherent")),
        (Layer.CURRENT, _("Current")),
        (Layer.TARGET, _("Target")),
        (Layer.COURSE, _("Current → target")),
    ]


def with_trends(matrix: RiskMatrix, placed: Sequence[Placed], today: dt.date) -> list[dict[str, Any]]:
    """Each placed risk with the course of its current score over a year."""
    days = month_ends(today)
    trends = trends_of(matrix, [each.risk.pk for each in placed], days)
    return [{"placed": each, "trend": trends.get(each.risk.pk, [])} for each in placed]


def _course(heat: HeatMap) -> ArrowPicture:
    """From every current place to the target; who has none stays."""
    return draw(heat.matrix, [(each.risk.code, each.at, each.to or each.at) for each in heat.placed])


def _options(
    request: HttpRequest, name: str, choices: Sequence[tuple[str, Any]], now: str
) -> Sequence[Option]:
    return [
        Option(str(words), query_url(request.GET, **{name: str(key), "cell": None}), key == now)
        for key, words in choices
    ]
