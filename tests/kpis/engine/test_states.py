"""What stands on a cell: status or state, marks, and the value it holds from a coarser period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import nan

import pytest

from kpis.engine.periods import Calendar, Frequency, Period
from kpis.engine.scoring import State, Status
from kpis.engine.states import CellFacts, Mark, cell_marks, cell_state, coverage, held_periods

CALENDAR = Calendar()
MISSING = CellFacts(
    value=nan,
    score=nan,
    active=2,
    expected=2,
    reported=0,
    min_coverage=0.5,
    ended=date(2026, 3, 31),
    due_days=10,
)
REPORTED = replace(MISSING, value=5.0, score=70.0, reported=2)


@pytest.mark.parametrize(
    ("facts", "as_of", "state"),
    [
        (replace(MISSING, active=0, expected=0), date(2026, 5, 1), State.NOT_APPLICABLE),
        (replace(MISSING, expected=0), date(2026, 3, 30), State.NOT_DUE),
        (MISSING, date(2026, 3, 31), State.DUE),
        (MISSING, date(2026, 4, 10), State.DUE),
        (MISSING, date(2026, 4, 11), State.LATE),
        (replace(MISSING, closed=True), date(2026, 4, 10), State.DUE),
        (replace(MISSING, closed=True), date(2026, 4, 11), State.MISSING),
        (REPORTED, date(2026, 4, 11), Status.GREEN),
        (replace(REPORTED, expected=1, reported=0), date(2026, 4, 11), State.INSUFFICIENT_DATA),
        (replace(REPORTED, reported=1), date(2026, 4, 11), Status.GREEN),
        (replace(REPORTED, reported=0), date(2026, 4, 11), State.INSUFFICIENT_DATA),
        (replace(REPORTED, reported=0, score=nan), date(2026, 4, 11), State.INSUFFICIENT_DATA),
        (replace(REPORTED, score=nan), date(2026, 4, 11), State.UNSCORED),
        (replace(REPORTED, score=40.0), date(2026, 4, 11), Status.AMBER),
        (replace(REPORTED, score=40.0, expected=0, reported=0), date(2026, 3, 15), Status.AMBER),
    ],
)
def test_a_cell_has_this_status_or_state(facts, as_of, state):
    assert cell_state(facts, as_of) == state


@pytest.mark.parametrize(
    ("value", "expected", "reported", "share"),
    [(5.0, 4, 3, 0.75), (5.0, 0, 0, 1.0), (nan, 0, 0, 0.0), (nan, 3, 0, 0.0)],
)
def test_coverage_is_reported_of_expected(value, expected, reported, share):
    assert coverage(value, expected, reported) == share


@pytest.mark.parametrize(
    ("text", "as_at", "filled", "marks"),
    [
        ("2026-Q1", nan, 0, set()),
        ("2026-Q2", nan, 0, {Mark.TO_DATE}),
        ("2026-Q1", 2026 * 12 + 2, 0, set()),
        ("2026-Q1", 2026 * 12 + 1, 2, {Mark.AS_AT, Mark.CARRIED}),
    ],
)
def test_a_cell_has_these_marks(text, as_at, filled, marks):
    period = CALENDAR.parse(text)
    found = cell_marks(CALENDAR, Frequency.MONTH, period, as_at=as_at, filled=filled, as_of=date(2026, 4, 30))
    assert found == marks


@pytest.mark.parametrize(
    ("cell", "due_days", "held"),
    [
        ("2026-02", 10, ["2025-Q4"]),
        ("2026-03", 10, ["2026-Q1", "2025-Q4"]),
        ("2026-04", 10, ["2026-Q1"]),
        ("2026-04", 30, ["2026-Q1", "2025-Q4"]),
    ],
)
def test_a_month_may_show_these_quarters(cell, due_days, held):
    periods = held_periods(CALENDAR, Frequency.QUARTER, CALENDAR.parse(cell), due_days)
    assert [CALENDAR.format(period) for period in periods] == held
    assert all(isinstance(period, Period) for period in periods)
