"""A risk in numbers: how likely, what it would cost, and on what that rests."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core.pages import confirm_page, form_page
from risks.actions.exposure import FIELDS, estimate_risk, forget_estimate
from risks.enums import Spread
from risks.forms.exposure import QuantityForm
from risks.models import RiskQuantity
from risks.views.seen import TEND, risk_seen, way_to


def estimate(request: HttpRequest, code: str) -> HttpResponseBase:
    """Estimate a risk, or estimate it anew."""
    by, risk = risk_seen(request, code, TEND)
    quantity = RiskQuantity.objects.filter(risk=risk).first()
    initial: dict[str, Any] = {"spread": Spread.THREE_POINT}
    more: dict[str, Any] = {}
    if quantity is not None:
        initial = {name: getattr(quantity, name) for name in FIELDS}
        more = {
            "template": "strategy/edit.html",
            "history": quantity,
            "history_kind": quantity._meta.label_lower,
            "remove_url": reverse("forget_estimate", args=[code]),
        }
    back = reverse("risk", args=[code])

    def act(data: dict[str, Any]) -> str:
        estimate_risk(by=by, risk=risk, **data)
        return back

    return form_page(
        request,
        QuantityForm(request.POST or None, initial=initial),
        act,
        title=_("“%(title)s” in numbers") % {"title": risk.title},
        lead=_("How likely is it in a year, and what would it cost? An opportunity: what would it bring?"),
        button=_("Save"),
        back_url=back,
        breadcrumbs=way_to(risk),
        **more,
    )


def forget(request: HttpRequest, code: str) -> HttpResponseBase:
    """Asks, then takes the estimate back."""
    by, risk = risk_seen(request, code, TEND)
    quantity = get_object_or_404(RiskQuantity.objects.select_related("risk"), risk=risk)
    back = reverse("risk", args=[code])

    def act() -> str:
        forget_estimate(by=by, quantity=quantity)
        return back

    return confirm_page(
        request,
        act,
        title=_("Take the numbers back?"),
        text=_("“%(title)s” counts no longer in what a year may cost; the history keeps the numbers.")
        % {"title": risk.title},
        button=_("Take them back"),
        back_url=back,
    )
