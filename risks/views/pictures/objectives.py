"""Risk by objective: what threatens each, and how much of its score is at risk."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.web import authorise
from kpis.queries import calendar
from kpis.wording import period_text
from risks.pictures.objectives import read_by_objective
from risks.register.ratings import current_matrix
from risks.views.pictures.heat import REGISTER
from strategy.queries import current_plan


@require_safe
def risks_by_objective(request: HttpRequest) -> HttpResponseBase:
    """Objectives of the plan in force by bands of threats; those to act on first above them."""
    authorise(request.user, REGISTER)
    plan, matrix = current_plan(request.user), current_matrix()
    context: dict[str, Any] = {"breadcrumbs": [(_("Risks"), reverse("risks"))]}
    if plan is not None and matrix is not None:
        read = read_by_objective(request.user, plan, matrix, timezone.localdate())
        context |= {"read": read, "period": period_text(read.period, calendar()) if read else ""}
    return render(request, "risks/pictures/objectives.html", context)
