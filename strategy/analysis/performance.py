"""Performance so far: how the organisation's present plan did in the last year that has ended."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from kpis.engine.frequency import Frequency
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import last_ended, period_text
from org.queries import root_department
from strategy.models import Plan
from strategy.queries import current_plan
from strategy.scoring import NodeLine, ObjectiveLine, read_scorecard


@dataclass(frozen=True)
class Performance:
    """The plan that was in force, the period in words and as the address says it, and its objectives.

    The objectives that did worst come first; those without a score are left out.
    """

    plan: Plan
    period: str
    period_code: str
    node: NodeLine
    objectives: tuple[ObjectiveLine, ...]


def performance_so_far(user: Any, today: dt.date) -> Performance | None:
    """The present plan's last ended year, else its last ended quarter; None where neither has a score."""
    plan, top = current_plan(user), root_department(today)
    if plan is None or top is None:
        return None
    calendar = fiscal_calendar()
    for frequency in (Frequency.YEAR, Frequency.QUARTER):
        period = last_ended(calendar, frequency, today)
        card = read_scorecard(plan, top, period, today, signals=False)
        scored = [line for line in card.objectives if line.node.score.score is not None]
        if scored:
            worst_first = sorted(scored, key=lambda line: line.node.score.score or 0.0)
            text, code = period_text(period, calendar), calendar.format(period)
            return Performance(plan, text, code, card.node, tuple(worst_first))
    return None
