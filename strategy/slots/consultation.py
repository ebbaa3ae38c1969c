"""On a plan's page: how far it is supported, for who may know of its consultation."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from strategy.consultation import supports_of
from strategy.consultation.visible import visible_consultations
from strategy.enums import ConsultationState
from strategy.models import Plan


def support(request: HttpRequest, plans: Sequence[Plan]) -> dict[Any, SafeString]:
    """The support of each plan that was consulted; a constant number of queries."""
    opened = visible_consultations(request.user).exclude(state=ConsultationState.PREPARED)
    consulted = set(opened.filter(plan__in=plans).values_list("plan_id", flat=True))
    shown = [plan for plan in plans if plan.pk in consulted]
    if not shown:
        return {}
    supports = supports_of(shown)
    return {plan.pk: _drawn(request, plan, supports[plan.pk]) for plan in shown}


def _drawn(request: HttpRequest, plan: Plan, found: Any) -> SafeString:
    context = {
        "support": found,
        "heading": _("Support"),
        "rounds_url": reverse("consultations", args=[plan.code]),
    }
    return render_to_string("strategy/slots/consultation.html", context, request)
