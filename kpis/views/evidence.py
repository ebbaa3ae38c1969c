"""Files that show where a value comes from."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import form_page
from core.web import authorise
from kpis import actions
from kpis.downloads import download
from kpis.engine.frequency import Frequency, Period
from kpis.evidence import visible_evidence
from kpis.forms.deciding import EvidenceForm, RemoveEvidenceForm
from kpis.models import KPI, Evidence
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import definition_of, visible_to
from kpis.views.edit import way_here
from kpis.views.value import named_place, value_url
from org.models import Department


def add_evidence(request: HttpRequest, code: str) -> HttpResponseBase:
    """A file for the value of `?department=` and `?period=`."""
    kpi = get_object_or_404(visible_to(request.user), code=code)
    authorise(request.user, "kpis.add_evidence")
    place = named_place(request, kpi)
    by: Any = request.user
    if not by.has_perm("kpis.add_evidence", place.series):
        raise PermissionDenied
    department = Department.objects.get(pk=place.department_id)
    back_url = value_url(kpi, department, fiscal_calendar().format(place.period))

    def act(data: dict[str, Any]) -> str:
        file = data["file"]
        actions.add_evidence(
            by=by,
            kpi=kpi,
            department=department,
            period=place.period.ordinal,
            name=file.name,
            content=file.read(),
        )
        messages.success(request, _("%(name)s is kept with the value.") % {"name": file.name})
        return back_url

    return form_page(
        request,
        EvidenceForm(request.POST or None, request.FILES or None),
        act,
        title=_("Where does the value come from?"),
        lead=_("A file that shows it, for those who enter and approve values here and for executives."),
        button=_("Keep the file"),
        back_url=back_url,
        breadcrumbs=way_here(kpi),
        template="kpis/evidence_form.html",
    )


@require_safe
def evidence_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file, to be stored and not to be shown."""
    authorise(request.user, "kpis.view_evidence")
    files = visible_evidence(request.user).defer(None).filter(removed_at__isnull=True)
    return download(get_object_or_404(files, pk=pk))


def remove_evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What a file holds is removed, for a reason."""
    authorise(request.user, "kpis.add_evidence")
    file = get_object_or_404(visible_evidence(request.user), pk=pk)
    authorise(request.user, "kpis.add_evidence", file)
    by: Any = request.user

    def act(data: dict[str, Any]) -> str:
        actions.remove_evidence(by=by, evidence=file, reason=data["reason"])
        messages.success(request, _("%(name)s is removed.") % {"name": file.name})
        return _back(file)

    return form_page(
        request,
        RemoveEvidenceForm(request.POST or None),
        act,
        title=_("Remove %(name)s?") % {"name": file.name},
        text=_("What it holds is gone for good. Its name, who removed it and why stay with the value."),
        button=_("Remove it"),
        back_url=_back(file),
        breadcrumbs=way_here(file.kpi),
        template="ui/confirm.html",
    )


def _back(file: Evidence) -> str:
    kpi: KPI = file.kpi
    period = Period(Frequency(definition_of(kpi).frequency), file.period)
    return value_url(kpi, file.department, fiscal_calendar().format(period))
