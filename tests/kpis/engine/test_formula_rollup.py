"""Formula KPIs: the worked case, and equality with the slow reference on random worlds."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from math import nan

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from kpis.engine.batch import Cells, CellTarget
from kpis.engine.formulas.order import native_frequencies
from kpis.engine.formulas.parser import parse
from kpis.engine.formulas.rollup import FormulaKpi, roll_up_formulas
from kpis.engine.layout import Grain, periods_of_row, position, row_layout
from kpis.engine.periods import Frequency
from kpis.engine.rollup import roll_up
from kpis.engine.rules import KpiRules, TimeRollup
from kpis.engine.states import coverage
from tests.kpis.engine import test_worked_case as case
from tests.kpis.engine.formula_reference import FormulaReference
from tests.kpis.engine.world import World, batch_of
from tests.kpis.engine.worlds import mixed_worlds, worlds

RATE = FormulaKpi(
    KpiRules("resolution_rate", Frequency.MONTH, default_anchors=(90.0, 80.0, nan, nan)),
    parse("100 * resolved / complaints"),
)


def rate_cells(world: World, formula: FormulaKpi = RATE) -> dict[str, np.ndarray]:
    cells = roll_up_formulas([batch_of(world)], {"rate": formula}, case.CALENDAR, case.AS_OF)
    return cells["rate"].grains[Grain.CALENDAR]


def at(metrics: dict[str, np.ndarray], department: int, text: str, *names: str) -> list[float]:
    place = position(case.CALENDAR, Frequency.MONTH, case.CALENDAR.parse(text))
    return [metrics[name][department, 0, 0, place] for name in names]


@pytest.mark.parametrize(
    ("department", "text", "value", "score", "reported", "expected"),
    [
        (case.WORKS, "2026-02", 82.857142857, 42.857142857, 2, 2),
        (case.WORKS, "2026-Q1", 89.333333333, 64.444444444, 5, 6),
        (case.CITY, "2026-Q1", 88.333333333, 61.111111111, 8, 9),
        (case.CITY, "2026-04", 95.0, 83.333333333, 1, 3),
        (case.CITY, "2026", 88.75, 62.5, 9, 12),
    ],
)
def test_the_worked_case(department, text, value, score, reported, expected):
    metrics = rate_cells(case.world(case.RULES, [case.COMPLAINTS, case.RESOLVED]))
    found = at(metrics, department, text, "value", "score", "reported", "expected")
    assert found == pytest.approx([value, score, reported, expected])


def test_the_worked_case_to_date():
    metrics = rate_cells(case.world(case.RULES, [case.COMPLAINTS, case.RESOLVED]))
    names = ("ytd_value", "ytd_score", "ytd_reported", "ytd_expected")
    assert [metrics[name][case.CITY, 0, 0, 3] for name in names] == pytest.approx([88.75, 62.5, 9, 12])


def test_city_april_has_too_little_coverage_for_a_colour():
    metrics = rate_cells(case.world(case.RULES, [case.COMPLAINTS, case.RESOLVED]))
    assert (
        coverage(*at(metrics, case.CITY, "2026-04", "value", "expected", "reported"))
        < RATE.rules.min_coverage
    )


def test_a_pair_without_one_of_its_inputs_is_left_out_of_both():
    resolved = case.RESOLVED | {case.PARKS: (10,)}
    metrics = rate_cells(case.world(case.RULES, [case.COMPLAINTS, resolved]))
    assert at(metrics, case.WORKS, "2026-02", "value", "reported", "expected") == [80.0, 1, 2]


def test_a_rate_is_not_the_mean_of_the_departments_rates():
    metrics = rate_cells(case.world(case.RULES, [case.COMPLAINTS, case.RESOLVED]))
    rates = {d: at(metrics, d, "2026-02", "value")[0] for d in (case.WORKS, case.ROADS, case.PARKS)}
    wrong = (rates[case.ROADS] + rates[case.PARKS]) / 2
    assert (rates[case.WORKS], wrong) == (pytest.approx(82.857142857), pytest.approx(85))


def test_a_formula_takes_its_own_target_then_the_mean_of_the_reported_months_then_the_default():
    targets = [("2026-01", 95.0), ("2026-02", 85.0), ("2026-04", 99.0), ("2026", 92.0)]
    own = tuple(
        CellTarget(0, case.WORKS, case.CALENDAR.parse(text), (line, nan, nan, nan)) for text, line in targets
    )
    world = case.world(case.RULES, [case.COMPLAINTS, case.RESOLVED])
    metrics = rate_cells(world, replace(RATE, cell_targets=own))
    anchors = metrics["anchors_to_date"][case.WORKS, 0, 0].reshape(4, -1)[0]
    texts = ("2026-01", "2026-03", "2026-Q1", "2026-H1", "2026-H2", "2026")
    places = [position(case.CALENDAR, Frequency.MONTH, case.CALENDAR.parse(text)) for text in texts]
    assert anchors[places].tolist() == [95, 90, 90, 90, 90, 92]


def test_inputs_of_different_frequency_meet_at_the_coarser_one():
    months = case.world(case.RULES[1:], [{case.HEALTH: (45, 38, 48, 19)}])
    quarters = World(
        [KpiRules("staff", Frequency.QUARTER, time_rollup=TimeRollup.LAST)],
        case.CALENDAR,
        case.AS_OF,
        range(2026, 2027),
        len(case.TREE),
        trees=[(2026 * 4, case.TREE)],
    )
    quarters.active = {(case.HEALTH, 0, 2026 * 4 + n) for n in range(4)}
    quarters.values = {(case.HEALTH, 0, 2026 * 4): 10.0}
    formula = FormulaKpi(KpiRules("each", Frequency.QUARTER), parse("resolved / staff"))
    batches = [batch_of(months), batch_of(quarters)]
    cells = roll_up_formulas(batches, {"each": formula}, case.CALENDAR, case.AS_OF)["each"].grains[
        Grain.CALENDAR
    ]
    assert cells["value"].shape == (5, 1, 1, 7)
    assert_allclose(cells["value"][case.CITY, 0, 0], [13.1, nan, nan, nan, 15.0, nan, 15.0])
    assert cells["expected"][case.CITY, 0, 0].tolist() == [3, 1, 0, 0, 4, 0, 4]


def test_previous_looks_over_the_year_and_in_year_to_date_at_last_year():
    world = World(
        [KpiRules("sales", Frequency.QUARTER)],
        case.CALENDAR,
        date(2026, 12, 31),
        range(2025, 2027),
        1,
        trees=[(2025 * 4, {0: None})],
    )
    world.active = {(0, 0, ordinal) for ordinal in world.ordinals}
    world.values = {(0, 0, ordinal): float(2**n) for n, ordinal in enumerate(world.ordinals)}
    formula = FormulaKpi(KpiRules("growth", Frequency.QUARTER), parse("sales - prev(sales)"))
    cells = roll_up_formulas([batch_of(world)], {"growth": formula}, world.calendar, world.as_of)
    metrics = cells["growth"].grains[Grain.CALENDAR]
    assert metrics["value"][0, 0, 1].tolist() == [8, 16, 32, 64, 36, 144, 225]
    assert metrics["ytd_value"][0, 0, 1].tolist() == [15, 45, 105, 225]
    assert np.isnan(metrics["ytd_value"][0, 0, 0]).all()


TEXTS = {
    "f0": ("100 * k0 / k1", "k0 - prev(k1)", "coalesce(k0, 2 * k1)", "-abs(k0) + avg(k1, k2)"),
    "f1": ("if(k0 >= f0, k0, prev(k2))", "min(k0, k1) / max(k2, 3)", "f0 ^ 2 - k2", "avg(f0, k2)"),
    "f2": ("prev(f1)", "f0 + f1", "max(k0, k1, k2)", "avg(k0 - k1, prev(f0))"),
}


patient = settings(
    max_examples=int(os.environ.get("SMO_PROPERTY_EXAMPLES", "60")) // 2,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


@patient
@given(
    worlds(frequencies=tuple(Frequency)[1:], kpis=3),
    st.tuples(*(st.sampled_from(texts) for texts in TEXTS.values())),
)
def test_formulas_equal_the_reference(world: World, texts: tuple[str, ...]) -> None:
    expressions = {code: parse(text) for code, text in zip(TEXTS, texts, strict=True)}
    native = world.rules[0].frequency
    formulas = {
        code: FormulaKpi(KpiRules(code, native), expression) for code, expression in expressions.items()
    }
    cells = roll_up_formulas([batch_of(world)], formulas, world.calendar, world.as_of)
    reference = FormulaReference(expressions, world)
    for code in formulas:
        _compare_all(cells[code], reference, code, native)


MIXED = {
    "f0": ("100 * k0 / k1", "k0 - prev(k1)", "coalesce(k0, 2 * k1)"),
    "f1": ("k0 / k2", "avg(k1, k2)", "if(k2 > 0, k0 + k1, prev(k2))", "coalesce(k2, k0) * k1"),
    "f2": ("f0 + k2", "f1 - prev(f0)", "max(f0, f1, 5)", "min(k2, f1) ^ 2"),
}


@patient
@given(mixed_worlds(), st.tuples(*(st.sampled_from(texts) for texts in MIXED.values())))
def test_formulas_over_different_frequencies_equal_the_reference(
    pair: tuple[World, World], texts: tuple[str, ...]
) -> None:
    fine, coarse = pair
    expressions = {code: parse(text) for code, text in zip(MIXED, texts, strict=True)}
    reported = {rules.code: rules.frequency for world in pair for rules in world.rules}
    natives = native_frequencies(expressions, reported)
    formulas = {code: FormulaKpi(KpiRules(code, natives[code]), each) for code, each in expressions.items()}
    batches = [batch_of(fine), batch_of(coarse)]
    cells = roll_up_formulas(batches, formulas, fine.calendar, fine.as_of)
    reference = FormulaReference(expressions, fine, coarse)
    for code in formulas:
        _compare_all(cells[code], reference, code, natives[code])


def _compare_all(cells: Cells, reference: FormulaReference, code: str, native: Frequency) -> None:
    for grain, metrics in cells.grains.items():
        for y, year in enumerate(cells.years):
            for d in range(reference.world.departments):
                row = {name: array[d, 0, y] for name, array in metrics.items()}
                _compare(row, reference, code, d, (native, grain, year))


def _compare(
    row, reference: FormulaReference, code: str, d: int, where: tuple[Frequency, Grain, int]
) -> None:
    native, grain, year = where
    layout = row_layout(native, grain)
    for n, period in enumerate(periods_of_row(reference.calendar, native, grain, year)):
        if layout.length > 20 and n % 5:
            continue
        places = [("", False)] + [("ytd_", True)] * (period.frequency == layout.ytd.frequency)
        for prefix, ytd in places:
            value = reference.value(code, d, period, ytd)
            wanted = {"value": nan if value is None else value, **reference.counts(code, d, period, ytd)}
            got = {name: row[prefix + name][n] for name in wanted}
            assert_allclose(
                list(got.values()), list(wanted.values()), rtol=1e-9, atol=1e-9, err_msg=f"{code} {period}"
            )


def test_a_formula_alone_has_the_same_bits_as_among_others():
    world = case.world(case.RULES, [case.COMPLAINTS, case.RESOLVED])
    batch, other = batch_of(world), replace(RATE, expression=parse("resolved - prev(rate)"))
    alone = roll_up_formulas([batch], {"rate": RATE}, case.CALENDAR, case.AS_OF)["rate"].grains
    among = roll_up_formulas([batch], {"other": other, "rate": RATE}, case.CALENDAR, case.AS_OF)[
        "rate"
    ].grains
    for name, array in alone[Grain.CALENDAR].items():
        np.testing.assert_array_equal(array, among[Grain.CALENDAR][name])


def test_reported_cells_do_not_change_for_a_formula_above_them():
    world = case.world(case.RULES, [case.COMPLAINTS, case.RESOLVED])
    batch = batch_of(world)
    before = roll_up(batch, case.CALENDAR, case.AS_OF).grains[Grain.CALENDAR]["value"].copy()
    rate_cells(world)
    after = roll_up(batch, case.CALENDAR, case.AS_OF).grains[Grain.CALENDAR]["value"]
    np.testing.assert_array_equal(before, after)
