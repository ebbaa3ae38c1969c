"""How goals do against their expected pace."""

import datetime as dt
from dataclasses import replace

import pytest

from kpis.engine.scoring import Direction
from strategy.goals.facts import GoalFacts, Measure, Point
from strategy.goals.progress import Pace, progress_of, suggested_state

START, HALF, END = dt.date(2026, 1, 1), dt.date(2026, 7, 2), dt.date(2026, 12, 31)
TODAY = dt.date(2026, 8, 1)


def goal(*values: tuple[dt.date, float], direction: Direction = Direction.UP) -> GoalFacts:
    """From 60 to 80 within 2026; downwards from 80 to 60."""
    up = direction == Direction.UP
    points = tuple(Point(*value) for value in values)
    return GoalFacts(
        statement="More trips by bus",
        measure=Measure("Trips", "", 1, direction, points),
        baseline=60.0 if up else 80.0,
        baseline_on=START,
        target=80.0 if up else 60.0,
        due_on=END,
    )


def test_the_pace_is_a_straight_line() -> None:
    progress = progress_of(goal((HALF, 66.0)))

    assert progress is not None
    assert (progress.expected, progress.ahead, progress.share, progress.expected_share) == (
        70.0,
        -4.0,
        pytest.approx(0.3),
        0.5,
    )


@pytest.mark.parametrize(
    ("value", "pace"),
    [
        (85.0, Pace.REACHED),
        (72.0, Pace.AHEAD),
        (70.5, Pace.ON_PACE),
        (69.5, Pace.ON_PACE),
        (68.0, Pace.LITTLE_BEHIND),
        (65.0, Pace.BEHIND),
        (58.0, Pace.BEHIND),
    ],
)
@pytest.mark.parametrize("direction", [Direction.UP, Direction.DOWN])
def test_the_word_for_it(value: float, pace: Pace, direction: Direction) -> None:
    mirrored = value if direction == Direction.UP else 140 - value
    progress = progress_of(goal((HALF, mirrored), direction=direction))

    assert progress is not None
    assert progress.pace == pace


def test_once_its_day_is_over_it_stays_as_it_stood_then() -> None:
    late = goal((HALF, 66.0), (END, 79.0), (dt.date(2027, 6, 30), 85.0))
    progress = progress_of(late)

    assert progress is not None
    assert (progress.point, progress.reached) == (Point(END, 79.0), False)


@pytest.mark.parametrize(
    "missing",
    [
        {"measure": None},
        {"baseline": None},
        {"target": None},
        {"baseline_on": None},
        {"due_on": None},
        {"due_on": START},
        {"target": 60.0},
    ],
)
def test_without_its_ends_nothing_is_said(missing: dict[str, object]) -> None:
    assert progress_of(replace(goal((HALF, 66.0)), **missing)) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "today", "is_open", "suggested"),
    [
        ([(HALF, 66.0)], TODAY, True, ""),
        ([(HALF, 80.0)], TODAY, True, "reached"),
        ([(HALF, 80.0)], TODAY, False, ""),
        ([(HALF, 66.0)], dt.date(2027, 1, 5), True, ""),  # the deciding value is still to come
        ([(HALF, 66.0), (END, 79.0)], dt.date(2027, 1, 5), True, "missed"),
        ([(HALF, 66.0), (END, 80.0)], dt.date(2027, 1, 5), True, "reached"),
        ([], TODAY, True, ""),
    ],
)
def test_the_data_suggest_what_became_of_it(
    values: list[tuple[dt.date, float]], today: dt.date, is_open: bool, suggested: str
) -> None:
    facts = replace(goal(*values), is_open=is_open)

    assert suggested_state(facts, progress_of(facts), today) == suggested
