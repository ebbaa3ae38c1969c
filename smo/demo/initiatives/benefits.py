"""The initiatives of the demonstration: what they are to bring, and what the completed ones brought."""

import datetime as dt
from decimal import Decimal

from initiatives.actions.benefits import add_benefit, check_benefit
from initiatives.models import Benefit
from smo.demo.history import months_before
from smo.demo.initiatives import benefits_content as content
from smo.demo.initiatives.scene import Portfolio


def store(portfolio: Portfolio) -> None:
    """Add the benefits and the looks at them."""
    benefits = {(spec.initiative, spec.name): _stored(portfolio, spec) for spec in content.BENEFITS}
    for look in content.LOOKS:
        benefit = benefits[look.initiative, look.benefit]
        day = _twelfth(portfolio, look.on)
        check_benefit(
            by=benefit.owner,
            benefit=benefit,
            checked_on=day,
            verdict=look.verdict,
            realised=look.realised,
            money=None if look.money is None else Decimal(look.money),
            note=look.note,
            check_on=None if look.again is None else _twelfth(portfolio, look.again),
        )


def _stored(portfolio: Portfolio, spec: content.BenefitSpec) -> Benefit:
    initiative, today = portfolio.initiatives[spec.initiative], portfolio.today
    return add_benefit(
        by=initiative.lead,
        initiative=initiative,
        name=spec.name,
        description=spec.how,
        kpi=portfolio.kpis[spec.kpi] if spec.kpi else None,
        department=portfolio.departments[spec.department] if spec.department else None,
        expected=spec.expected,
        money_a_year=None if spec.money is None else Decimal(spec.money),
        due_on=months_before(today, -spec.due).replace(day=28),
        check_on=None if spec.check is None else _twelfth(portfolio, spec.check),
        owner=initiative.lead,
    )


def _twelfth(portfolio: Portfolio, months: int) -> dt.date:
    """The twelfth day of the month so many months from today's."""
    return months_before(portfolio.today, -months).replace(day=12)
