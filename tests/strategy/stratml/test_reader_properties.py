"""Properties that hold for every file: what is written is read back, and nothing but StratmlError escapes."""

import contextlib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kpis.engine.periods import Calendar
from strategy.stratml.document import Indicator, Objective
from strategy.stratml.errors import StratmlError
from strategy.stratml.indicators import read_kpis
from strategy.stratml.numbers import LARGEST
from strategy.stratml.reader import read
from tests.strategy.stratml.plans import baseline, goal, indicator, objective, plan, result, with_indicator

letters = st.text(st.characters(whitelist_categories=["L", "N"]), min_size=1, max_size=12)
numbers = st.floats(-LARGEST, LARGEST)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2150, 12, 31))

Written = dict[str, object]


@st.composite
def written_results(draw: st.DrawFn) -> Written:
    kind = draw(st.sampled_from(["Target", "Actual"]))
    return {"kind": kind, "start": draw(days), "end": draw(days), "number": draw(numbers)}


written_indicators = st.fixed_dictionaries(
    {"name": letters, "unit": letters, "results": st.lists(written_results(), max_size=4)}
)
written_objectives = st.fixed_dictionaries(
    {"name": letters, "indicators": st.lists(written_indicators, max_size=3)}
)
written_goals = st.lists(
    st.fixed_dictionaries({"name": letters, "objectives": st.lists(written_objectives, max_size=3)}),
    min_size=1,
    max_size=3,
)


def add(parent: etree._Element, name: str, text: object = "") -> etree._Element:
    child = etree.SubElement(parent, name)
    child.text = str(text)
    return child


def add_result(parent: etree._Element, written: Written) -> None:
    one = add(add(parent, "MeasurementInstance"), f"{written['kind']}Result")
    add(one, "StartDate", written["start"])
    add(one, "EndDate", written["end"])
    add(one, "NumberOfUnits", repr(written["number"]))


def write(goals: list[Written]) -> bytes:
    """Write a plan that says `goals`; the writer is as dumb as can be, so that it can be trusted."""
    root = etree.Element("StrategicPlan")
    core = add(root, "StrategicPlanCore")
    for one_goal in goals:
        goal_element = add(core, "Goal")
        add(goal_element, "Name", one_goal["name"])
        for one_objective in one_goal["objectives"]:  # type: ignore[attr-defined]
            objective_element = add(goal_element, "Objective")
            add(objective_element, "Name", one_objective["name"])
            for one in one_objective["indicators"]:
                element = add(objective_element, "PerformanceIndicator")
                add(element, "MeasurementDimension", one["name"])
                add(element, "UnitOfMeasurement", one["unit"])
                for written in one["results"]:
                    add_result(element, written)
    return etree.tostring(root, encoding="utf-8")


def results_back(indicator: Indicator) -> list[Written]:
    return [
        {"kind": one.kind.value.title(), "start": one.start, "end": one.end, "number": one.number}
        for one in indicator.results
    ]


def indicators_back(objective: Objective) -> list[Written]:
    return [
        {"name": one.dimension, "unit": one.unit_text, "results": results_back(one)}
        for one in objective.indicators
    ]


def read_back(data: bytes) -> list[Written]:
    return [
        {
            "name": found.name,
            "objectives": [
                {"name": one.name, "indicators": indicators_back(one)} for one in found.objectives
            ],
        }
        for found in read(data).plan.goals
    ]


@given(written_goals)
def test_it_reads_back_every_plan(goals: list[Written]) -> None:
    assert read_back(write(goals)) == goals


@given(written_goals, st.integers(min_value=1, max_value=12))
def test_it_counts_or_sets_aside_every_result_once(goals: list[Written], first_month: int) -> None:
    document = read(write(goals))
    for kpi in read_kpis(document, Calendar(first_month=first_month)).kpis:
        for values in (kpi.targets, kpi.actuals):
            ordinals = [value.period.ordinal for value in values]
            assert ordinals == sorted(set(ordinals))
        counted = len(kpi.targets) + len(kpi.actuals)
        assert counted + len(kpi.extra.get("set_aside", [])) == len(kpi.indicator.results)


WHOLE = plan(
    goal(objective(indicator([result("Target", "2024-01-01", "2024-12-31", "5", baseline())], unit="€")))
    + "<!-- ü --><Value><Name>Care &amp; calm</Name></Value>"
)


def test_it_refuses_a_file_cut_off_anywhere() -> None:
    for length in range(len(WHOLE)):
        refused = False
        with contextlib.suppress(StratmlError):
            read(WHOLE[:length])
            refused = True
        assert not refused, WHOLE[:length]


@given(st.binary(max_size=200))
def test_it_raises_nothing_else_on_any_bytes(data: bytes) -> None:
    with contextlib.suppress(StratmlError):
        read(data)


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=4))
def test_it_raises_nothing_else_on_a_damaged_file(at: int, damage: bytes) -> None:
    with contextlib.suppress(StratmlError):
        read_kpis(read(WHOLE[:at] + damage + WHOLE[at + len(damage) :]), Calendar())


@given(
    letters | st.sampled_from(["2024-01-01", "2024", "-1-01-01", "9999-12-31"]), letters | numbers.map(str)
)
def test_it_raises_nothing_on_odd_leaves(day: str, number: str) -> None:
    read_kpis(read(with_indicator(result("Actual", day, day, number))), Calendar(first_month=7))
