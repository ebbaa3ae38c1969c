"""The register as a list."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.pages import page_of
from core.web import authorise
from risks.queries import standing_risks
from risks.views.seen import VIEW


@require_safe
def risks(request: HttpRequest) -> HttpResponseBase:
    """Risks that the reader may know of."""
    authorise(request.user, VIEW)
    found = standing_risks(request.user).select_related("category", "owner", "department")
    return render(request, "risks/register/list.html", page_of(request, found))
