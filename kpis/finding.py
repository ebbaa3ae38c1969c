"""What a course of numbers says, in one sentence: the title of a KPI's chart."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction, State, Status
from kpis.reading import YEAR_TO_DATE, Course, Point
from kpis.wording import period_text, periods_word


def finding(course: Course, direction: Direction, calendar: Calendar) -> str:
    """Where the KPI stands and since when; periods still running are judged only where nothing else is."""
    valued = [point for point in course.points if point.cell.value is not None]
    ended = [point for point in valued if not point.cell.to_date] or valued
    if not ended:
        return _("No values yet")
    said = _standing(ended, course, direction, calendar)
    late = _late_after(course.points, ended[-1], calendar)
    if late:
        said = _("%(finding)s; %(period)s is late") % {"finding": said, "period": late}
    if course.view == YEAR_TO_DATE:
        said = _("Year to date: %(finding)s") % {"finding": said}
    return said


def _standing(points: Sequence[Point], course: Course, direction: Direction, calendar: Calendar) -> str:
    last = points[-1]
    status = last.cell.status
    period = period_text(last.period, calendar)
    if status == State.INSUFFICIENT_DATA:
        return _("Too few values are in to judge %(period)s") % {"period": period}
    if not isinstance(status, Status):
        return _("No target to compare with")
    run = _run(points)
    words = {"since": period_text(run[0].period, calendar), "period": period}
    words |= {"count": str(len(run)), "periods": periods_word(course.frequency)}
    if len(run) == 1:
        return _once(status, direction) % words
    if len(run) == len(points):
        return _throughout(status, direction) % words
    if (
        status == Status.GREEN
        and course.view != YEAR_TO_DATE
        and run[-1].period.ordinal == (run[0].period.ordinal + len(run) - 1)
    ):
        return _("On target for %(count)s %(periods)s") % words
    return _since(status, direction) % words


def _run(points: Sequence[Point]) -> list[Point]:
    """The latest stretch of one status; periods without a value neither break nor lengthen it."""
    run: list[Point] = []
    for point in reversed(points):
        if point.cell.status != points[-1].cell.status:
            break
        run.insert(0, point)
    return run


def _once(status: Status, direction: Direction) -> str:
    if status == Status.GREEN:
        return _("On target in %(period)s")
    if status == Status.AMBER:
        return _("Near its target in %(period)s")
    return {
        Direction.UP: _("Below its red line in %(period)s"),
        Direction.DOWN: _("Above its red line in %(period)s"),
        Direction.BAND: _("Outside its red lines in %(period)s"),
    }[direction]


def _since(status: Status, direction: Direction) -> str:
    if status == Status.GREEN:
        return _("On target since %(since)s")
    if status == Status.AMBER:
        return _("Near its target, but short of it, since %(since)s")
    return {
        Direction.UP: _("Below its red line since %(since)s"),
        Direction.DOWN: _("Above its red line since %(since)s"),
        Direction.BAND: _("Outside its red lines since %(since)s"),
    }[direction]


def _throughout(status: Status, direction: Direction) -> str:
    if status == Status.GREEN:
        return _("On target in all %(count)s %(periods)s")
    if status == Status.AMBER:
        return _("Near its target, but short of it, in all %(count)s %(periods)s")
    return {
        Direction.UP: _("Below its red line in all %(count)s %(periods)s"),
        Direction.DOWN: _("Above its red line in all %(count)s %(periods)s"),
        Direction.BAND: _("Outside its red lines in all %(count)s %(periods)s"),
    }[direction]


def _late_after(points: Sequence[Point], last: Point, calendar: Calendar) -> str:
    """The latest period after the last value that is overdue, in words."""
    overdue = [
        point.period
        for point in points
        if point.period.ordinal > last.period.ordinal and point.cell.status in (State.LATE, State.MISSING)
    ]
    return period_text(overdue[-1], calendar) if overdue else ""
