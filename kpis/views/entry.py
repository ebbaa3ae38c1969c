"""Entering one value."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from core.errors import Refused
from core.pages import carry_out
from core.web import authorise
from kpis.actions import Recorded, record_measurements
from kpis.engine.frequency import Frequency
from kpis.forms import EnterValueForm
from kpis.intake import check_values
from kpis.models import KPI
from kpis.queries import calendar, definition_of, series_with_path, visible_to
from org.models import User


def entry_form(
    user: Any, kpi: KPI, department: str = "", data: Any = None, period: str = ""
) -> EnterValueForm | None:
    """The form for a value of the KPI; None where the user may enter none.

    It begins with `department` (a code) and `period`, else with the latest period that has ended.
    """
    series = series_with_path().filter(kpi=kpi).select_related("department").order_by("department__name")
    departments = [
        (each.department.code, each.department.name)
        for each in series
        if user.has_perm("kpis.enter_value", each)
    ]
    if not departments:
        return None
    definition = definition_of(kpi)
    now = calendar()
    latest = now.previous(now.containing(timezone.localdate(), Frequency(definition.frequency)))
    initial = {"department": department, "period": period or now.format(latest)}
    return EnterValueForm(data, kpi=kpi, definition=definition, departments=departments, initial=initial)


def enter_value(request: HttpRequest, code: str) -> HttpResponseBase:
    """The form by itself; a POST stores the value and goes back to `next`, else to the KPI's page."""
    kpi = get_object_or_404(visible_to(request.user), code=code)
    authorise(request.user, "kpis.enter_value")
    given = request.GET
    form = entry_form(
        request.user, kpi, given.get("department", ""), request.POST or None, given.get("period", "")
    )
    if form is None:
        raise PermissionDenied
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            by: Any = request.user
            recorded, status = carry_out(form, lambda: store_value(by, form))
            if recorded is not None:
                messages.success(request, _said(recorded))
                return redirect(_back(request, kpi))
    return _page(request, kpi, form, status)


def store_value(by: User, form: EnterValueForm) -> Recorded:
    """Check and record the valid form's value; raises Refused naming fields, PermissionDenied (403)."""
    checked = check_values(by=by, rows=[form.raw_value()])
    if checked.forbidden:
        raise PermissionDenied
    if checked.faults:
        raise Refused(checked.faults)
    return record_measurements(by=by, rows=checked.entries)


def _said(recorded: Recorded) -> str:
    if recorded.new:
        return _("The value is stored; the scores follow in a moment.")
    if recorded.corrected:
        return _("The value is corrected; the scores follow in a moment.")
    return _("This value was there already; nothing changed.")


def _back(request: HttpRequest, kpi: KPI) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return reverse("kpi", args=[kpi.code])


def _page(request: HttpRequest, kpi: KPI, form: EnterValueForm, status: int) -> HttpResponse:
    way_here = [
        (_("Performance"), reverse("performance")),
        (_("KPIs"), reverse("kpis")),
        (kpi.name, reverse("kpi", args=[kpi.code])),
    ]
    context = {"kpi": kpi, "entry_form": form, "back_url": _back(request, kpi), "breadcrumbs": way_here}
    return render(request, "kpis/enter_value_page.html", context, status=status)
