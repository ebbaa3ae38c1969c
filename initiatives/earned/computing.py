"""From the facts to the computed state: earned value, what is late, and the lights of schedule and cost.

A light is the worst that any of its signs says; a sign that cannot be read says nothing. The bounds are
common practice (an index of 0.95 is still noise in most plans, one below 0.85 hardly ever recovers).
"""

import datetime as dt
from typing import Any

from initiatives.earned.computed import Computed
from initiatives.earned.delays import Delays, delays_of
from initiatives.earned.facts import Facts, Money
from initiatives.earned.lights import Light, Unknown, worst
from initiatives.earned.progress import done_share, planned_share

INDEX_AMBER, INDEX_RED = 0.95, 0.85
"""Below these SPI and CPI are amber and red."""
DELAY_AMBER, DELAY_RED = 7, 30
"""From so many days on a late milestone is amber and red."""
OVER_AMBER, OVER_RED = 0.03, 0.10
"""From these shares of the budget on an expected overrun is amber and red."""


def compute(facts: Facts, today: dt.date) -> Computed:
    """The state on a day, which counts as over."""
    done = done_share(facts.work)
    planned = planned_share(facts.agreed, today) if facts.agreed is not None else None
    delays, budget = delays_of(facts.work, today), facts.money.budget
    values = Computed(
        progress=done,
        planned=planned,
        budget=budget,
        spent=facts.money.spent,
        outturn=facts.money.outturn,
        planned_value=_share_of(budget, planned),
        earned_value=_share_of(budget, done),
        **_late(delays),
    )
    schedule, schedule_unknown = _schedule(values, delays, bool(facts.work))
    cost, cost_unknown = _cost(values, facts.money)
    lights = {
        "schedule": schedule,
        "schedule_unknown": schedule_unknown,
        "cost": cost,
        "cost_unknown": cost_unknown,
    }
    return Computed(**values.snapshot() | lights)


def _share_of(budget: float | None, share: float | None) -> float | None:
    return None if budget is None or share is None else budget * share


def _late(delays: Delays | None) -> dict[str, Any]:
    if delays is None:
        return {}
    return {
        "counted": delays.counted,
        "late": delays.late,
        "late_days": delays.days,
        "late_name": delays.name,
        "of_milestones": delays.of_milestones,
    }


def _schedule(values: Computed, delays: Delays | None, has_work: bool) -> tuple[str, str]:
    """The light of the schedule, or why there is none."""
    if not has_work:
        return "", str(Unknown.NO_PLAN)
    signs = [_by_index(values.spi)]
    if delays is not None:
        signs.append(_at_least(delays.days, DELAY_AMBER, DELAY_RED))
    light = worst(signs)
    return (light, "") if light else ("", str(Unknown.NO_DAYS))


def _cost(values: Computed, money: Money) -> tuple[str, str]:
    """The light of the cost, or why there is none."""
    if not money.budget:
        return "", str(Unknown.NO_BUDGET)
    if money.spent is None and money.outturn is None:
        return "", str(Unknown.NO_ACTUALS)
    ends = [each for each in (money.outturn, money.spent) if each is not None]
    over = max(ends) / money.budget - 1
    return worst([_by_index(values.cpi), _at_least(over, OVER_AMBER, OVER_RED)]), ""


def _by_index(index: float | None) -> str:
    if index is None:
        return ""
    if index < INDEX_RED:
        return Light.RED
    return Light.AMBER if index < INDEX_AMBER else Light.GREEN


def _at_least(size: float, amber: float, red: float) -> str:
    if size >= red:
        return Light.RED
    return Light.AMBER if size >= amber else Light.GREEN
