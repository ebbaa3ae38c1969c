"""Figures in words and pictures, without a database."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from risks.exposure.axes import round_ticks
from risks.exposure.cards import cards_of
from risks.exposure.curve import curve_figure, curve_table
from risks.exposure.drivers import by_share, driver_table, tornado_figure
from risks.exposure.engine.summary import Figure
from risks.exposure.results import ABOVE, UNSURE, WITHIN, result_of, verdict
from risks.exposure.saving import saving_figure, saving_finding, saving_table, with_response
from risks.exposure.wording import appetite_finding, between, between_percent, percent_text

_SURE = {"cause": None, "after_probability": None, "after_factor": None, "cost": 0.0, "likely": None}


def sure(code: str, amount: float, **more: Any) -> dict[str, Any]:
    """A risk that happens every year and costs the same."""
    named = {"code": code, "title": code.title(), "kind": "threat", "spread": "three_point"}
    return {**_SURE, **named, "probability": 1.0, "low": amount, "high": amount, **more}


def computed(*risks: dict[str, Any], appetite: tuple[tuple[float, float], ...] = ()) -> dict[str, Any]:
    """The result of a run of 1,000 years."""
    borne = [{"loss": loss, "most": most} for loss, most in appetite]
    return result_of({"risks": risks, "causes": {}, "appetite": borne}, 1000, 1)


@pytest.mark.parametrize(
    ("low", "high", "most", "said"),
    [(0.2, 0.3, 0.1, ABOVE), (0.2, 0.3, 0.3, WITHIN), (0.2, 0.3, 0.25, UNSURE)],
)
def test_only_a_whole_interval_is_above_or_within(low: float, high: float, most: float, said: str) -> None:
    assert verdict(Figure(0.25, low, high), most) == said


def test_an_interval_is_said_as_its_ends_or_as_about() -> None:
    assert between({"low": 1.91e6, "high": 2.12e6}, "EUR") == "between 1.9\u202fM and 2.1\u202fM\u00a0EUR"
    assert between({"low": 2.01e6, "high": 2.04e6}) == "about 2.0\u202fM"
    assert between_percent({"low": 0.101, "high": 0.104}) == "between 10.1 % and 10.4 %"
    assert between_percent({"low": 1.0, "high": 1.0}) == "about 100 %"
    assert [percent_text(each) for each in (0, 0.004, 0.015, 0.4)] == ["0 %", "0.40 %", "1.5 %", "40 %"]


def test_the_finding_names_where_a_loss_is_most_above_what_is_borne() -> None:
    result = computed(sure("FIRE", 100.0), appetite=((10.0, 0.5), (50.0, 0.1), (200.0, 0.1)))
    assert [each["verdict"] for each in result["appetite"]] == [ABOVE, ABOVE, WITHIN]
    assert appetite_finding(result, "") == "A year costs more than 50 with 100 % probability; 10 % is borne"
    assert appetite_finding(computed(sure("FIRE", 100.0)), "") == "One year in twenty costs more than 100"


def test_a_risk_that_always_happens_moves_nothing_in_the_tornado() -> None:
    result = computed(sure("FIRE", 100.0), sure("FLOOD", 40.0))
    figure = tornado_figure(by_share(result), result["now"]["expected"]["value"], {"FIRE": "A fire"})
    bars = figure["data"][0]
    assert (bars["base"], bars["x"], sorted(bars["y"])) == ([140, 140], [0, 0], ["FIRE", "FLOOD"])
    assert ("A fire", "about 100", "–", "–", "140") in driver_table(result["parts"], {"FIRE": "A fire"}).rows


def test_what_saves_most_for_its_cost_stands_first() -> None:
    result = computed(
        sure("DEAR", 100.0, after_factor=0.0, cost=400.0),
        sure("CHEAP", 100.0, after_factor=0.5, cost=25.0),
        sure("FREE", 10.0, after_factor=0.5),
        sure("VAIN", 10.0, cost=5.0),
        sure("LEFT", 10.0),
    )
    parts = with_response(result)
    assert [part["key"] for part in parts] == ["CHEAP", "DEAR", "FREE", "VAIN"]
    assert saving_finding(parts, {}) == "“CHEAP” saves most for its cost: 2.00 a year for each 1 spent"
    assert saving_figure(parts, {})["data"][0]["y"] == [50, 100, 0]
    assert saving_table(parts, {}).rows[2:] == (
        ("FREE", "–", "about 5", "–"),
        ("VAIN", "5", "no effect estimated", "0.00"),
    )


def test_the_curve_and_its_table_say_now_and_afterwards() -> None:
    result = computed(sure("FIRE", 100.0, probability=0.5, after_probability=0.0))
    after, now, borne = curve_figure(result)["data"]
    assert (now["x"], after["x"], borne["x"]) == ([0], [], [])
    assert now["y"] == pytest.approx([0.5], abs=0.08)
    table = cards_of(curve_table(result))
    assert [(name, [head for head, _cell in cells]) for name, cells in table.rows] == [
        ("0", ["Now", "Once the response is done"])
    ]


@given(st.floats(-1e12, 1e12), st.floats(0, 1e12))
def test_ticks_lie_within_the_axis_and_are_few(low: float, width: float) -> None:
    ticks = round_ticks(low, low + width)
    slack = 1e-9 * (abs(low) + width)
    assert 1 <= len(ticks) <= 8
    assert all(low - slack <= tick <= low + width + slack for tick in ticks)
