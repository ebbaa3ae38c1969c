"""What the title of a KPI's chart says."""

import pytest

from kpis.cells import Cell
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction, State, Status
from kpis.finding import finding
from kpis.reading import Course, Point
from tests.kpis.city import month

G, A, R = Status.GREEN, Status.AMBER, Status.RED
NONE = (None, None, None, None)


def cell(status: Status | State, period: Period, to_date: bool = False) -> Cell:
    """A cell of which only value, status and mark matter."""
    has_value = status not in (State.LATE, State.MISSING, State.DUE, State.NOT_DUE, State.NOT_APPLICABLE)
    value = 1.0 if has_value else None
    return Cell(value, None, NONE, NONE, status, 1, 1, 1.0, period, False, to_date, False, None)


def course(statuses: list[Status | State], view: str = "month", running: bool = False) -> Course:
    """A course of months from January 2026 on; `running`: the last one is still to date."""
    points = []
    for number, status in enumerate(statuses, 1):
        period = Period(Frequency.MONTH, month(2026, number))
        points.append(Point(period, cell(status, period, running and number == len(statuses))))
    return Course(view, Frequency.MONTH, tuple(points))


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        ([], "No values yet"),
        ([State.LATE], "No values yet"),
        ([R, G], "On target in February 2026"),
        ([R, G, G, G], "On target for 3 months"),
        ([R, G, State.MISSING, G], "On target since February 2026"),
        ([G, G], "On target in all 2 months"),
        ([G, R, R], "Below its red line since February 2026"),
        ([G, R], "Below its red line in February 2026"),
        ([G, A, A], "Near its target, but short of it, since February 2026"),
        ([G, State.INSUFFICIENT_DATA], "Too few values are in to judge February 2026"),
        ([State.UNSCORED], "No target to compare with"),
        ([G, R, R, State.LATE], "Below its red line since February 2026; April 2026 is late"),
    ],
)
def test_it_says_where_a_kpi_stands_and_since_when(statuses: list[Status | State], said: str) -> None:
    assert finding(course(statuses), Direction.UP, Calendar()) == said


@pytest.mark.parametrize(
    ("direction", "said"),
    [
        (Direction.DOWN, "Above its red line since February 2026"),
        (Direction.BAND, "Outside its red lines since February 2026"),
    ],
)
def test_a_red_line_is_crossed_in_the_direction_of_the_kpi(direction: Direction, said: str) -> None:
    assert finding(course([G, R, R]), direction, Calendar()) == said


def test_a_running_period_is_not_judged() -> None:
    assert finding(course([G, R, R, G], running=True), Direction.UP, Calendar()) == (
        "Below its red line since February 2026"
    )


def test_a_running_period_is_judged_where_there_is_nothing_else() -> None:
    assert finding(course([G], running=True), Direction.UP, Calendar()) == "On target in January 2026"


def test_the_year_to_date_says_so() -> None:
    assert finding(course([R, G, G], view="ytd"), Direction.UP, Calendar()) == (
        "Year to date: On target since February 2026"
    )
