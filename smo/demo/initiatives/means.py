"""The initiatives of the demonstration: who works on them, what they cost, which technology they share."""

import datetime as dt
from decimal import Decimal

from initiatives.actions.means import (
    add_allocation,
    add_capacity,
    add_money_line,
    add_skill,
    add_source,
    add_technology,
    add_technology_use,
)
from initiatives.means.months import first_day, month_of, year_now
from kpis.queries import calendar as fiscal_calendar
from smo.demo.initiatives import means_content as content
from smo.demo.initiatives.scene import Portfolio


def store(portfolio: Portfolio) -> None:
    """Add skills, capacity, people, sources, money and technology."""
    _store_people(portfolio)
    _store_money(portfolio)
    _store_technology(portfolio)


def _month(today: dt.date, months: int) -> dt.date:
    return first_day(month_of(today) + months)


def _store_people(portfolio: Portfolio) -> None:
    staff, today = portfolio.people["smo"], portfolio.today
    skills = {code: add_skill(by=staff, code=code, name=name) for code, name in content.SKILLS}
    for department, skill, fte in content.CAPACITY:
        first = _month(today, -24)
        add_capacity(
            by=staff,
            department=portfolio.departments[department],
            skill=skills[skill],
            first_month=first,
            last_month=None,
            fte=fte,
        )
    for took in content.PEOPLE:
        add_allocation(
            by=staff,
            initiative=portfolio.initiatives[took.initiative],
            department=portfolio.departments[took.department],
            skill=skills[took.skill],
            person=portfolio.people[took.person] if took.person else None,
            first_month=_month(today, took.first),
            last_month=_month(today, took.last),
            fte=took.fte,
        )


def _store_money(portfolio: Portfolio) -> None:
    staff = portfolio.people["smo"]
    year = year_now(fiscal_calendar(), portfolio.today)
    sources = {name: add_source(by=staff, name=name) for name in content.SOURCES}
    for paid in content.MONEY:
        amounts = {name: _thousands(getattr(paid, name)) for name in _AMOUNTS}
        add_money_line(
            by=staff,
            initiative=portfolio.initiatives[paid.initiative],
            year=year + paid.year,
            kind=paid.kind,
            source=sources[paid.source],
            **amounts,
        )


_AMOUNTS = ("budget", "committed", "actual", "forecast")


def _thousands(amount: float | None) -> Decimal | None:
    return None if amount is None else Decimal(str(amount)) * 1000


def _store_technology(portfolio: Portfolio) -> None:
    staff, today = portfolio.people["smo"], portfolio.today
    there = {
        code: add_technology(
            by=staff,
            code=code,
            name=name,
            kind=kind,
            department=portfolio.departments[run_by],
            quantity=quantity,
            unit=unit,
        )
        for code, name, kind, run_by, quantity, unit in content.TECHNOLOGY
    }
    for initiative, technology, quantity, first, last, note in content.USES:
        add_technology_use(
            by=staff,
            initiative=portfolio.initiatives[initiative],
            technology=there[technology],
            quantity=quantity,
            starts_on=None if first is None else _month(today, first),
            ends_on=None if last is None else _month(today, last).replace(day=28),
            note=note,
        )
