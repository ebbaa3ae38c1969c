"""Reading one KPI at a department: the cell of a period, its course over many, the departments below.

The number of queries does not depend on how many periods or departments there are.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kpis.cells import Cell, CellRow, read_many
from kpis.engine.frequency import Frequency, Period
from kpis.engine.layout import Grain, grain_of, row_layout
from kpis.engine.periods import Calendar
from kpis.store.rules import KnownRules
from org.queries import TreeNode

YEAR_TO_DATE = "ytd"
NATIVE_PERIODS = 36
# How many longer periods a course shows.
LONGER_PERIODS = {Frequency.MONTH: 36, Frequency.QUARTER: 12, Frequency.HALF: 8, Frequency.YEAR: 10}
FEWEST_PERIODS = 3
LONGER = {
    Frequency.DAY: (Frequency.MONTH, Frequency.QUARTER),
    Frequency.WEEK: (Frequency.MONTH, Frequency.QUARTER),
    Frequency.MONTH: (Frequency.QUARTER,),
    Frequency.QUARTER: (Frequency.YEAR,),
    Frequency.HALF: (Frequency.YEAR,),
    Frequency.YEAR: (),
}


@dataclass(frozen=True)
class Point:
    """A period of a course, with its cell."""

    period: Period
    cell: Cell


@dataclass(frozen=True)
class Course:
    """Consecutive periods, oldest first. `view`: a frequency, or `ytd` (each from its year's start)."""

    view: str
    frequency: Frequency
    points: tuple[Point, ...]

    @property
    def has_values(self) -> bool:
        """Whether there is anything to draw."""
        return any(point.cell.value is not None for point in self.points)


@dataclass(frozen=True)
class Below:
    """A department of the level below with its cell."""

    department: TreeNode
    cell: Cell


@dataclass(frozen=True)
class KpiReading:
    """What a KPI says at a department in a period.

    `change`: of the score against the period before; `year_to_date`: through the period's end; `known_at`:
    the past moment at which all of it was known, None: now.
    """

    known: KnownRules
    department: TreeNode
    period: Period
    calendar: Calendar
    as_of: dt.date
    cell: Cell
    change: float | None
    year_to_date: Cell
    course: Course
    below: tuple[Below, ...]
    known_at: dt.datetime | None = None

    @property
    def measured_here(self) -> bool:
        """Whether the KPI applies at the department, in this period or any of the course."""
        return self.cell.applicable or any(point.cell.applicable for point in self.course.points)

    @property
    def year_breaks(self) -> list[int]:
        """Places in the course at which another fiscal year begins."""
        years = [self.calendar.fiscal_year_of(point.period) for point in self.course.points]
        return [place for place in range(1, len(years)) if years[place] != years[place - 1]]

    @property
    def native_range(self) -> tuple[int, int]:
        """First and last native period (ordinals) of the period that is shown."""
        return native_range(self.calendar, self.known.rules.frequency, self.cell.shown)

    @property
    def course_range(self) -> tuple[int, int]:
        """First and last native period (ordinals) of the course."""
        native, points = self.known.rules.frequency, self.course.points
        first, _ = native_range(self.calendar, native, points[0].period)
        return first, native_range(self.calendar, native, points[-1].period)[1]


def native_range(calendar: Calendar, native: Frequency, period: Period) -> tuple[int, int]:
    """Ordinals of the first and last native period in a period; the one it lies in where that is longer."""
    if period.frequency.is_finer_than(native):
        holder = calendar.within(period, native)
        return holder.ordinal, holder.ordinal
    return calendar.child_range(period, native)


def views_of(native: Frequency) -> list[str]:
    """How a KPI's course can be shown: by its own periods, by longer ones, as the year to date."""
    views = [str(native), *(str(each) for each in LONGER[native])]
    return views if native == Frequency.YEAR else [*views, YEAR_TO_DATE]


def has_cells(native: Frequency, frequency: Frequency) -> bool:
    """Whether a KPI has something to show by a frequency: of its own, longer, or held in a finer one."""
    return frequency.is_finer_than(native) or frequency == native or grain_of(frequency) == Grain.CALENDAR


@dataclass(frozen=True)
class _Asked:
    """Whose cells are read: of one KPI, as of a day, as known at a moment (None: now)."""

    known: KnownRules
    calendar: Calendar
    as_of: dt.date
    known_at: dt.datetime | None

    def cells(
        self, departments: Sequence[TreeNode], periods: Sequence[Period], *, year_to_date: bool = False
    ) -> list[CellRow]:
        """For each department its cells over the periods."""
        wanted = [(department.id, self.known) for department in departments]
        return read_many(
            wanted, periods, self.calendar, self.as_of, year_to_date=year_to_date, known_at=self.known_at
        )


def read_kpi(
    known: KnownRules,
    tree: Sequence[TreeNode],
    department: TreeNode,
    period: Period,
    view: str,
    calendar: Calendar,
    as_of: dt.date,
    known_at: dt.datetime | None = None,
) -> KpiReading:
    """Everything about a KPI at a department; four readings of cells. `view` is one of `views_of`.

    `known_at`: as known at that moment, rules and tree being those of the moment too; None: now.
    """
    asked = _Asked(known, calendar, as_of, known_at)
    before, cell = asked.cells([department], [calendar.previous(period), period])[0]
    return KpiReading(
        known=known,
        department=department,
        period=period,
        calendar=calendar,
        as_of=as_of,
        cell=cell,
        change=None if cell.score is None or before.score is None else cell.score - before.score,
        year_to_date=_year_to_date(asked, department, cell.shown),
        course=_course(asked, department, cell.shown, view),
        below=_below(asked, tree, department, period),
        known_at=known_at,
    )


def _year_to_date(asked: _Asked, department: TreeNode, shown: Period) -> Cell:
    """The year to date through the end of a period that has a cell of its own."""
    frequency = row_layout(asked.known.rules.frequency, grain_of(shown.frequency)).ytd.frequency
    last = Period(frequency, asked.calendar.child_range(shown, frequency)[1])
    return asked.cells([department], [last], year_to_date=True)[0][0]


def _course(asked: _Asked, department: TreeNode, shown: Period, view: str) -> Course:
    native, calendar = asked.known.rules.frequency, asked.calendar
    year_to_date = view == YEAR_TO_DATE
    if year_to_date:
        frequency = row_layout(native, Grain.CALENDAR).ytd.frequency
    else:
        frequency = Frequency(view)
    count = NATIVE_PERIODS if frequency == native else LONGER_PERIODS[frequency]
    last = _last_of_course(calendar, frequency, shown, count, asked.as_of)
    periods = [calendar.shift(last, n) for n in range(1 - count, 1)]
    cells = asked.cells([department], periods, year_to_date=year_to_date)[0]
    points = [Point(*pair) for pair in zip(periods, cells, strict=True)]
    return Course(view, frequency, tuple(_without_edges(points, asked.as_of, calendar)))


def _last_of_course(
    calendar: Calendar, frequency: Frequency, shown: Period, count: int, as_of: dt.date
) -> Period:
    """The running period, unless the one shown lies before all that would be seen then, or after it."""
    running = calendar.containing(as_of, frequency)
    wanted = calendar.containing(calendar.end(shown), frequency)
    inside = running.ordinal - count < wanted.ordinal <= running.ordinal
    return running if inside else wanted


def _without_edges(points: list[Point], as_of: dt.date, calendar: Calendar) -> list[Point]:
    """Without the empty running period, and without what lies before the first value."""
    if points[-1].cell.value is None and not calendar.ended(points[-1].period, as_of):
        points = points[:-1]
    first = next((i for i, point in enumerate(points) if point.cell.value is not None), len(points))
    return points[max(0, min(first, len(points) - FEWEST_PERIODS)) :]


def _below(
    asked: _Asked, tree: Sequence[TreeNode], department: TreeNode, period: Period
) -> tuple[Below, ...]:
    """The departments below at which the KPI applies, passing by levels of a single one."""
    nodes = [node for node in tree if node.path.startswith(department.path) and node != department]
    cells = asked.cells(nodes, [period])
    applying = [Below(node, row[0]) for node, row in zip(nodes, cells, strict=True) if row[0].applicable]
    level = [each for each in applying if each.department.parent_id == department.id]
    while len(level) == 1:
        deeper = [each for each in applying if each.department.parent_id == level[0].department.id]
        if not deeper:
            break
        level = deeper
    return tuple(level)
