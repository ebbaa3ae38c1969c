"""How many people initiatives take, and how many there are, by skill and fiscal year.

A fiscal year's number is its mean over twelve months, so that half a year of two people counts as one.
"""

from collections.abc import Iterable

from initiatives.means.money import Initiatives
from initiatives.means.months import month_of, months_of_year, year_of
from initiatives.models import Allocation, Capacity
from kpis.engine.periods import Calendar

SkillYear = tuple[int, int]  # id of the skill, fiscal year


def fte_by_year(initiatives: Initiatives, calendar: Calendar) -> dict[int, dict[SkillYear, float]]:
    """What each initiative takes, by its id: mean FTE by (skill, fiscal year); one query."""
    rows = Allocation.objects.filter(initiative__in=initiatives).order_by()
    found: dict[int, dict[SkillYear, float]] = {}
    for initiative, skill, first, last, fte in rows.values_list(
        "initiative", "skill", "first_month", "last_month", "fte"
    ):
        of_one = found.setdefault(initiative, {})
        for month in range(month_of(first), month_of(last) + 1):
            key = skill, year_of(month, calendar)
            of_one[key] = of_one.get(key, 0.0) + fte / 12
    return found


def capacity_by_year(calendar: Calendar, years: Iterable[int]) -> dict[SkillYear, float]:
    """What the organisation has: mean FTE by (skill, fiscal year); a capacity without end goes on."""
    wanted = list(years)
    found: dict[SkillYear, float] = {}
    rows = list(Capacity.objects.order_by().values_list("skill", "first_month", "last_month", "fte"))
    for year in wanted:
        months = months_of_year(year, calendar)
        for skill, first, last, fte in rows:
            begin = max(months[0], month_of(first))
            end = months[-1] if last is None else min(months[-1], month_of(last))
            if begin <= end:
                found[skill, year] = found.get((skill, year), 0.0) + fte * (end - begin + 1) / 12
    return found
