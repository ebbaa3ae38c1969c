"""The benefits of the whole portfolio: expected beside realised, money a year."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.ui.pickers import Option, query_url
from core.web import authorise
from initiatives.benefits.presenting import benefit_row
from initiatives.benefits.reading import BenefitReading, read_benefits
from initiatives.benefits.visible import standing_benefits, with_relations
from initiatives.enums import ENDED, Stage
from initiatives.views.seen import VIEW


@require_safe
def portfolio_benefits(request: HttpRequest) -> HttpResponseBase:
    """Every benefit that the reader may know of; `?show=`: of what has ended, of what waits for a look."""
    authorise(request.user, VIEW)
    today = timezone.localdate()
    found = standing_benefits(request.user).exclude(initiative__stage=Stage.CANCELLED)
    ordered = with_relations(found).order_by("initiative__name", "initiative", "position", "pk")
    readings = read_benefits(list(ordered), today)
    parts = {
        "": readings,
        "ended": [each for each in readings if each.benefit.initiative.stage in ENDED],
        "check": [each for each in readings if each.is_check_due(today)],
    }
    chosen = request.GET.get("show", "")
    chosen = chosen if chosen in parts else ""
    context = {
        "rows": [benefit_row(each, today) for each in parts[chosen]],
        "sums": _sums(readings),
        "segments": _segments(request, parts, chosen),
        "chosen": chosen,
    }
    return render(request, "initiatives/benefits/portfolio.html", context)


def _sums(readings: Sequence[BenefitReading]) -> dict[str, Any]:
    """Money a year over everything shown, and how many benefits were looked at with which finding."""
    expected = [each.benefit.money_a_year for each in readings if each.benefit.money_a_year is not None]
    realised = [each.money_realised for each in readings if each.money_realised is not None]
    looked_at = [each.check for each in readings if each.check is not None]
    return {
        "expected": sum(expected, Decimal()) if expected else None,
        "realised": sum(realised, Decimal()) if realised else None,
        "benefits": len(readings),
        "checked": len(looked_at),
        "kept": len([each for each in looked_at if each.verdict == "yes"]),
    }


def _segments(request: HttpRequest, parts: dict[str, list[BenefitReading]], chosen: str) -> list[Option]:
    names = {"": _("All"), "ended": _("Of what is completed"), "check": _("To be looked at")}
    return [
        Option(name, query_url(request.GET, show=key), key == chosen, 0, str(len(parts[key])))
        for key, name in names.items()
    ]
