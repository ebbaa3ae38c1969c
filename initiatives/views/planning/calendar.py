"""An action plan as a calendar file."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from initiatives.planning.ical import calendar_of_plan
from initiatives.views.planning.seen import plan_seen


@require_safe
def of_initiative(request: HttpRequest, code: str) -> HttpResponse:
    """Milestones and ends of tasks, to open in any calendar."""
    _user, initiative = plan_seen(request, code)
    response = HttpResponse(calendar_of_plan(initiative), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="action-plan.ics"'
    return response
