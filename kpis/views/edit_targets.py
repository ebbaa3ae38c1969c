"""Setting the targets of one series: of a daily KPI, whose year is too long for the grid."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from core.pages import form_page
from core.ui.pickers import Option, query_url
from core.web import NothingThere
from kpis.actions import Recorded, set_targets
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction
from kpis.forms.targets import TargetsForm
from kpis.intake import check_targets
from kpis.models import KPI, Definition, Series
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import definition_of
from kpis.reporting import current_targets, is_active, shown_periods
from kpis.views.edit_series import kpi_url, opened_series, series_crumbs
from kpis.wording import period_text, target_text
from org.models import User


def edit_targets(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The targets of a series for the native periods of `?period=`: a year, of a daily KPI a month."""
    by, series = opened_series(request, pk)
    calendar, definition = fiscal_calendar(), definition_of(series.kpi)
    shown = _shown(request, calendar, Frequency(definition.frequency))
    form = _form(request, series, definition, calendar, shown)

    def act(_data: dict[str, Any]) -> str:
        recorded = store_targets(by, series, form)
        messages.success(request, _said(recorded))
        return kpi_url(series.kpi, series.department.code)

    return form_page(
        request,
        form,
        act,
        title=_("Targets of %(kpi)s") % {"kpi": series.kpi.name},
        lead=series.department.name,
        button=_("Save the targets"),
        back_url=reverse("kpi_series", args=[series.kpi.code]),
        breadcrumbs=series_crumbs(series.kpi),
        template="kpis/edit_targets.html",
        kpi=series.kpi,
        is_band=definition.direction == Direction.BAND,
        own_target=_own_target(series.kpi, definition),
        shown=period_text(shown, calendar),
        segments=_neighbours(request, calendar, shown),
    )


def store_targets(by: User, series: Series, form: TargetsForm) -> Recorded:
    """Check and set the targets that the valid form changes; raises Refused naming its fields."""
    rows = form.changed_rows(series.kpi.code, series.department.code)
    checked = check_targets([row for _period, row in rows], by=by)
    if checked.forbidden:
        raise PermissionDenied
    if checked.faults:
        raise Refused([_placed(fault, rows[fault.index or 0][0]) for fault in checked.faults])
    return set_targets(by=by, rows=checked.entries)


def _placed(fault: Fault, period: Period) -> Fault:
    """The fault in the field of its period and line."""
    return replace(fault, field=f"{fault.field}_{period.ordinal}")


def _shown(request: HttpRequest, calendar: Calendar, native: Frequency) -> Period:
    """The wanted year or month, else the one that holds today; Http404 says what is accepted."""
    frequency = Frequency.MONTH if native == Frequency.DAY else Frequency.YEAR
    wanted = request.GET.get("period")
    if not wanted:
        return calendar.containing(timezone.localdate(), frequency)
    try:
        return calendar.parse(wanted, frequency)
    except PeriodError as error:
        raise NothingThere(str(error)) from error


def _form(
    request: HttpRequest, series: Series, definition: Definition, calendar: Calendar, shown: Period
) -> TargetsForm:
    """The grid of the periods in which the series is active."""
    periods = shown_periods(calendar, Frequency(definition.frequency), shown)
    terms = series.known_terms  # type: ignore[attr-defined]
    return TargetsForm(
        request.POST or None,
        direction=definition.direction,
        periods=[each for each in periods if is_active(terms, calendar.end(each))],
        stored=current_targets(series, periods),
        calendar=calendar,
    )


def _own_target(kpi: KPI, definition: Definition) -> str:
    """The target or band that holds where a period has none, as text; nothing where there is none."""
    if definition.direction == Direction.BAND:
        edges = (definition.low, None, definition.high, None)
    else:
        edges = (definition.target, None, None, None)
    return "" if edges[0] is None else target_text(edges, definition.direction, kpi.decimals)


def _neighbours(request: HttpRequest, calendar: Calendar, shown: Period) -> list[Option]:
    """The years or months around the shown one."""
    around = [calendar.shift(shown, step) for step in (-2, -1, 0, 1, 2)]
    return [
        Option(
            period_text(each, calendar), query_url(request.GET, period=calendar.format(each)), each == shown
        )
        for each in around
    ]


def _said(recorded: Recorded) -> str:
    if recorded.changed:
        return _("The targets are stored; the scores follow in a moment.")
    return _("These targets were there already; nothing changed.")
