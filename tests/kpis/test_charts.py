"""The KPI chart: what is drawn, in which order of colour, and that labels do not lie on each other."""

import math
from itertools import pairwise
from typing import Any

import pytest

from kpis.axes import period_ticks, value_range, value_ticks
from kpis.bands import Zone, zones_of
from kpis.cells import Cell
from kpis.charts import ChartSubject, kpi_figure
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction, State, Status
from kpis.reading import Point
from tests.kpis.city import month

CALENDAR = Calendar()
Anchors = tuple[float | None, float | None, float | None, float | None]


def points(values: list[float | None], anchors: Anchors) -> list[Point]:
    """Months from January 2026 on."""
    found = []
    for number, value in enumerate(values, 1):
        period = Period(Frequency.MONTH, month(2026, number))
        status = State.LATE if value is None else Status.GREEN
        cell = Cell(value, None, anchors, anchors, status, 1, 1, 1.0, period, False, False, False, None)
        found.append(Point(period, cell))
    return found


def subject(values: list[float | None], anchors: Anchors, **options: Any) -> ChartSubject:
    """A chart of months."""
    wanted = {"direction": Direction.UP, "decimals": 1} | options
    return ChartSubject(points(values, anchors), CALENDAR, **wanted)


def trace(figure: dict[str, Any], name: str) -> dict[str, Any]:
    """The trace of this name."""
    found: dict[str, Any] = next(each for each in figure["data"] if each.get("name") == name)
    return found


def test_gaps_stay_gaps() -> None:
    actual = trace(kpi_figure(subject([80.0, None, 82.0], (88, 80, None, None))), "Actual")
    assert (actual["y"], actual["connectgaps"]) == ([80.0, None, 82.0], False)


def test_lines_begin_anew_at_a_break() -> None:
    figure = kpi_figure(subject([80.0, 81.0, 82.0], (88, 80, None, None), breaks=[2]))
    actuals = [each["y"] for each in figure["data"] if each["name"] == "Actual"]
    assert actuals == [[80.0, 81.0], [82.0]]
    assert figure["layout"]["xaxis"]["categoryarray"] == ["January 2026", "February 2026", "March 2026"]


def test_targets_are_dashed_steps_and_red_lines_solid() -> None:
    figure = kpi_figure(subject([80.0, 81.0], (88, 80, None, None)))
    lines = {name: trace(figure, name)["line"] for name in ("Target", "Red line")}
    assert {name: (line["shape"], line["dash"]) for name, line in lines.items()} == {
        "Target": ("hvh", "dash"),
        "Red line": ("hvh", "solid"),
    }


def test_every_colour_is_a_token() -> None:
    figure = kpi_figure(subject([80.0, 81.0], (88, 80, None, None), marked=[0], lit=(0, 1)))

    def colours(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [c for each in value.values() for c in colours(each)]
        if isinstance(value, list):
            return [c for each in value for c in colours(each)]
        return [value] if isinstance(value, str) and (value.startswith(("#", "rgb", "var("))) else []

    assert all(each.startswith("var(--") and each.endswith(")") for each in colours(figure))


@pytest.mark.parametrize(
    ("direction", "anchors", "statuses"),
    [
        (Direction.UP, (88, 80, None, None), "green amber red"),
        (Direction.DOWN, (8, 12, None, None), "red amber green"),
        (Direction.BAND, (97, 94, 101, 105), "red amber green amber red"),
        (Direction.UP, (88, None, None, None), ""),
        (Direction.UP, (None, None, None, None), ""),
    ],
)
def test_zones_lie_from_above_as_the_direction_has_it(
    direction: Direction, anchors: Anchors, statuses: str
) -> None:
    assert " ".join(zone.status for zone in zones_of(anchors, direction)) == statuses


def test_a_zone_is_cut_where_the_axis_ends() -> None:
    assert Zone(Status.GREEN, 88, math.inf).within(75, 93) == (88, 93)


@pytest.mark.parametrize("anchors", [(88.0, 87.9, None, None), (88.0, 60.0, None, None)])
def test_labels_at_the_edge_do_not_lie_on_each_other(anchors: Anchors) -> None:
    figure = kpi_figure(subject([60.0, 95.0], anchors))
    low, high = figure["layout"]["yaxis"]["range"]
    pixels = (figure["layout"]["height"] - 72) / (high - low)
    labels = sorted(each["y"] * pixels for each in figure["layout"]["annotations"] if each.get("xref"))
    assert all(over - under >= 14.9 for under, over in pairwise(labels))


def test_a_course_without_values_is_an_empty_figure() -> None:
    figure = kpi_figure(subject([None, None], (None, None, None, None)))
    assert figure["layout"]["annotations"] == []
    assert trace(figure, "Actual")["y"] == [None, None]


def test_years_stand_under_their_first_tick() -> None:
    periods = [Period(Frequency.MONTH, month(2025, 11) + n) for n in range(4)]
    assert period_ticks(periods, CALENDAR) == ([0, 1, 2, 3], ["Nov<br>2025", "Dec", "Jan<br>2026", "Feb"])


@pytest.mark.parametrize("frequency", list(Frequency))
@pytest.mark.parametrize("count", [1, 10, 36, 61])
def test_there_are_never_more_ticks_than_fit(frequency: Frequency, count: int) -> None:
    periods = [
        Period(frequency, {"day": 739000, "week": 105000}.get(frequency, 2000) + n) for n in range(count)
    ]
    places, texts = period_ticks(periods, CALENDAR)
    assert len(places) == len(texts) <= 21


def test_a_range_of_positive_values_does_not_begin_below_zero() -> None:
    assert value_range([1.0, 20.0])[0] == 0.0
    assert value_range([-1.0, 20.0])[0] < -1.0


def test_ticks_are_round_numbers() -> None:
    assert value_ticks(73.2, 92.4) == ([75.0, 80.0, 85.0, 90.0], ["75", "80", "85", "90"])
    assert value_ticks(0.0, 1.0)[1] == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]
