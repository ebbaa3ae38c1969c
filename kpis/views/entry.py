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
from kpis.actions import Recorded, record_measurements, save_drafts
from kpis.engine.frequency import Frequency
from kpis.entering import Beside, read_beside
from kpis.forms import EnterValueForm
from kpis.intake import check_values
from kpis.models import KPI
from kpis.queries import calendar, definition_of, series_with_path, visible_to
from org.models import User


def entry_form(
    user: Any, kpi: KPI, department: str = "", data: Any = None, period: str = ""
) -> EnterValueForm | None:
    """The form for a value of the KPI; None where the user may enter none.

    It begins with `department` (a code; one that is not theirs is left aside) and `period`, else with the
    latest period that has ended.
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
    begins_with = department if department in dict(departments) else departments[0][0]
    initial = {"department": begins_with, "period": period or now.format(latest)}
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
    if request.method == "POST" and "use_note" not in request.POST:
        status = 400
        if form.is_valid():
            by: Any = request.user
            draft = "draft" in request.POST
            recorded, status = carry_out(form, lambda: store_value(by, form, draft=draft))
            if recorded is not None:
                messages.success(request, _said(recorded))
                return redirect(_back(request, kpi))
    return _page(request, kpi, form, status)


def store_value(by: User, form: EnterValueForm, *, draft: bool = False) -> Recorded:
    """Check and record the valid form's value, or keep it as a draft.

    Raises Refused naming fields, PermissionDenied (403).
    """
    checked = check_values(by=by, rows=[form.raw_value()])
    if checked.forbidden:
        raise PermissionDenied
    if checked.faults:
        raise Refused(checked.faults)
    return (save_drafts if draft else record_measurements)(by=by, rows=checked.entries)


def _said(recorded: Recorded) -> str:
    if recorded.drafts:
        return _("The draft is kept; it counts and waits nowhere until you submit it.")
    if recorded.submitted:
        return _("The value waits for approval; the one before it stays until then.")
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
    beside = read_beside(request.user, kpi, form["department"].value() or "", form["period"].value() or "")
    context = {
        "kpi": kpi,
        "entry_form": _filled(request, form, beside),
        "beside": beside,
        "back_url": _back(request, kpi),
        "breadcrumbs": way_here,
    }
    return render(request, "kpis/enter_value_page.html", context, status=status)


def _filled(request: HttpRequest, form: EnterValueForm, beside: Beside) -> EnterValueForm:
    """The form with the note before, where that is asked for; at first with what waits already."""
    if request.method == "POST":
        if "use_note" not in request.POST or beside.before is None:
            return form
        typed = {name: request.POST.get(name, "") for name in form.fields}
        form.data, form.is_bound, form.initial = {}, False, typed | {"note": beside.before.note}
    elif beside.waits is not None:
        waiting = {name: getattr(beside.waits, name) for name in ("value", "note", "reason")}
        form.initial = {**form.initial, **waiting}
    return form
