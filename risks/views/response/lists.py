"""Over the whole register: actions and plans, indicators, and what is to be reviewed."""

from django.db.models import F
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.web import authorise
from risks.enums import MitigationState
from risks.models import ContingencyPlan, Mitigation
from risks.queries import indicators_of, standing_risks
from risks.register.rows import read_rows

REGISTER = "risks.view_register"


@require_safe
def actions(request: HttpRequest) -> HttpResponseBase:
    """Open actions by their day, late ones first, and contingency plans."""
    authorise(request.user, REGISTER)
    risks = standing_risks(request.user)
    found = Mitigation.objects.filter(
        risk__in=risks, state__in=[MitigationState.PLANNED, MitigationState.UNDER_WAY]
    )
    plans = ContingencyPlan.objects.filter(risk__in=risks, archived_on__isnull=True)
    context = {
        "actions": found.select_related("risk", "owner").order_by(F("due_on").asc(nulls_last=True), "pk"),
        "plans": plans.select_related("risk", "owner"),
        "today": timezone.localdate(),
    }
    return render(request, "risks/response/actions.html", context)


@require_safe
def indicators(request: HttpRequest) -> HttpResponseBase:
    """Every indicator with its value, thresholds and state."""
    authorise(request.user, REGISTER)
    found = indicators_of(request.user).filter(risk__in=standing_risks(request.user))
    rows = found.select_related("risk", "kpi", "department", "plan")
    return render(request, "risks/indicators/list.html", {"indicators": rows})


@require_safe
def reviews(request: HttpRequest) -> HttpResponseBase:
    """Risks whose review is due, the longest waiting first; those without a day at the end."""
    authorise(request.user, REGISTER)
    today = timezone.localdate()
    due = standing_risks(request.user).exclude(next_review_on__gt=today)
    rows = read_rows(due.order_by(F("next_review_on").asc(nulls_last=True), "code"), today)
    return render(request, "risks/reviewing/list.html", {"rows": rows, "today": today})
