"""The KPI page."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import slots
from core.exports import csv_response
from core.ui.pickers import Option, query_url
from core.web import NothingThere, authorise
from kpis.as_of import AsOf, day_text
from kpis.benchmarks import benchmark_rows
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.scoring import State
from kpis.formulas.lineage import read_lineage
from kpis.models import KPI, Definition, Series
from kpis.outlook import beside_of, read_outlook
from kpis.presenters import EXPORT_HEADER, export_rows, facts
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import computation, definition_of, visible_to
from kpis.reading import YEAR_TO_DATE, KpiReading, has_cells, read_kpi, views_of
from kpis.store.rules import rules_of
from kpis.views.context import (
    AS_OF,
    as_of_picker,
    department_picker,
    in_file_name,
    past_of,
    period_picker,
    wanted_as_of,
    wanted_department,
    wanted_period,
)
from kpis.views.course import drawn
from kpis.views.entry import entry_form
from kpis.views.outlook import outlook_parts
from kpis.views.override import overridden
from kpis.waiting_rows import waiting_in
from kpis.wording import last_ended
from org.queries import TreeNode, department_tree


@require_safe
def kpi(request: HttpRequest, code: str) -> HttpResponse:
    """One KPI at a department: figures, chart, table, departments below, revisions, card.

    `?frequency=` shows its course by longer periods or as the year to date, `?format=csv` as a file.
    """
    authorise(request.user, "kpis.view_kpi")
    shown = get_object_or_404(visible_to(request.user).select_related("owner"), code=code)
    as_of = wanted_as_of(request)
    definition, tree = _defined(shown, as_of), tuple(department_tree(as_of.day, as_of.known_at))
    if not tree:
        raise NothingThere(_("There are no departments yet."))
    reading = _read(request, definition, tree, as_of)
    if request.GET.get("format") == "csv":
        name = f"{shown.code}-{reading.department.code}-{reading.course.view}{in_file_name(as_of)}.csv"
        name = name.replace("/", "-")
        return csv_response(name, EXPORT_HEADER, export_rows(reading))
    return render(request, "kpis/kpi.html", _shown(request, shown, definition, reading, tree))


def _defined(kpi: KPI, as_of: AsOf) -> Definition:
    """The definition known as of the day; Http404 where the KPI had none yet."""
    try:
        return definition_of(kpi, as_of.known_at)
    except Definition.DoesNotExist as error:
        words = _("This KPI was not defined yet on %(day)s.") % {"day": day_text(as_of.day)}
        raise NothingThere(words) from error


def _read(
    request: HttpRequest, definition: Definition, tree: tuple[TreeNode, ...], as_of: AsOf
) -> KpiReading:
    calendar = fiscal_calendar()
    known = rules_of(definition)
    native = known.rules.frequency
    # The scorecard's default, so that the same number meets the reader who follows a link from there.
    usual = Frequency.QUARTER if native.is_finer_than(Frequency.QUARTER) else native
    return read_kpi(
        known,
        tree,
        wanted_department(request, tree),
        _period(request, native, calendar, last_ended(calendar, usual, as_of.day)),
        _view(request, native),
        calendar,
        as_of.day,
        as_of.known_at,
    )


def _period(request: HttpRequest, native: Frequency, calendar: Calendar, default: Period) -> Period:
    """The wanted period; where the KPI has no cells by its frequency, the month in which it ends."""
    period = wanted_period(request, calendar) or default
    if has_cells(native, period.frequency):
        return period
    return calendar.within(period, Frequency.MONTH)


def _view(request: HttpRequest, native: Frequency) -> str:
    wanted = request.GET.get("frequency") or str(native)
    if wanted not in views_of(native):
        raise NothingThere(_("This KPI cannot be shown by “%(wanted)s”.") % {"wanted": wanted})
    return wanted


def _shown(
    request: HttpRequest, kpi: KPI, definition: Definition, reading: KpiReading, tree: tuple[TreeNode, ...]
) -> dict[str, Any]:
    freshness = computation()
    past = past_of(AsOf(reading.as_of, reading.known_at), request.GET)
    series = Series.objects.filter(kpi=kpi, department_id=reading.department.id)
    period_query = _period_query(request, reading)
    benchmarks = benchmark_rows(kpi, reading.calendar)
    outlook = read_outlook(reading)
    return {
        "kpi": kpi,
        "reading": reading,
        "facts": facts(kpi, definition, series.select_related("steward").first()),
        "benchmarks": benchmarks,
        "lineage": read_lineage(kpi, reading.known_at),
        "lineage_query": query_url(request.GET, frequency=None, department=reading.department.code)[1:],
        "serves": slots.render("kpi.detail.serves", request, [kpi])[kpi.pk],
        "controls": _choices(request, reading),
        "export_url": query_url(request.GET, format="csv"),
        "period_query": period_query,
        "pickers": _pickers(request, reading, tree),
        "breadcrumbs": [(_("Performance"), reverse("performance")), (_("KPIs"), reverse("kpis"))],
        "entry_form": None
        if past
        else entry_form(request.user, kpi, reading.department.code, period=_period_to_enter(reading)),
        "waits": [] if past else waiting_in(request.user, kpi, reading.department.path, reading.native_range),
        "elsewhere_url": query_url(request.GET, department=None),
        "value_is_due": reading.cell.status in (State.DUE, State.LATE),
        "back_url": request.get_full_path(),
        "computation": freshness,
        "past": past,
        "live_url": None if past else reverse("computation_stamp"),
        "live_stamp": freshness.stamp,
        **drawn(kpi, reading, beside_of(outlook, reading, kpi, benchmarks)),
        **outlook_parts(request, kpi, reading, outlook),
        **overridden(request, kpi, reading),
    }


def _pickers(request: HttpRequest, reading: KpiReading, tree: tuple[TreeNode, ...]) -> list[Any]:
    return [
        department_picker(tree, reading.department, request.GET),
        period_picker(reading.period, reading.calendar, reading.as_of, request.GET),
        as_of_picker(reading.as_of, request.GET),
    ]


def _choices(request: HttpRequest, reading: KpiReading) -> str:
    """How the course can be shown, as links; nothing where there is only one way."""
    views = views_of(reading.known.rules.frequency)
    if len(views) == 1:
        return ""
    segments = [
        Option(_view_word(view), query_url(request.GET, frequency=view), view == reading.course.view)
        for view in views
    ]
    return render_to_string("ui/segments.html", {"segments": segments, "label": _("Shown by")})


def _view_word(view: str) -> str:
    return {
        Frequency.DAY: _("Day"),
        Frequency.WEEK: _("Week"),
        Frequency.MONTH: _("Month"),
        Frequency.QUARTER: _("Quarter"),
        Frequency.HALF: _("Half-year"),
        Frequency.YEAR: _("Year"),
        YEAR_TO_DATE: _("Year to date"),
    }[view]


def _period_query(request: HttpRequest, reading: KpiReading) -> str:
    """The parameters, but for the department, that lead to the same view of another department."""
    parameters = QueryDict(mutable=True)
    if plan := request.GET.get("plan"):
        parameters["plan"] = plan
    parameters["period"] = reading.calendar.format(reading.period)
    if reading.known_at is not None:
        parameters[AS_OF] = reading.as_of.isoformat()
    if view := request.GET.get("frequency"):
        parameters["frequency"] = view
    return parameters.urlencode(safe="/:")


def _period_to_enter(reading: KpiReading) -> str:
    """The period with which entering a value begins: the chosen one, where it is one that is reported."""
    native = reading.known.rules.frequency
    return reading.calendar.format(reading.period) if reading.period.frequency == native else ""
