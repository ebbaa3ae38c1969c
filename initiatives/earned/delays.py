"""Which milestones are late, and by how much."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from initiatives.earned.facts import Work


@dataclass(frozen=True)
class Delays:
    """Of `counted` dated milestones (tasks, where a plan has no milestones) `late` are late.

    `days`, `name`: of the latest one; 0 and empty where none is late.
    """

    counted: int
    late: int
    days: int
    name: str
    of_milestones: bool


def delays_of(work: Sequence[Work], today: dt.date) -> Delays | None:
    """What is late on a day; None where nothing has a day."""
    dated = [each for each in work if each.agreed_end or each.ends_on]
    milestones = [each for each in dated if each.is_milestone]
    looked_at = milestones or dated
    if not looked_at:
        return None
    late = [(delay, each.name) for each in looked_at if (delay := delay_of(each, today)) > 0]
    days, name = max(late, default=(0, ""), key=lambda pair: pair[0])
    return Delays(len(looked_at), len(late), days, name, bool(milestones))


def delay_of(work: Work, today: dt.date) -> int:
    """By how many days something not yet done ends later than agreed (without a baseline: than planned).

    It ends on its planned day, or today where that has passed. What is done is late no longer: 0.
    """
    due = work.agreed_end or work.ends_on
    if due is None or work.done_on is not None or work.progress >= 1:
        return 0
    return max((max(work.ends_on or due, today) - due).days, 0)
