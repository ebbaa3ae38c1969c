"""How a score comes about, in numbers."""

from math import nan

import pytest

from kpis.cells import Cell
from kpis.engine.frequency import Frequency, Period
from kpis.engine.rules import KpiRules
from kpis.engine.scoring import Direction, score, status_code
from kpis.explaining.words import score_text
from kpis.models import KPI
from kpis.store.rules import KnownRules

UP, DOWN, BAND = Direction.UP, Direction.DOWN, Direction.BAND


def cell(value: float, anchors: tuple[float, ...], direction: Direction) -> Cell:
    """A cell with its score."""
    points = float(score(value, anchors, direction))
    lines = tuple(None if line != line else line for line in anchors)
    return Cell(
        value=value,
        score=points,
        anchors=lines,
        anchors_to_date=lines,
        status=status_code(points),
        reported=1,
        expected=1,
        coverage=1.0,
        shown=Period(Frequency.MONTH, 24300),
        held=False,
        to_date=False,
        carried=False,
        as_at=None,
    )


@pytest.mark.parametrize(
    ("value", "anchors", "direction", "text"),
    [
        (600, (700, 500, nan, nan), UP, "33.3 + 33.3 × (600 − 500) ÷ (700 − 500) = 50.0"),
        (10, (8, 12, nan, nan), DOWN, "33.3 + 33.3 × (10 − 12) ÷ (8 − 12) = 50.0"),
        (750, (700, 500, 800, 0), UP, "66.7 + 33.3 × (750 − 700) ÷ (800 − 700) = 83.3"),
        (250, (700, 500, 800, 0), UP, "0.0 + 33.3 × (250 − 0) ÷ (500 − 0) = 16.7"),
        (57.5, (45, 40, 55, 60), BAND, "33.3 + 33.3 × (57.5 − 60) ÷ (55 − 60) = 50.0"),
        (47.5, (45, 40, 55, 60), BAND, "66.7 + 33.3 × (47.5 − 45) ÷ (50 − 45) = 83.3"),
        (-95, (-90, -100, nan, nan), UP, "33.3 + 33.3 × ((−95) − (−100)) ÷ ((−90) − (−100)) = 50.0"),
        (950, (700, 500, nan, nan), UP, "At or beyond what scores 100, the most there is."),
        (200, (700, 500, nan, nan), UP, "At or beyond what scores 0, the least there is."),
    ],
)
def test_it_writes_the_line_on_which_the_value_lies(
    value: float, anchors: tuple[float, ...], direction: Direction, text: str
) -> None:
    known = KnownRules(1, KpiRules("a", Frequency.MONTH, direction), 15)

    assert score_text(cell(value, anchors, direction), known, KPI(code="a", decimals=0)) == text
