"""Setting a KPI's status by hand, and lifting it; what the KPI page says of both."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from core.pages import form_page
from core.ui.marks import mark_of
from core.web import NothingThere, authorise
from kpis import actions
from kpis.engine.frequency import Frequency, Period
from kpis.forms.override import LiftOverrideForm, OverrideForm
from kpis.models import KPI, StatusOverride
from kpis.overrides import overrides_here, visible_overrides
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import visible_to
from kpis.reading import KpiReading
from kpis.views.context import wanted_department, wanted_period
from kpis.views.edit import way_here
from kpis.wording import period_text
from org.models import Department
from org.queries import department_tree


def override_status(request: HttpRequest, code: str) -> HttpResponseBase:
    """Set the status of the cell that `?department=` and `?period=` name."""
    kpi = get_object_or_404(visible_to(request.user), code=code)
    authorise(request.user, "kpis.override_status", kpi)
    by: Any = request.user
    calendar = fiscal_calendar()
    tree = tuple(department_tree())
    period = wanted_period(request, calendar)
    if not tree or period is None:
        raise NothingThere(_("Open the KPI at a department and period, and set its status from there."))
    node = wanted_department(request, tree)
    back_url = _kpi_url(kpi, node.code, calendar.format(period))

    def act(data: dict[str, Any]) -> str:
        department = Department.objects.get(pk=node.id)
        actions.override_status(by=by, kpi=kpi, department=department, period=period, **data)
        words = _("The status is set by hand: %(status)s until %(day)s. The computed one stays beside it.")
        day = data["expires_on"].strftime("%Y-%m-%d")
        messages.success(request, words % {"status": mark_of(data["status"]).word, "day": day})
        return back_url

    return form_page(
        request,
        OverrideForm(request.POST or None),
        act,
        title=_("Set the status of %(kpi)s by hand") % {"kpi": kpi.name},
        lead=_("%(department)s, %(period)s. Score and everything above it stay computed.")
        % {"department": node.name, "period": period_text(period, calendar)},
        button=_("Set the status"),
        back_url=back_url,
        breadcrumbs=way_here(kpi),
    )


def lift_override(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Let the computed status speak again."""
    override = get_object_or_404(visible_overrides(request.user), pk=pk)
    authorise(request.user, "kpis.override_status", override.kpi)
    by: Any = request.user
    period = Period(Frequency(override.frequency), override.period)
    calendar = fiscal_calendar()
    back_url = _kpi_url(override.kpi, override.department.code, calendar.format(period))

    def act(data: dict[str, Any]) -> str:
        actions.lift_override(by=by, override=override, **data)
        messages.success(request, _("Lifted: the computed status speaks again."))
        return back_url

    return form_page(
        request,
        LiftOverrideForm(request.POST or None),
        act,
        title=_("Lift the status set by hand?"),
        lead=_("%(kpi)s at %(department)s, %(period)s: %(status)s until %(day)s.")
        % {**_names(override), "period": period_text(period, calendar)},
        button=_("Lift it"),
        back_url=back_url,
        breadcrumbs=way_here(override.kpi),
    )


def overridden(request: HttpRequest, kpi: KPI, reading: KpiReading) -> dict[str, Any]:
    """The KPI page's part: the overrides here, and where one is set for the period that is shown."""
    shown = reading.calendar.format(reading.cell.shown)
    may = reading.known_at is None and request.user.has_perm("kpis.override_status", kpi)
    return {
        "overrides": [
            (period_text(each.period, reading.calendar), each)
            for each in overrides_here(request.user, kpi, reading)
        ],
        "may_override": may,
        "override_url": reverse("override_status", args=[kpi.code])
        + "?"
        + urlencode({"department": reading.department.code, "period": shown}),
    }


def _kpi_url(kpi: KPI, department: str, period: str) -> str:
    return reverse("kpi", args=[kpi.code]) + "?" + urlencode({"department": department, "period": period})


def _names(override: StatusOverride) -> dict[str, Any]:
    return {
        "kpi": override.kpi.name,
        "department": override.department.name,
        "status": mark_of(override.status).word,
        "day": override.expires_on.isoformat(),
    }
