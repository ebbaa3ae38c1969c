"""The initiatives of the demonstration: whose work they change, and what helps them."""

import datetime as dt

from initiatives.actions.readiness import add_action, add_group, rate_group
from initiatives.enums import ActionState
from initiatives.models import AffectedGroup
from initiatives.readiness.barrier import DIMENSIONS
from smo.demo.history import months_before
from smo.demo.initiatives import readiness_content as content
from smo.demo.initiatives.scene import Portfolio


def store(portfolio: Portfolio) -> None:
    """Add the groups with their ratings and actions."""
    for spec in content.GROUPS:
        initiative = portfolio.initiatives[spec.initiative]
        group = add_group(
            by=initiative.lead,
            initiative=initiative,
            name=spec.name,
            department=portfolio.departments[spec.department] if spec.department else None,
            people=spec.people,
            impact=spec.impact,
            change=spec.change,
            resistance=spec.resistance,
        )
        for months, numbers, note in spec.ratings:
            said = {each: number or None for each, number in zip(DIMENSIONS, numbers, strict=True)}
            rate_group(
                by=initiative.lead, group=group, rated_on=_day(portfolio.today, months), note=note, **said
            )
        for action in spec.actions:
            _act(portfolio, group, action)


def _act(portfolio: Portfolio, group: AffectedGroup, spec: content.ActionSpec) -> None:
    due_on = portfolio.today + dt.timedelta(days=spec.due)
    done = {"state": ActionState.DONE, "done_on": due_on} if spec.done else {}
    add_action(
        by=group.initiative.lead,
        group=group,
        name=spec.name,
        dimension=spec.dimension,
        owner=portfolio.people[spec.owner],
        due_on=due_on,
        **done,
    )


def _day(today: dt.date, months: int) -> dt.date:
    """The fifth day of the month so many months ago, or today where that has not come yet."""
    return min(months_before(today, months).replace(day=5), today)
