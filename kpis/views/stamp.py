"""The tiny endpoint that open pages ask every second."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from core.web import authorise
from kpis.queries import computation


@require_safe
def computation_stamp(request: HttpRequest) -> JsonResponse:
    """A stamp that changes with every finished computation, and whether one is under way; one query."""
    authorise(request.user, "kpis.view_kpi")
    fresh = computation()
    return JsonResponse({"stamp": fresh.stamp, "pending": fresh.under_way})
