"""The formula language: what it reads, what it computes, and how it refuses."""

from __future__ import annotations

import contextlib
from math import isnan, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.engine.formulas.evaluate import evaluate
from kpis.engine.formulas.faults import FormulaError
from kpis.engine.formulas.order import (
    CycleError,
    dependency_order,
    formulas_above,
    history_years,
    native_frequencies,
)
from kpis.engine.formulas.parser import MAX_DEPTH, MAX_TOKENS, parse
from kpis.engine.formulas.tokens import MAX_LENGTH
from kpis.engine.frequency import Frequency

VALUES = {"a": 6.0, "b": 4.0, "zero": 0.0, "none": nan, "roads-open 2": 7.0, "SP.POP": 9.0}


def result(text: str) -> float:
    """The formula's value where prev(x) is 10 less than x."""
    value = evaluate(parse(text).root, lambda code, previous: np.array([VALUES[code] - 10 * previous]))
    return float(value[0])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a + b * 2", 14),
        ("(a + b) * 2", 20),
        ("a - b - 1", 1),
        ("a / b / 2", 0.75),
        ("a ÷ b × 2 − 1", 2),
        ("2 ^ 3 ^ 2 + 0 * a", 512),
        ("-2 ^ 2 + 0 * a", -4),
        ("2 ^ -1 * a", 3),
        ("--a - +b", 2),
        ("1.5e1 * a + .5", 90.5),
        ("a > b", 1),
        ("a < b", 0),
        ("a >= 6", 1),
        ("a <= 5.9", 0),
        ("a = 6", 1),
        ("a == 6", 1),
        ("a <> 6", 0),
        ("a != b", 1),
        ("if(a > b, a, b)", 6),
        ("if(a < b, a, b)", 4),
        ("IF(a - 6, 1, 2)", 2),
        ("if(a, b, none)", 4),
        ("abs(b - a)", 2),
        ("avg(a, b, none)", 5),
        ("min(a, none, b)", 4),
        ("max(none, a, b)", 6),
        ("coalesce(none, b, a)", 4),
        ("coalesce(a / zero, 5)", 5),
        ("prev(a) + a", 2),
        ("[roads-open 2] + SP.POP", 16),
        ("[a]", 6),
    ],
)
def test_it_computes(text, value):
    assert result(text) == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "a + none",
        "-none",
        "none > 1",
        "abs(none)",
        "if(none, a, b)",
        "if(a, none, b)",
        "a / zero",
        "zero / zero",
        "zero ^ -1",
        "(-a) ^ 0.5",
        "a ^ 999",
        "avg(none)",
        "min(none, none)",
        "coalesce(none, none)",
    ],
)
def test_it_is_missing(text):
    assert isnan(result(text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the formula ends where a number, a KPI or “(” was expected (at character 1)"),
        ("a +", "the formula ends where a number, a KPI or “(” was expected (at character 4)"),
        ("a b", "“b” stands where an operator or the end was expected (at character 3)"),
        ("(a", "the formula ends where “)” was expected (at character 3)"),
        ("a)", "“)” stands where an operator or the end was expected (at character 2)"),
        ("a < b < 3", "“<” stands where an operator or the end was expected (at character 7)"),
        ("a $ b", "“$” does not belong into a formula (at character 3)"),
        ("a.__class__", "there is no KPI “a.__class__” (at character 1)"),
        ("a + comlaints", "there is no KPI “comlaints”; do you mean “complaints”? (at character 5)"),
        ("if(a, b)", "“if” takes 3 arguments (at character 1)"),
        ("abs(a, b)", "“abs” takes 1 arguments (at character 1)"),
        ("prev(a + b)", "“+” stands where “)” was expected (at character 8)"),
        ("prev(3)", "“3” stands where a KPI was expected (at character 6)"),
        ("a, b", "“,” stands where an operator or the end was expected (at character 2)"),
        ("2 + 3", "a formula needs at least one KPI (at character 1)"),
        ("a + 1e999", "1e999 is too large (at character 5)"),
        ("[a", "a code in brackets ends with “]” (at character 1)"),
        ("prev(prev(a))", "“prev” takes the code of a KPI, not “prev(…)” (at character 6)"),
    ],
)
def test_it_refuses_and_says_where(text, message):
    with pytest.raises(FormulaError) as refusal:
        parse(text, known={"a", "b", "complaints"})
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("a" * (MAX_LENGTH + 1), "characters"),
        ("a" + "+a" * (MAX_TOKENS // 2), "words and signs"),
        ("(" * (MAX_DEPTH + 1) + "a" + ")" * (MAX_DEPTH + 1), "levels deep"),
        ("a" + "^a" * MAX_DEPTH, "levels deep"),
    ],
)
def test_it_is_bounded(text, limit):
    with pytest.raises(FormulaError, match=f"at most .* {limit}"):
        parse(text)


def test_it_reads_up_to_its_bounds():
    deep = "(" * (MAX_DEPTH - 1) + "a" + ")" * (MAX_DEPTH - 1)
    long = "a" + "+a" * ((MAX_TOKENS - 2) // 2)
    assert [parse(text).codes for text in (deep, long, "a" * MAX_LENGTH)] == [
        ("a",),
        ("a",),
        ("a" * MAX_LENGTH,),
    ]


@given(st.text(alphabet="ab1.+-*/^()[]<>=,if prevminmax ", max_size=40))
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(FormulaError):
        assert parse(text).codes != ()


def test_it_knows_its_inputs():
    expression = parse("a / b + avg(c, if(a > d, 1, 2)) + prev(a)")
    assert expression.codes == ("a", "b", "c", "d")
    assert (expression.required, expression.uses_previous) == ({"a", "b"}, True)


FORMULAS = {code: parse(text) for code, text in {"c": "a + b", "e": "prev(d)", "d": "prev(c) * b"}.items()}


def test_inputs_come_before_what_is_made_of_them():
    order = dependency_order(FORMULAS)
    assert [code for code in order if code in FORMULAS] == ["c", "d", "e"]


def test_what_follows_from_the_inputs():
    reported = {"a": Frequency.WEEK, "b": Frequency.QUARTER}
    assert native_frequencies(FORMULAS, reported) == dict.fromkeys("cde", Frequency.QUARTER)
    assert (history_years(FORMULAS), history_years({"c": FORMULAS["c"]}), history_years({})) == (2, 0, 0)
    assert (formulas_above(FORMULAS, {"a"}), formulas_above(FORMULAS, {"d"})) == ({"c", "d", "e"}, {"e"})


@pytest.mark.parametrize(
    ("formulas", "path"),
    [
        ({"a": "b", "b": "a"}, "a → b → a"),
        ({"a": "a + x"}, "a → a"),
        ({"a": "prev(a) + x"}, "a → a"),
        ({"z": "m", "m": "avg(x, k)", "k": "z", "x": "y"}, "k → z → m → k"),
    ],
)
def test_a_cycle_is_named(formulas, path):
    with pytest.raises(CycleError) as cycle:
        dependency_order({code: parse(text) for code, text in formulas.items()})
    assert str(cycle.value) == path


def test_nothing_but_its_own_functions_can_be_called():
    with pytest.raises(FormulaError) as refusal:
        parse("__import__(a)")
    message = "there is no function “__import__”; there are abs, avg, coalesce, if, max, min, prev"
    assert str(refusal.value) == f"{message} (at character 1)"
