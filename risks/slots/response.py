"""On a risk's page: what is done about it, what watches it, and who looked at it."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from risks.enums import ProposalState
from risks.models import Risk
from risks.pictures.trends import month_ends, trends_of
from risks.register.ratings import current_matrix
from risks.views.seen import TEND


def done_about_it(request: HttpRequest, risks: Sequence[Risk]) -> dict[Any, SafeString]:
    """Response, actions, controls, plans, indicators, escalations, ratings and reviews of each."""
    return {risk.pk: _panel(request, risk) for risk in risks}


def _panel(request: HttpRequest, risk: Risk) -> SafeString:
    user: Any = request.user
    stands = risk.archived_on is None
    today = timezone.localdate()
    context = {
        "risk": risk,
        "today": today,
        "trend": _trend(risk, today),
        "mitigations": risk.mitigations.select_related("owner"),
        "proposals": risk.proposals.filter(state=ProposalState.OPEN).select_related("mitigation"),
        "factors": risk.factors.all(),
        "controls": risk.controls.select_related("owner", "factor"),
        "plans": risk.contingency_plans.prefetch_related("steps__who").select_related("owner"),
        "indicators": risk.indicators.select_related("kpi", "department", "plan"),
        "escalations": risk.escalations.select_related("answered_by"),
        "ratings": risk.ratings.select_related("matrix", "assessor")[:12],
        "reviews": risk.reviews.select_related("reviewed_by")[:5],
        "may_tend": stands and user.has_perm(TEND, risk),
        "may_accept": stands and user.has_perm("risks.accept_risk", risk),
        "may_answer": stands and user.has_perm("risks.answer_escalation"),
    }
    return render_to_string("risks/response/panel.html", context, request)


def _trend(risk: Risk, today: dt.date) -> Sequence[float | None]:
    """The current score at the ends of the last two years' months, on the matrix in use."""
    matrix = current_matrix()
    return trends_of(matrix, [risk.pk], month_ends(today, 24)).get(risk.pk, []) if matrix else []
