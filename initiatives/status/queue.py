"""The updates that somebody does one after another: their own, then those of their departments."""

import datetime as dt
from typing import Any

from initiatives.models import Initiative
from initiatives.status.duties import Duty, department_duties, own_duties

AHEAD = dt.timedelta(days=14)
"""How far ahead is looked; when an update is asked for, its cadence says (`duties.NEAR`)."""


def queue_of(user: Any, today: dt.date) -> tuple[list[Duty], list[Duty]]:
    """What is due from the user, and what is late or due from others in their departments."""
    own = own_duties(user, today, today + AHEAD)
    mine = {each.initiative.pk for each in own}
    others = department_duties(user, today, today + AHEAD)
    return own, [each for each in others if each.initiative.pk not in mine]


def next_in_queue(user: Any, today: dt.date, but: Initiative | None = None) -> Duty | None:
    """The first of the queue, other than an initiative that is being done."""
    own, others = queue_of(user, today)
    return next((each for each in (*own, *others) if but is None or each.initiative.pk != but.pk), None)
