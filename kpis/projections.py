"""Where a KPI's running fiscal year will end at a department.

A KPI with a formula is not projected: its year is computed from its inputs' years, not made of its months, so
that a series of its months says nothing sure about it. The inputs are projected on their own pages.
"""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kpis.cells import Cell, read_many
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.projection import Decline, Declined, Goal, Projection, Running, project
from kpis.engine.rules import TimeRollup
from kpis.engine.scoring import Direction
from kpis.history import History, read_history
from kpis.store.rules import KnownRules


@dataclass(frozen=True)
class KpiProjection:
    """The projection of the fiscal year `year`, or why there is none; `first`: the first period said."""

    known: KnownRules
    year: Period
    result: Projection | Declined
    first: Period

    @property
    def made(self) -> Projection | None:
        """The projection where there is one."""
        return self.result if isinstance(self.result, Projection) else None

    @property
    def declined(self) -> Declined | None:
        """Why there is none."""
        return self.result if isinstance(self.result, Declined) else None

    def period(self, step: int) -> Period:
        """The native period of a step of the projection's path."""
        return Period(self.first.frequency, self.first.ordinal + step)


def read_projection(
    known: KnownRules,
    department_id: int,
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
    history: History | None = None,
) -> KpiProjection:
    """The projection of the fiscal year in which `as_of` lies; `history` where it is read already."""
    year = calendar.containing(as_of, Frequency.YEAR)
    first, last = calendar.child_range(year, known.rules.frequency)
    if known.rules.formula:
        return KpiProjection(known, year, Declined(Decline.FORMULA, 0), Period(known.rules.frequency, first))
    past = history or read_history(known, department_id, calendar, as_of, known_at)
    natives = [Period(known.rules.frequency, ordinal) for ordinal in range(first, last + 1)]

    def cells(periods: Sequence[Period]) -> Sequence[Cell]:
        wanted = [(department_id, known)]
        return read_many(wanted, periods, calendar, as_of, known_at=known_at, numbers_only=True)[0]

    goal = _goal(known, cells([year])[0])
    if goal and known.rules.time_rollup == TimeRollup.SUM and _is_part(goal, cells(natives)):
        goal = None
    running = _running(known, past, first, last)
    result = project(running, goal)
    rest = result.rest if isinstance(result, Projection) else 0
    return KpiProjection(known, year, result, Period(known.rules.frequency, last + 1 - rest))


def _running(known: KnownRules, past: History, first: int, last: int) -> Running:
    """The series from its first value on, and where in it the year lies."""
    start = first - past.first
    before = max(0, -start)  # a series that began within the year
    values = np.concatenate([np.full(before, np.nan), past.values])
    eligible = np.concatenate([np.zeros(before, dtype=bool), past.eligible])
    start += before
    rules = known.rules
    return Running(rules.frequency, rules.time_rollup, values, eligible, start, start + last - first + 1)


def _is_part(goal: Goal, natives: Sequence[Cell]) -> bool:
    """Whether a sum's target is that of some of the year's periods only, so that no whole year has one.

    A target set for the year itself is another number than what the periods' targets add up to.
    """
    targets = [cell.anchors[0] for cell in natives]
    there = [target for target in targets if target is not None]
    return 0 < len(there) < len(targets) and math.isclose(math.fsum(there), goal.low, rel_tol=1e-9)


def _goal(known: KnownRules, cell: Cell) -> Goal | None:
    """What the whole year should reach; None without an annual target."""
    low, _red, high, _red_high = cell.anchors
    direction = known.rules.direction
    if low is None or (direction == Direction.BAND and high is None):
        return None
    return Goal(direction, low, high if direction == Direction.BAND and high is not None else low)
