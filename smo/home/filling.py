"""Filling gaps: one KPI, the departments that somebody reports, its latest periods side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.due import due_from
from core.ui.pickers import Option, Picker, query_url
from core.web import NothingThere, authorise
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.engine.periods import Calendar
from kpis.enums import Kind
from kpis.grid import Answer, GridCell, grid_cells
from kpis.grid.lines import plain
from kpis.models import KPI, Definition, Series
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import definition_of, series_with_path, visible_to
from kpis.reporting import is_active
from kpis.wording import last_ended, short_period_text
from smo.home.badge import FAR
from smo.home.entering import take_in
from smo.home.parts import BY_KPI, tabs

SHOWN = 6


@dataclass(frozen=True)
class FillCell:
    """A cell of the grid: `value` stands in its field, `waits` for approval or not. No key: not reported."""

    key: str
    period: str
    value: str
    waits: bool = False
    answer: Answer | None = None

    @property
    def line(self) -> dict[str, Any]:
        """What became of it, as the pieces of the grid say it."""
        if self.answer is None:
            return {"key": self.key, "outcome": "waits" if self.waits else ""}
        outcome = self.answer.outcome
        said = {"message": self.answer.message, "reason": self.answer.typed.reason}
        return {"key": self.key, "outcome": outcome, "is_wrong": not outcome.is_done, **said}


@dataclass(frozen=True)
class FillRow:
    """A department with its cells, the oldest period first."""

    series: Series
    cells: tuple[FillCell, ...]


@require_http_methods(["GET", "HEAD", "POST"])
def fill_values(request: HttpRequest, code: str = "") -> HttpResponseBase:
    """The KPI that the address names, else the reader's first; a POST stores what was typed."""
    authorise(request.user, "kpis.enter_value")
    kpis = reported_by(request.user)
    if code:
        kpi = get_object_or_404(visible_to(request.user), code=code)
        chosen: KPI | None = kpi
    else:
        chosen = next(iter(kpis), None)
    if request.method == "POST":
        return take_in(request, lambda answers, status: _page(request, kpis, chosen, answers, status))
    return _page(request, kpis, chosen, [], 200)


def reported_by(user: Any) -> list[KPI]:
    """The KPIs of which the user may report some series, by name."""
    reported = Definition.objects.current().filter(kind=Kind.REPORTED).values("kpi")
    series = series_with_path().filter(kpi__in=reported).select_related("kpi")
    found = {each.kpi for each in series if user.has_perm("kpis.enter_value", each)}
    return sorted(found, key=lambda kpi: kpi.name.lower())


def _page(
    request: HttpRequest, kpis: Sequence[KPI], kpi: KPI | None, answers: Sequence[Answer], status: int
) -> HttpResponseBase:
    today = timezone.localdate()
    context: dict[str, object] = {
        "kpi": kpi,
        "tabs": tabs(request.user, BY_KPI, due_from(request.user, today, today + FAR)),
        "pickers": [_kpi_picker(kpis, kpi)] if kpi else [],
    }
    if kpi is not None:
        by_key = {each.typed.key: each for each in answers if not each.outcome.is_done}
        context |= _grid(request, kpi, by_key)
    return render(request, "smo/fill_values.html", context, status=status)


def _kpi_picker(kpis: Sequence[KPI], kpi: KPI) -> Picker:
    options = tuple(
        Option(each.name, reverse("fill_kpi", args=[each.code]), each.pk == kpi.pk) for each in kpis
    )
    return Picker(_("KPI"), kpi.name, options)


def _grid(request: HttpRequest, kpi: KPI, answers: Mapping[str, Answer]) -> dict[str, object]:
    calendar = fiscal_calendar()
    frequency = Frequency(definition_of(kpi).frequency)
    last = _last(request, calendar, frequency)
    periods = [calendar.shift(last, step) for step in range(1 - SHOWN, 1)]
    newest = last_ended(calendar, frequency, timezone.localdate())
    later = calendar.shift(last, SHOWN)
    return {
        "heads": [short_period_text(each, calendar) for each in periods],
        "rows": _rows(request.user, kpi, periods, calendar, answers),
        "earlier_url": query_url(request.GET, until=calendar.format(calendar.shift(last, -SHOWN))),
        "later_url": "" if last >= newest else query_url(
            request.GET, until=calendar.format(min(later, newest, key=lambda each: each.ordinal))
        ),
    }  # fmt: skip


def _last(request: HttpRequest, calendar: Calendar, frequency: Frequency) -> Period:
    """The latest period to show: `?until=`, else the latest that has ended."""
    wanted = request.GET.get("until")
    if not wanted:
        return last_ended(calendar, frequency, timezone.localdate())
    try:
        return calendar.parse(wanted, frequency)
    except PeriodError as error:
        raise NothingThere(str(error)) from error


def _rows(
    user: Any, kpi: KPI, periods: Sequence[Period], calendar: Calendar, answers: Mapping[str, Answer]
) -> list[FillRow]:
    """A row for each department that the user reports and that reports in one of the periods."""
    known = series_with_path().filter(kpi=kpi).select_related("kpi", "department").prefetch_related("terms")
    wanted = known.order_by("department__name")
    allowed = [each for each in wanted if user.has_perm("kpis.enter_value", each)]
    places = [(series, period) for series in allowed for period in periods]
    cells = iter(grid_cells(places))
    rows = []
    for series in allowed:
        own = tuple(_cell(next(cells), calendar, answers) for _period in periods)
        if any(cell.key for cell in own):
            rows.append(FillRow(series, own))
    return rows


def _cell(cell: GridCell, calendar: Calendar, answers: Mapping[str, Answer]) -> FillCell:
    period = short_period_text(cell.period, calendar)
    terms = [term for term in cell.series.terms.all() if term.known_to is None]
    if not is_active(terms, calendar.end(cell.period)):
        return FillCell("", period, "")
    answer = answers.get(cell.key)
    stored = cell.pending or cell.current
    value = answer.typed.value if answer else plain(stored.value) if stored else ""
    waits = cell.pending is not None and cell.pending.state == "submitted"
    return FillCell(cell.key, period, value, waits, answer)
