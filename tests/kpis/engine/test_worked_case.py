"""The worked case: City → {Works → {Roads, Parks}, Health}, as of 30 April 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import nan

import numpy as np
import pytest

from kpis.engine.layout import Grain, position
from kpis.engine.periods import Calendar, Frequency
from kpis.engine.rollup import roll_up
from kpis.engine.rules import DepartmentRollup, KpiRules, TimeRollup
from kpis.engine.scoring import Direction
from tests.kpis.engine.world import World, batch_of

CALENDAR, MONTH = Calendar(), Frequency.MONTH
AS_OF = date(2026, 4, 30)
CITY, WORKS, ROADS, PARKS, HEALTH = range(5)
TREE = {CITY: None, WORKS: CITY, ROADS: WORKS, PARKS: WORKS, HEALTH: CITY}
COMPLAINTS = {ROADS: (40, 50, 30), PARKS: (10, 20), HEALTH: (60, 40, 50, 20)}
RESOLVED = {ROADS: (36, 40, 30), PARKS: (10, 18), HEALTH: (45, 38, 48, 19)}
RULES = [KpiRules("complaints", MONTH, Direction.DOWN), KpiRules("resolved", MONTH)]


def world(rules: list[KpiRules], reported: list[dict[int, tuple[float, ...]]]) -> World:
    """Monthly values from January 2026 on; the departments that report have a series all year."""
    case = World(rules, CALENDAR, AS_OF, range(2026, 2027), len(TREE), trees=[])
    january = case.ordinals[0]
    case.trees.append((january, TREE))
    for kpi, series in enumerate(reported):
        for department, values in series.items():
            case.active |= {(department, kpi, ordinal) for ordinal in case.ordinals}
            case.values |= {(department, kpi, january + n): value for n, value in enumerate(values)}
    return case


def cells(case: World, metric: str, kpi: int, *places: tuple[int, str]) -> list[float]:
    """The metric at each (department, period)."""
    array = roll_up(batch_of(case), CALENDAR, AS_OF).grains[Grain.CALENDAR][metric]
    return [array[d, kpi, 0, position(CALENDAR, MONTH, CALENDAR.parse(text))] for d, text in places]


PLACES = ((WORKS, "2026-02"), (WORKS, "2026-Q1"), (CITY, "2026-Q1"), (CITY, "2026-04"), (CITY, "2026"))


@pytest.mark.parametrize(
    ("kpi", "metric", "expected"),
    [
        (0, "value", [70, 150, 300, 20, 320]),
        (1, "value", [58, 134, 265, 19, 284]),
        (0, "reported", [2, 5, 8, 1, 9]),
        (0, "expected", [2, 6, 9, 3, 12]),
        (0, "active", [2, 6, 9, 3, 36]),
    ],
)
def test_complaints_and_resolved_add_up(kpi, metric, expected):
    assert cells(world(RULES, [COMPLAINTS, RESOLVED]), metric, kpi, *PLACES) == expected


def test_the_city_to_date_adds_up():
    metrics = roll_up(batch_of(world(RULES, [COMPLAINTS, RESOLVED])), CALENDAR, AS_OF).grains[Grain.CALENDAR]
    april = [metrics[name][CITY, :, 0, 3].tolist() for name in ("ytd_value", "ytd_reported", "ytd_expected")]
    assert april == [[320, 284], [9, 9], [12, 12]]


def test_a_mean_over_departments_takes_each_series_once():
    mean = KpiRules("mean", MONTH, department_rollup=DepartmentRollup.MEAN)
    case = world([mean], [{ROADS: (10,), PARKS: (20,), HEALTH: (60,)}])
    assert cells(case, "value", 0, (CITY, "2026-01"), (WORKS, "2026-01")) == [30, 15]


def test_a_mean_over_time_takes_each_month_of_the_parent_once():
    mean = KpiRules("mean", MONTH, department_rollup=DepartmentRollup.MEAN, time_rollup=TimeRollup.MEAN)
    case = world([mean], [{ROADS: (10, 10, 10), HEALTH: (40,)}])
    assert cells(case, "value", 0, (CITY, "2026-Q1")) == [15]


def test_a_quarter_with_one_month_reported_is_judged_on_one_month():
    targeted = replace(RULES[1], default_anchors=(30.0, nan, nan, nan))
    case = world([targeted], [{HEALTH: (45,)}])
    metrics = roll_up(batch_of(case), CALENDAR, AS_OF).grains[Grain.CALENDAR]
    q1 = position(CALENDAR, MONTH, CALENDAR.parse("2026-Q1"))
    anchors = [
        metrics[name][HEALTH, 0, 0].reshape(4, -1)[:2, q1].tolist() for name in ("anchors", "anchors_to_date")
    ]
    assert (anchors, metrics["score"][HEALTH, 0, 0, q1]) == ([[90, 81], [30, 27]], 100.0)


def test_a_department_that_moved_keeps_its_past_with_the_old_parent():
    case = world(RULES[:1], [COMPLAINTS])
    case.trees.append((case.ordinals[0] + 1, TREE | {PARKS: HEALTH}))
    values = cells(case, "value", 0, *((d, text) for d in (WORKS, HEALTH) for text in ("2026-01", "2026-02")))
    assert values == [50, 50, 60, 60]


def test_an_own_value_replaces_those_below():
    replacing = replace(RULES[0], own_value="replaces")
    case = world([replacing], [COMPLAINTS | {WORKS: (45,)}])
    assert cells(case, "value", 0, (WORKS, "2026-01"), (CITY, "2026-01"), (WORKS, "2026-02")) == [45, 105, 70]
    assert cells(case, "expected", 0, (WORKS, "2026-01"), (CITY, "2026-01"), (WORKS, "2026-02")) == [1, 2, 3]


def test_the_latest_month_shown_is_one_with_enough_coverage():
    last = replace(RULES[0], time_rollup=TimeRollup.LAST)
    case = world([last], [COMPLAINTS])
    places = ((CITY, "2026-Q1"), (CITY, "2026"), (PARKS, "2026"))
    march, february = case.ordinals[2], case.ordinals[1]
    assert cells(case, "value", 0, *places) == [80, 80, 20]
    assert cells(case, "as_at", 0, *places) == [march, march, february]


def test_gaps_are_zero_or_carried_where_the_kpi_says_so_and_only_in_ended_periods():
    zero = replace(RULES[0], missing_policy="zero")
    carry = replace(RULES[0], missing_policy="carry", carry_limit=1)
    case = world([zero, carry], [{PARKS: (10, 20)}, {PARKS: (10, 20)}])
    months = [(PARKS, f"2026-{month:02}") for month in range(2, 6)]
    assert cells(case, "value", 0, *months) == [20, 0, 0, pytest.approx(nan, nan_ok=True)]
    assert cells(case, "value", 1, *months[:2]) == [20, 20]
    assert cells(case, "filled", 1, *months, (PARKS, "2026")) == [0, 1, 0, 0, 1]


def test_a_cell_target_replaces_that_cells_target_and_no_other():
    targeted = replace(RULES[1], default_anchors=(30.0, 24.0, nan, nan))
    case = world([targeted], [{HEALTH: (45, 38)}])
    case.cell_targets[HEALTH, 0, CALENDAR.parse("2026-Q1")] = (120.0, None, None, None)
    metrics = roll_up(batch_of(case), CALENDAR, AS_OF).grains[Grain.CALENDAR]
    lines = {name: metrics[name][HEALTH, 0, 0].reshape(4, -1)[:2] for name in ("anchors", "anchors_to_date")}
    quarter, half = (position(CALENDAR, MONTH, CALENDAR.parse(text)) for text in ("2026-Q1", "2026-H1"))
    assert lines["anchors"][:, quarter].tolist() == [120, 102]
    assert lines["anchors_to_date"][:, quarter].tolist() == [80, 68]
    assert lines["anchors"][:, half].tolist() == [180, 144]


def test_an_installation_without_departments_has_no_cells():
    empty = World(RULES, CALENDAR, AS_OF, range(2026, 2027), 0, trees=[(2026 * 12, {})])
    metrics = roll_up(batch_of(empty), CALENDAR, AS_OF).grains[Grain.CALENDAR]
    assert {name: array.shape for name, array in metrics.items() if name in ("value", "anchors")} == {
        "value": (0, 2, 1, 19),
        "anchors": (0, 2, 1, 76),
    }


def test_a_batch_of_other_shapes_is_refused():
    batch = batch_of(world(RULES, [COMPLAINTS]))
    with pytest.raises(ValueError, match="arrays of another shape"):
        roll_up(replace(batch, actual=batch.actual[:, :, 1:]), CALENDAR, AS_OF)
    with pytest.raises(ValueError, match="share one native frequency"):
        roll_up(
            replace(batch, rules=(RULES[0], replace(RULES[1], frequency=Frequency.YEAR))), CALENDAR, AS_OF
        )
    with pytest.raises(ValueError, match="first epoch begins"):
        roll_up(replace(batch, epochs=()), CALENDAR, AS_OF)


def test_a_tree_with_a_cycle_is_refused():
    case = world(RULES, [COMPLAINTS])
    case.trees = [(case.ordinals[0], TREE | {CITY: ROADS})]
    with pytest.raises(ValueError, match="the department tree has a cycle"):
        roll_up(batch_of(case), CALENDAR, AS_OF)


def test_a_covered_first_month_is_shown_before_a_later_one_with_too_little_coverage():
    last = replace(RULES[0], time_rollup=TimeRollup.LAST, min_coverage=1.0)
    case = world([last], [{ROADS: (40, 50), PARKS: (10,)}])
    assert cells(case, "value", 0, (WORKS, "2026-Q1")) == [50]
    assert cells(case, "as_at", 0, (WORKS, "2026-Q1")) == [case.ordinals[0]]


def test_a_value_is_carried_over_the_start_of_the_years_computed():
    carry = replace(RULES[0], missing_policy="carry", carry_limit=2)
    case = world([carry], [{PARKS: ()}])
    december = case.ordinals[0] - 1
    case.lead, case.trees = 1, [(december, TREE)]
    case.active |= {(PARKS, 0, december)}
    case.values[PARKS, 0, december] = 7.0
    january, february, march = cells(case, "value", 0, *((PARKS, f"2026-0{month}") for month in (1, 2, 3)))
    assert (january, february, np.isnan(march)) == (7, 7, True)
