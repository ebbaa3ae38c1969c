"""What one initiative takes: its people month by month, its money year by year, its technology."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.ui.pickers import Option, query_url
from initiatives.means.money import total
from initiatives.means.months import month_text, year_now
from initiatives.means.people_grid import PeopleGrid, months_shown, read_people
from initiatives.means.technology import TechnologyLine, read_technology
from initiatives.models import Initiative, MoneyLine
from initiatives.views.seen import EDIT, RUN, initiative_seen, way_to
from kpis.queries import calendar as fiscal_calendar


@require_safe
def initiative_means(request: HttpRequest, code: str) -> HttpResponseBase:
    """People of a fiscal year (`?year=`), money of all years, technology with what it lacks."""
    initiative = initiative_seen(request, code)
    calendar, today = fiscal_calendar(), timezone.localdate()
    grid = read_people(initiative, calendar, today)
    year = year_asked(request, grid, year_now(calendar, today))
    months = months_shown(year, calendar)
    lines = list(initiative.money.select_related("source"))
    context = {
        "initiative": initiative,
        "rows": [(row, [row.months.get(month) for month in months]) for row in grid.rows],
        "heads": [month_text(month) for month in months],
        "sums": grid.sums(months),
        "year": year,
        "years": year_options(request, grid, year),
        "by_year": money_years(lines),
        "total": total(lines),
        "technologies": _technologies(request, initiative),
        "may_run": request.user.has_perm(RUN, initiative),
        "may_edit": request.user.has_perm(EDIT, initiative),
        "breadcrumbs": way_to(initiative),
    }
    return render(request, "initiatives/means/initiative.html", context)


def year_asked(request: HttpRequest, grid: PeopleGrid, usual: int) -> int:
    """The fiscal year of the address, else this one where the initiative lasts then, else its first."""
    text = request.GET.get("year", "")
    if text.isascii() and text.isdigit() and 1990 <= int(text[:6]) <= 2150:
        return int(text)
    return usual if usual in grid.years else grid.years[0]


def year_options(request: HttpRequest, grid: PeopleGrid, year: int) -> list[Option]:
    """The years of the initiative, to choose from."""
    years = sorted({*grid.years, year})
    return [Option(str(each), query_url(request.GET, year=str(each)), each == year) for each in years]


def money_years(lines: Sequence[MoneyLine]) -> list[dict[str, Any]]:
    """The lines by fiscal year, each year with its sum."""
    years = sorted({line.year for line in lines})
    found = []
    for year in years:
        own = [line for line in lines if line.year == year]
        found.append({"year": year, "lines": own, "total": total(own)})
    return found


def _technologies(request: HttpRequest, initiative: Initiative) -> list[dict[str, Any]]:
    """Each use with the days on which the technology does not suffice for all who need it."""
    uses = list(initiative.technologies.select_related("technology"))
    if not uses:
        return []
    lines = {line.technology.pk: line for line in read_technology(request.user, timezone.localdate())}
    return [{"use": use, "shortages": _of(lines.get(use.technology_id), initiative)} for use in uses]


def _of(line: TechnologyLine | None, initiative: Initiative) -> list[Any]:
    """The shortages that this initiative has a part in."""
    if line is None:
        return []
    return [
        each
        for each in line.shortages
        if any(need.use is not None and need.use.initiative_id == initiative.pk for need in each.needs)
    ]
