"""All targets of a KPI for a year, one line at a time, for all departments."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.errors import Refused
from core.pages import form_page
from core.ui.pickers import Option, query_url
from core.web import NothingThere, authorise
from kpis.actions import Recorded, set_cell_targets, set_targets
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.forms.target_grid import TargetGridForm
from kpis.intake import check_cell_targets, check_targets
from kpis.models import KPI
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import visible_to
from kpis.targeting import TargetedKpi, targeted
from kpis.targeting.grid import OF_SERIES, TargetGrid, grid_choices, is_daily, target_grid
from kpis.views.edit import way_here
from kpis.wording import period_text, short_period_text
from org.models import User
from org.queries import department_tree


def opened_targets(request: HttpRequest, code: str) -> tuple[User, TargetedKpi]:
    """The acting user, and the KPI with what of its targets they may set."""
    kpi: KPI = get_object_or_404(visible_to(request.user), code=code)
    authorise(request.user, "kpis.edit_targets")
    assert isinstance(request.user, User)
    return request.user, targeted(kpi, request.user, fiscal_calendar())


def grid_url(kpi: KPI, year: int) -> str:
    """The grid of a year."""
    return reverse("target_grid", args=[kpi.code]) + f"?year={year}"


def kpi_targets(request: HttpRequest, code: str) -> HttpResponseBase:
    """The grid by `?year=`, `?by=` (series, month, quarter, half, year: cells) and `?line=`."""
    by, subject = opened_targets(request, code)
    choices = grid_choices(subject)
    year = _year(request, subject)
    line = _one_of(request, "line", subject.lines, "low" if "low" in subject.lines else subject.lines[0])
    grid = target_grid(
        subject,
        department_tree(),
        by,
        by=_one_of(request, "by", choices, choices[0]),
        year=year,
        line=line,
    )
    form = TargetGridForm(request.POST if request.method == "POST" else None, grid=grid)

    def act(_data: dict[str, Any]) -> str:
        messages.success(request, said(store_grid(by, form)))
        return request.get_full_path()

    return form_page(
        request,
        form,
        act,
        title=_("Targets of %(kpi)s") % {"kpi": subject.kpi.name},
        button=_("Save the targets"),
        back_url=reverse("kpi_series", args=[code]),
        breadcrumbs=way_here(subject.kpi),
        template="kpis/target_grid.html",
        kpi=subject.kpi,
        grid=grid,
        makes_targets=grid.of_series or is_daily(subject),
        year_text=period_text(Period(Frequency.YEAR, year), subject.calendar),
        heads=[short_period_text(each, subject.calendar) for each in grid.periods],
        year=str(year),
        **_switches(request, grid, choices, year),
    )


def store_grid(by: User, form: TargetGridForm) -> Recorded:
    """Check and set what the valid form changes; raises Refused naming its fields."""
    rows = form.changed_rows()
    check: Any = check_targets if form.grid.of_series else check_cell_targets
    store: Any = set_targets if form.grid.of_series else set_cell_targets
    checked = check([row for _name, row in rows], by=by)
    if checked.forbidden:
        raise PermissionDenied
    if checked.faults:
        raise Refused([replace(each, field=rows[each.index or 0][0]) for each in checked.faults])
    recorded: Recorded = store(by=by, rows=checked.entries)
    return recorded


def said(recorded: Recorded) -> str:
    """What became of targets that were sent."""
    if recorded.changed:
        return _("The targets are stored; the scores follow in a moment.")
    return _("These targets were there already; nothing changed.")


def _year(request: HttpRequest, subject: TargetedKpi) -> int:
    wanted = request.GET.get("year")
    if not wanted:
        return subject.calendar.containing(timezone.localdate(), Frequency.YEAR).ordinal
    try:
        return subject.calendar.parse(wanted, Frequency.YEAR).ordinal
    except PeriodError as error:
        raise NothingThere(str(error)) from error


def _one_of(request: HttpRequest, name: str, known: Any, usual: str) -> str:
    wanted = request.GET.get(name) or usual
    if wanted not in known:
        raise NothingThere(_("There is no such grid; there are: %(known)s.") % {"known": ", ".join(known)})
    return wanted


def _switches(request: HttpRequest, grid: TargetGrid, choices: list[str], year: int) -> dict[str, Any]:
    """The years around, what targets are set by, and which line of them is shown."""
    query, calendar = request.GET, grid.targeted.calendar
    return {
        "years": [
            Option(
                period_text(Period(Frequency.YEAR, each), calendar),
                query_url(query, year=str(each)),
                each == year,
            )
            for each in range(year - 2, year + 3)
        ],
        "kinds": [Option(_kind_word(each), query_url(query, by=each), each == grid.by) for each in choices],
        "lines": [
            Option(line_word(each), query_url(query, line=each), each == grid.line)
            for each in grid.targeted.lines
        ],
    }


def _kind_word(by: str) -> str:
    words = {
        OF_SERIES: _("As reported"),
        Frequency.MONTH: _("Months"),
        Frequency.QUARTER: _("Quarters"),
        Frequency.HALF: _("Half-years"),
        Frequency.YEAR: _("Year"),
    }
    return words[by]


def line_word(line: str) -> str:
    """The name of a line of targets."""
    words = {
        "target": _("Target"),
        "red_line": _("Red line"),
        "best": _("Best"),
        "worst": _("Worst"),
        "red_low": _("Red line below"),
        "low": _("Band from"),
        "high": _("Band to"),
        "red_high": _("Red line above"),
    }
    return words[line]
