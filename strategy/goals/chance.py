"""How likely a goal's KPI is at its target on the due day, by the projection that KPI pages use.

What is projected is the native period of the due day as a level, at most a year ahead: further out the
projection's methods, which know the past only, say little.
"""

import datetime as dt

from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar
from kpis.engine.projection import Goal as YearGoal
from kpis.engine.projection import Projection, Running, project
from kpis.engine.rules import TimeRollup
from kpis.engine.scoring import Direction
from kpis.history import History

_A_YEAR = {
    Frequency.DAY: 366,
    Frequency.WEEK: 53,
    Frequency.MONTH: 12,
    Frequency.QUARTER: 4,
    Frequency.HALF: 2,
    Frequency.YEAR: 1,
}


def chance_of(
    history: History, calendar: Calendar, side: int, target: float | None, due_on: dt.date | None
) -> float | None:
    """The probability, 0 to 1, of being at `target` or better; `side`: +1 higher is better, −1 lower.

    None where target or day are missing, the day is past or over a year ahead, or the series is too short.
    """
    if target is None or due_on is None or not len(history.values):
        return None
    stop = calendar.containing(due_on, history.frequency).ordinal - history.first + 1
    known = len(history.values)
    if not known < stop <= known + _A_YEAR[history.frequency]:
        return None
    running = Running(history.frequency, TimeRollup.LAST, history.values, history.eligible, known, stop)
    direction = Direction.UP if side > 0 else Direction.DOWN
    found = project(running, YearGoal(direction, target, target))
    return found.probability if isinstance(found, Projection) else None
