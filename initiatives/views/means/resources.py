"""Capacity beside demand of the whole portfolio, by department and skill and month."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.exports import csv_response, xlsx_response
from core.pages import respond
from core.ui.pickers import Option, query_url
from core.web import authorise
from initiatives.means.load import Load, LoadCell, read_load
from initiatives.means.months import first_day, month_of, month_text, months_of_year, year_now
from initiatives.means.presenting import Heat, heat_of, over_of, people_of
from initiatives.models import Skill
from initiatives.views.seen import VIEW
from kpis.engine.periods import Calendar
from kpis.queries import calendar as fiscal_calendar
from org.queries import TreeNode, department_tree

CAPACITY = "initiatives.edit_capacity"
MOST_OVER = 40
HEADER = ("department", "skill", "month", "capacity", "demand", "proposed", "gap", "state")


@dataclass(frozen=True)
class Wanted:
    """What the address asks for."""

    months: tuple[int, ...]
    department: TreeNode | None
    skill: Skill | None
    proposals: bool


@require_safe
def resources(request: HttpRequest) -> HttpResponseBase:
    """Teams by month: `?year=` (else the coming twelve months), `department`, `skill`, `stages=all`.

    `?format=csv` and `?format=xlsx` give the numbers as a file.
    """
    authorise(request.user, VIEW)
    calendar, today = fiscal_calendar(), timezone.localdate()
    tree = department_tree()
    wanted = _wanted(request, tree, calendar, today)
    load = read_load(request.user, wanted.months, wanted.department, wanted.skill, wanted.proposals)
    kind = request.GET.get("format")
    if kind in ("csv", "xlsx"):
        answer = csv_response if kind == "csv" else xlsx_response
        return answer(f"resources.{kind}", HEADER, _export(load))
    context = _context(request, wanted, load, tree, year_now(calendar, today))
    return respond(request, "initiatives/means/resources.html", "results", context)


def _wanted(request: HttpRequest, tree: Sequence[TreeNode], calendar: Calendar, today: dt.date) -> Wanted:
    year, code = request.GET.get("year", ""), request.GET.get("department", "")
    if year.isascii() and year.isdigit() and 1990 <= int(year[:6]) <= 2150:
        months = tuple(months_of_year(int(year), calendar))
    else:
        months = tuple(range(month_of(today), month_of(today) + 12))
    node = next((node for node in tree if node.code == code), None)
    if code and node is None:
        raise Http404(code)
    skill = request.GET.get("skill", "")
    return Wanted(
        months,
        node,
        get_object_or_404(Skill, code=skill) if skill else None,
        request.GET.get("stages") == "all",
    )


def _context(
    request: HttpRequest, wanted: Wanted, load: Load, tree: Sequence[TreeNode], now: int
) -> dict[str, Any]:
    over = over_of(load.rows)
    return {
        "heads": [month_text(month) for month in wanted.months],
        "heat": [heat_of(row, wanted.months) for row in load.rows],
        "skills_heat": [_skill_heat(skill, cells, wanted.months) for skill, cells in load.by_skill()],
        "over": over[:MOST_OVER],
        "over_count": len(over),
        "people": people_of(load.people),
        "departments": tree,
        "skills": Skill.objects.filter(archived_on=None),
        "chosen": {name: request.GET.get(name, "") for name in ("department", "skill", "year", "stages")},
        "years": _years(request, now),
        "stages": _stages(request),
        "csv_url": query_url(request.GET, format="csv"),
        "xlsx_url": query_url(request.GET, format="xlsx"),
        "may_edit": request.user.has_perm(CAPACITY),
    }


def _skill_heat(skill: Skill, cells: dict[int, LoadCell], months: Sequence[int]) -> Heat:
    return Heat(skill.name, "", [cells[month] for month in months])


def _years(request: HttpRequest, now: int) -> list[Option]:
    """The coming months, or one of the fiscal years around."""
    chosen = request.GET.get("year", "")
    coming = Option(_("Coming 12 months"), query_url(request.GET, year=None), not chosen)
    years = range(now - 1, now + 3)
    return [coming, *(Option(str(y), query_url(request.GET, year=str(y)), chosen == str(y)) for y in years)]


def _stages(request: HttpRequest) -> list[Option]:
    everything = request.GET.get("stages") == "all"
    return [
        Option(_("Under way"), query_url(request.GET, stages=None), not everything),
        Option(_("With proposals"), query_url(request.GET, stages="all"), everything),
    ]


def _export(load: Load) -> Iterator[tuple[Any, ...]]:
    for row in load.rows:
        for month, cell in row.cells.items():
            yield (
                row.department.code,
                row.skill.code,
                first_day(month),
                cell.capacity,
                cell.demand,
                cell.proposed,
                cell.gap,
                str(cell.state),
            )
