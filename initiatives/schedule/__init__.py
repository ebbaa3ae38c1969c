"""When tasks can be done: expected dates, delays with their cause, float and critical path, cycles.

Pure: knows no database and is told the day. A moment is a day's ordinal at its beginning, so work from the
3rd to the 5th lasts from 3 to 6, and a milestone of the 5th stands at 6, at the end of its day.

Sources: Kelley and Walker, "Critical-path planning and scheduling" (1959), for the passes; Elmaghraby and
Kamburowski, "The analysis of activity networks under generalized precedence relations" (1992), for the four
bonds with lags.
"""

from initiatives.schedule.cycles import way_between
from initiatives.schedule.timing import Timing, delayed_by, schedule
from initiatives.schedule.work import Bond, Work

__all__ = ["Bond", "Timing", "Work", "delayed_by", "schedule", "way_between"]
