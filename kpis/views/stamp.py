"""How fresh the numbers are, as pages that keep themselves up to date ask every second."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.web import authorise
from kpis.queries import computation


@require_safe
@never_cache
def computation_stamp(request: HttpRequest) -> JsonResponse:
    """A stamp that changes with every computation, and whether one is under way; one query."""
    authorise(request.user, "kpis.view_kpi")
    freshness = computation()
    return JsonResponse({"stamp": freshness.stamp, "pending": freshness.under_way})
