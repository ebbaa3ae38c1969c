"""One run of a report, as it was sent."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from comms.models import ReportRun
from comms.queries import answer_is_lost, visible_runs
from core.web import authorise
from org.views.mail import BODY_POLICY


def _run(request: HttpRequest, pk: int) -> ReportRun:
    found = get_object_or_404(visible_runs(request.user), pk=pk)
    authorise(request.user, "comms.view_report_run", found)
    return found


@require_safe
def report_run(request: HttpRequest, pk: int) -> HttpResponse:
    """The frozen mail, its recipients and what became of it."""
    run = _run(request, pk)
    context = {
        "run": run,
        "answer_is_lost": answer_is_lost(run),
        "breadcrumbs": [
            (_("Performance reports"), reverse("reports")),
            (run.definition.name, reverse("report", args=[run.definition_id])),
        ],
    }
    return render(request, "comms/report_run.html", context)


@require_safe
@xframe_options_sameorigin
def report_body(request: HttpRequest, pk: int) -> HttpResponse:
    """The HTML as it was sent, fenced in."""
    html = f'<base target="_blank">{_run(request, pk).html}'
    return HttpResponse(html, headers={"Content-Security-Policy": BODY_POLICY})
