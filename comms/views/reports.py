"""Performance reports: the list, one report, its form, its preview."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from comms import actions
from comms.enums import DeliveryState
from comms.forms import ReportForm
from comms.models import ReportDefinition
from comms.queries import visible_definitions, visible_runs, with_last_run
from comms.schedules import Schedule
from core.pages import confirm_page, form_page, page_of
from core.web import authorise
from org.views.mail import BODY_POLICY
from strategy.queries import standing_plans


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The reports the user may know of, with their schedule and last run."""
    authorise(request.user, "comms.view_reports")
    found = with_last_run(visible_definitions(request.user))
    if words := request.GET.get("q", "").strip():
        found = found.filter(name__icontains=words)
    context = page_of(request, found) | {
        "schedules": {each.pk: schedule_of(each) for each in found},
        "may_edit": request.user.has_perm("comms.edit_report"),
    }
    return render(request, "comms/reports.html", context)


@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """One report with its runs."""
    authorise(request.user, "comms.view_reports")
    found = get_object_or_404(visible_definitions(request.user), pk=pk)
    runs = visible_runs(request.user).filter(definition=found)
    context = page_of(request, runs, 20) | {
        "report": found,
        "schedule": schedule_of(found),
        "may_edit": request.user.has_perm("comms.edit_report"),
        "breadcrumbs": _way(),
    }
    return render(request, "comms/report.html", context)


def schedule_of(found: ReportDefinition) -> Schedule | None:
    """When the report is sent; None where it is not scheduled."""
    return Schedule.of(found.schedule.crontab) if found.schedule and found.schedule.crontab else None


def _way() -> list[tuple[str, str]]:
    return [(_("Performance reports"), reverse("reports"))]


def add_report(request: HttpRequest) -> HttpResponseBase:
    """Define a report."""
    authorise(request.user, "comms.edit_report")
    by: Any = request.user

    def act(data: dict[str, Any]) -> str:
        return reverse("report", args=[actions.define_report(by=by, **data).pk])

    form = ReportForm(request.POST or None, plans=standing_plans(by))
    return form_page(
        request,
        form,
        act,
        title=_("New performance report"),
        button=_("Define the report"),
        back_url=reverse("reports"),
        breadcrumbs=_way(),
    )


def change_report(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Change a report."""
    authorise(request.user, "comms.edit_report")
    by: Any = request.user
    found = get_object_or_404(visible_definitions(by), pk=pk)
    back_url = reverse("report", args=[pk])

    def act(data: dict[str, Any]) -> str:
        actions.change_report(by=by, report=found, **data)
        return back_url

    form = ReportForm(request.POST or None, plans=standing_plans(by), report=found)
    return form_page(
        request,
        form,
        act,
        title=found.name,
        button=_("Save"),
        back_url=back_url,
        breadcrumbs=_way(),
    )


def remove_report(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Ask, then end a report."""
    authorise(request.user, "comms.edit_report")
    by: Any = request.user
    found = get_object_or_404(visible_definitions(by), pk=pk)

    def act() -> str:
        actions.remove_report(by=by, report=found)
        return reverse("reports")

    return confirm_page(
        request,
        act,
        title=_("End the report “%(name)s”?") % {"name": found.name},
        text=_("It is not sent again. What was sent stays readable."),
        button=_("End the report"),
        back_url=reverse("report", args=[pk]),
    )


@require_safe
@xframe_options_sameorigin
def report_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The mail as it would be sent now, fenced in."""
    authorise(request.user, "comms.edit_report")
    found = get_object_or_404(visible_definitions(request.user), pk=pk)
    return HttpResponse(actions.preview(found).html, headers={"Content-Security-Policy": BODY_POLICY})


@require_POST
def send_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the report now, beside its schedule."""
    authorise(request.user, "comms.run_report")
    by: Any = request.user
    found = get_object_or_404(visible_definitions(by), pk=pk)
    run = actions.run_report(found, f"by hand {timezone.now():%Y-%m-%dT%H:%M:%S}", by=by)
    if run.state == DeliveryState.SENT:
        messages.success(request, _("Sent to %(count)s people.") % {"count": len(run.recipients)})
    else:
        messages.error(request, run.error or run.get_state_display())
    return redirect("report_run", pk=run.pk)
