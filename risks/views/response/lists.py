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
from risks.reviewing.since import changes_since, movement_of

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
    """Risks whose review is due and what happened since the last; the longest waiting first."""
    authorise(request.user, REGISTER)
    today = timezone.localdate()
    due = standing_risks(request.user).exclude(next_review_on__gt=today)
    rows = read_rows(due.order_by(F("next_review_on").asc(nulls_last=True), "code"), today)
    changes = changes_since([row.risk.pk for row in rows], today)
    context = {
        "reviews": [(row, changes[row.risk.pk]) for row in rows],
        "movement": movement_of(changes.values()),
    }
    return render(request, "risks/reviewing/list.html", context)
