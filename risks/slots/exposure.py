"""On a risk's page: how likely it is in a year, and what it would cost."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from risks.exposure.estimated import estimate_of
from risks.models import Risk, RiskQuantity
from risks.views.seen import TEND


def in_numbers(request: HttpRequest, risks: Sequence[Risk]) -> dict[Any, SafeString]:
    """The estimate of each, or that there is none; one query."""
    quantities = RiskQuantity.objects.filter(risk__in=risks).select_related("estimated_by")
    known = {each.risk_id: each for each in quantities}
    return {risk.pk: _panel(request, risk, known.get(risk.pk)) for risk in risks}


def _panel(request: HttpRequest, risk: Risk, quantity: RiskQuantity | None) -> SafeString:
    context = {
        "risk": risk,
        "quantity": quantity,
        "estimate": estimate_of(risk, quantity) if quantity else None,
        "may_tend": risk.archived_on is None and request.user.has_perm(TEND, risk),
        "may_see_exposure": request.user.has_perm("risks.view_exposure"),
    }
    return render_to_string("risks/exposure/panel.html", context, request)
