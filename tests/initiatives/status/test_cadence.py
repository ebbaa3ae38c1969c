"""Days on which updates are due."""

import datetime as dt

import hypothesis.strategies as st
import pytest
from hypothesis import given

from initiatives.enums import Cadence
from initiatives.status.cadence import due_days, next_due


def d(text: str) -> dt.date:
    """A day."""
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("cadence", "since", "until", "expected"),
    [
        (Cadence.WEEKLY, "2026-11-05", "2026-11-22", ["2026-11-06", "2026-11-13", "2026-11-20"]),
        (Cadence.WEEKLY, "2026-11-06", "2026-11-13", ["2026-11-13"]),
        (Cadence.MONTHLY, "2026-08-31", "2026-11-30", ["2026-09-30", "2026-10-31", "2026-11-30"]),
        (Cadence.MONTHLY, "2026-02-03", "2026-02-28", ["2026-02-28"]),
        (
            Cadence.QUARTERLY,
            "2026-01-01",
            "2026-12-31",
            ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"],
        ),
        (Cadence.NEVER, "2020-01-01", "2026-12-31", []),
        (Cadence.MONTHLY, "2026-11-22", "2026-11-22", []),
    ],
)
def test_due_days(cadence: str, since: str, until: str, expected: list[str]) -> None:
    assert due_days(cadence, d(since), d(until)) == [d(each) for each in expected]


def test_quarters_are_those_of_the_fiscal_year() -> None:
    found = due_days(Cadence.QUARTERLY, d("2026-01-15"), d("2026-12-31"), first_month=2)
    assert found == [d("2026-01-31"), d("2026-04-30"), d("2026-07-31"), d("2026-10-31")]


@given(
    st.sampled_from([each for each in Cadence if each != Cadence.NEVER]),
    st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)),
)
def test_the_next_day_lies_ahead_and_the_rhythm_holds(cadence: Cadence, day: dt.date) -> None:
    first = next_due(cadence, day)
    assert first is not None
    assert first > day
    second = next_due(cadence, first)
    assert second is not None
    gap = (second - first).days
    assert (
        gap
        in {"weekly": (7,), "fortnightly": (14,), "monthly": (28, 29, 30, 31), "quarterly": (90, 91, 92)}[
            cadence
        ]
    )
    # From any day between two due days the next one is the same.
    assert next_due(cadence, first + (second - first) / 2) == second
