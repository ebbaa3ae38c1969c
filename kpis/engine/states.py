"""What stands on a cell: its status, or the state in place of one, and the marks beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import isnan

from kpis.engine.periods import Calendar, Frequency, Period
from kpis.engine.scoring import State, Status, status_code


class Mark(StrEnum):
    """What is said beside a status or state."""

    TO_DATE = "to_date"
    HELD = "held"
    AS_AT = "as_at"
    CARRIED = "carried"
    RESTATED = "restated"
    OVERRIDDEN = "overridden"


@dataclass(frozen=True, slots=True)
class CellFacts:
    """A stored cell and the rules that judge it today. NaN = missing.

    value, score; active, expected, reported: counts of pairs; min_coverage: 0 to 1.
    ended: last day of the cell's first expected native period (for a native cell its own last day): from then
    on a value is due, `due_days` later it is late. closed: the period takes no more values.
    """

    value: float
    score: float
    active: float
    expected: float
    reported: float
    min_coverage: float
    ended: date
    due_days: int
    closed: bool = False


def coverage(value: float, expected: float, reported: float) -> float:
    """Reported ÷ expected pairs, 0 to 1. Nothing expected: 1 where there is a value all the same, else 0."""
    if expected > 0:
        return reported / expected
    return 0.0 if isnan(value) else 1.0


def cell_state(facts: CellFacts, as_of: date) -> Status | State:
    """The status of a cell at the end of `as_of`, or the state that stands in its place."""
    if isnan(facts.value):
        return _state_without_value(facts, as_of)
    if coverage(facts.value, facts.expected, facts.reported) < facts.min_coverage:
        return State.INSUFFICIENT_DATA
    return State.UNSCORED if isnan(facts.score) else status_code(facts.score)


def _state_without_value(facts: CellFacts, as_of: date) -> State:
    if not facts.active > 0:
        return State.NOT_APPLICABLE
    if not facts.expected > 0:
        return State.NOT_DUE
    if as_of <= facts.ended + timedelta(days=facts.due_days):
        return State.DUE
    return State.MISSING if facts.closed else State.LATE


def cell_marks(
    calendar: Calendar, native: Frequency, period: Period, *, as_at: float, filled: float, as_of: date
) -> frozenset[Mark]:
    """The marks that follow from a cell alone: to date, as at, carried. The others are the caller's to add.

    as_at: ordinal of the native period shown, NaN for none; filled: count of pairs filled in.
    """
    marks = set()
    if not calendar.ended(period, as_of):
        marks.add(Mark.TO_DATE)
    if not isnan(as_at) and as_at < calendar.child_range(period, native)[1]:
        marks.add(Mark.AS_AT)
    if filled > 0:
        marks.add(Mark.CARRIED)
    return frozenset(marks)


def held_periods(calendar: Calendar, native: Frequency, cell: Period, due_days: int) -> list[Period]:
    """Native periods that a finer cell may show, best first: the first with a value is held.

    Ended by the cell's end and no older than one native period plus `due_days`.
    """
    end = calendar.end(cell)
    found, candidate = [], calendar.containing(end, native)
    if not calendar.ended(candidate, end):
        candidate = calendar.previous(candidate)
    while end <= calendar.end(calendar.shift(candidate, 1)) + timedelta(days=due_days):
        found.append(candidate)
        candidate = calendar.previous(candidate)
    return found
