"""The people of one initiative as a grid: whom it takes from where, month by month of its life."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from initiatives.means.months import month_of, months_of_year, spread, year_of
from initiatives.models import Allocation, Initiative, Skill
from kpis.engine.periods import Calendar
from org.models import Department, User


@dataclass(frozen=True)
class PeopleRow:
    """People of a skill from a department, perhaps a named person, with FTE by month."""

    department: Department
    skill: Skill
    person: User | None
    months: dict[int, float]
    allocations: tuple[Allocation, ...]


@dataclass(frozen=True)
class PeopleGrid:
    """The rows of an initiative, and the fiscal years it lasts."""

    rows: tuple[PeopleRow, ...]
    years: tuple[int, ...]

    def sums(self, months: Sequence[int]) -> list[float]:
        """FTE of all rows in each of the months."""
        return [sum(row.months.get(month, 0.0) for row in self.rows) for month in months]


def read_people(initiative: Initiative, calendar: Calendar, today: dt.date) -> PeopleGrid:
    """Whom an initiative takes; one query."""
    rows = list(initiative.allocations.select_related("department", "skill", "person"))
    found: dict[tuple[int, int, int | None], list[Allocation]] = {}
    for row in rows:
        found.setdefault((row.department_id, row.skill_id, row.person_id), []).append(row)
    drawn = [
        PeopleRow(
            of[0].department,
            of[0].skill,
            of[0].person,
            spread((month_of(each.first_month), month_of(each.last_month), each.fte) for each in of),
            tuple(of),
        )
        for of in found.values()
    ]
    drawn.sort(key=lambda row: (row.department.name, row.skill.name, row.person.name if row.person else ""))
    return PeopleGrid(tuple(drawn), _years(initiative, drawn, calendar, today))


def _years(
    initiative: Initiative, rows: Sequence[PeopleRow], calendar: Calendar, today: dt.date
) -> tuple[int, ...]:
    """The fiscal years of an initiative's life and of its people; of one without dates this and the next."""
    months = [month for row in rows for month in row.months]
    months += [month_of(day) for day in (initiative.starts_on, initiative.ends_on) if day]
    if not months:
        months = [month_of(today), month_of(today) + 12]
    return tuple(range(year_of(min(months), calendar), year_of(max(months), calendar) + 1))


def months_shown(year: int, calendar: Calendar) -> list[int]:
    """The months of a fiscal year, as the columns of the grid."""
    return list(months_of_year(year, calendar))
