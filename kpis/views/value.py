"""One value: what counts, what waits, where it comes from, how it became so."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from core.errors import Refused
from core.web import NothingThere, authorise
from kpis.engine.frequency import Frequency
from kpis.forms.deciding import DecideForm, EvidenceForm
from kpis.intake.place import Place, find_place
from kpis.models import KPI, Series
from kpis.one_value import OneValue, read_value
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import definition_of, visible_to
from kpis.views.approvals import decide
from kpis.views.edit import way_here
from kpis.wording import last_ended, period_text
from org.models import Department

# What each deed asks for.
_DEEDS = {
    "approve": "kpis.approve_values",
    "return": "kpis.approve_values",
    "submit": "kpis.enter_value",
    "discard": "kpis.enter_value",
}


def reported_value(request: HttpRequest, code: str) -> HttpResponseBase:
    """The value of `?department=` and `?period=`; a POST decides on what waits there."""
    user: Any = request.user
    kpi = get_object_or_404(visible_to(user), code=code)
    authorise(user, "kpis.view_kpi", kpi)
    value = read_value(user, named_place(request, kpi))
    form, status = None, 200
    if request.method == "POST":
        form = DecideForm(request.POST, offered=[value.waits.row.pk] if value.waits else [])
        permission = _DEEDS.get(request.POST.get("do", ""))
        if permission is not None and not user.has_perm(permission, value.place.series):
            raise PermissionDenied
        done, status = decide(request, form)
        if done:
            return redirect(request.get_full_path())
    return _page(request, kpi, value, form or DecideForm(offered=[]), status)


def named_place(request: HttpRequest, kpi: KPI) -> Place:
    """The series and period that the address names, else the first series and the latest ended period.

    Http404 says what is wrong with it.
    """
    try:
        department = request.GET.get("department") or _first_department(kpi)
        return find_place(kpi.code, department, request.GET.get("period") or _latest_period(kpi))
    except Refused as refusal:
        raise NothingThere(str(refusal.faults[0].message)) from None


def _first_department(kpi: KPI) -> str:
    series = Series.objects.filter(kpi=kpi).select_related("department").order_by("department__name").first()
    return series.department.code if series else ""


def _latest_period(kpi: KPI) -> str:
    calendar = fiscal_calendar()
    frequency = Frequency(definition_of(kpi).frequency)
    return calendar.format(last_ended(calendar, frequency, timezone.localdate()))


def value_url(kpi: KPI, department: Department, period: str) -> str:
    """The page of a value."""
    where = urlencode({"department": department.code, "period": period})
    return f"{reverse('reported_value', args=[kpi.code])}?{where}"


def _page(request: HttpRequest, kpi: KPI, value: OneValue, form: DecideForm, status: int) -> HttpResponse:
    calendar, place = fiscal_calendar(), value.place
    user: Any = request.user
    department = Department.objects.get(pk=place.department_id)
    period = calendar.format(place.period)
    may_enter = user.has_perm("kpis.enter_value", place.series)
    context: dict[str, Any] = {
        "kpi": kpi,
        "value": value,
        "department": department,
        "period": period_text(place.period, calendar),
        "period_code": period,
        "closed_with": period_text(value.closed_with, calendar) if value.closed_with else "",
        "form": form,
        "may_enter": may_enter,
        "may_approve": user.has_perm("kpis.approve_values", place.series),
        "sees_files": user.has_perm("kpis.view_evidence", place.series),
        "evidence_form": EvidenceForm() if may_enter else None,
        "where": urlencode({"department": department.code, "period": period}),
        "back": request.get_full_path(),
        "breadcrumbs": way_here(kpi),
        "title": _("%(kpi)s, %(department)s, %(period)s")
        % {
            "kpi": kpi.name,
            "department": department.name,
            "period": period_text(place.period, calendar),
        },
    }
    return render(request, "kpis/value.html", context, status=status)
