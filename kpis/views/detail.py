"""The KPI page."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import slots
from core.exports import csv_response
from core.ui.pickers import Option, query_url
from core.web import authorise
from kpis.charts import kpi_figure
from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar
from kpis.finding import finding
from kpis.models import KPI
from kpis.presenters import EXPORT_HEADER, course_table, export_rows, facts
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import computation, definition_of, visible_to
from kpis.reading import KpiDetail, read_kpi
from kpis.views.context import (
    as_of_picker,
    department_picker,
    period_picker,
    wanted_department,
    wanted_period,
)
from kpis.views.entry import entry_form
from kpis.wording import last_ended, marks_of, period_text, target_text
from org.queries import TreeNode, department_tree


@require_safe
def kpi(request: HttpRequest, code: str) -> HttpResponse:
    """One KPI at a department: figures, chart, table, departments below, revisions, card."""
    authorise(request.user, "kpis.view_kpi")
    found = get_object_or_404(visible_to(request.user).select_related("owner"), code=code)
    detail, department, tree = _read(request, found)
    if request.GET.get("format") == "csv":
        name = f"{found.code}-{department.code}-{detail.frequency}.csv".replace("/", "-")
        return csv_response(name, EXPORT_HEADER, export_rows(detail.course, detail))
    return render(request, "kpis/kpi.html", _shown(request, detail, department, tree))


def _read(request: HttpRequest, found: KPI) -> tuple[KpiDetail, TreeNode, tuple[TreeNode, ...]]:
    tree = tuple(department_tree())
    if not tree:
        raise Http404(_("There are no departments yet."))
    calendar, today = fiscal_calendar(), timezone.localdate()
    native = Frequency(definition_of(found).frequency)
    department = wanted_department(request, tree)
    period = wanted_period(request, calendar, last_ended(calendar, native, today))
    frequency = _frequency(request, native)
    return read_kpi(found, tree, department, period, frequency, calendar, today), department, tree


def _frequency(request: HttpRequest, native: Frequency) -> Frequency:
    """By which periods the chart goes: `?by=`, else the KPI's own."""
    wanted = request.GET.get("by")
    if not wanted:
        return native
    if wanted not in set(Frequency) or Frequency(wanted).is_finer_than(native):
        raise Http404(_("This KPI cannot be shown by %(by)s.") % {"by": wanted})
    return Frequency(wanted)


def _shown(
    request: HttpRequest, detail: KpiDetail, department: TreeNode, tree: tuple[TreeNode, ...]
) -> dict[str, object]:
    calendar, today = detail.calendar, timezone.localdate()
    freshness = computation()
    anchors = detail.now.anchors if detail.now.anchors_to_date[0] is None else detail.now.anchors_to_date
    return {
        "kpi": detail.kpi,
        "detail": detail,
        "department": department,
        "query": _query(department, detail, calendar),
        "period": period_text(detail.period, calendar),
        "target": target_text(anchors, detail.known.rules.direction, detail.kpi.decimals),
        "marks": marks_of(detail.now, calendar),
        "finding": finding(detail.course, calendar),
        "figure": kpi_figure(detail),
        "table": course_table(detail),
        "facts": facts(detail),
        "serves": slots.render("kpi.detail.serves", request, [detail.kpi])[detail.kpi.pk],
        "segments": [
            Option(_BY[each](), query_url(request.GET, by=each), each == detail.frequency)
            for each in detail.frequencies
        ],
        "export_url": query_url(request.GET, format="csv"),
        "pickers": [
            department_picker(tree, department, request.GET),
            period_picker(detail.period, calendar, today, request.GET),
            as_of_picker(today),
        ],
        "breadcrumbs": [(_("Performance"), reverse("performance")), (_("KPIs"), reverse("kpis"))],
        "entry_form": entry_form(request.user, detail.kpi, department.code, period=_native_text(detail)),
        "back_url": request.get_full_path(),
        "computation": freshness,
        "live_url": reverse("computation_stamp"),
        "live_stamp": freshness.stamp,
    }


_BY = {
    Frequency.DAY: lambda: _("Day"),
    Frequency.WEEK: lambda: _("Week"),
    Frequency.MONTH: lambda: _("Month"),
    Frequency.QUARTER: lambda: _("Quarter"),
    Frequency.HALF: lambda: _("Half-year"),
    Frequency.YEAR: lambda: _("Year"),
}


def _query(department: TreeNode, detail: KpiDetail, calendar: Calendar) -> str:
    parameters = QueryDict(mutable=True)
    parameters["department"] = department.code
    parameters["period"] = calendar.format(detail.period)
    return parameters.urlencode(safe="/:")


def _native_text(detail: KpiDetail) -> str:
    """The period with which entering a value begins: the chosen one, where it is of the KPI's frequency."""
    native = detail.known.rules.frequency
    return detail.calendar.format(detail.period) if detail.period.frequency == native else ""
