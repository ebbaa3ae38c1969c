"""When a date of the calendar comes back."""

import datetime as dt

import pytest

from strategy.calendar.occurrences import Occurrence, occurrences


def begins(starts: str, repeats: str, until: str | None, first: str, last: str) -> list[str]:
    found = occurrences(
        dt.date.fromisoformat(starts),
        None,
        repeats,
        dt.date.fromisoformat(until) if until else None,
        first=dt.date.fromisoformat(first),
        last=dt.date.fromisoformat(last),
    )
    return [each.starts_on.isoformat() for each in found]


def test_what_happens_once_stands_in_its_year_only() -> None:
    year = ("2026-01-01", "2026-12-31")

    assert begins("2026-03-09", "once", None, *year) == ["2026-03-09"]
    assert begins("2025-12-31", "once", None, *year) == []


def test_a_month_that_is_too_short_has_it_on_its_last_day_and_the_next_on_its_own() -> None:
    assert begins("2023-10-31", "monthly", None, "2024-01-01", "2024-04-30") == [
        "2024-01-31",
        "2024-02-29",
        "2024-03-31",
        "2024-04-30",
    ]
    assert begins("2022-11-30", "quarterly", None, "2022-12-01", "2023-12-31") == [
        "2023-02-28",
        "2023-05-30",
        "2023-08-30",
        "2023-11-30",
    ]


def test_a_leap_day_comes_back_every_year() -> None:
    assert begins("2024-02-29", "yearly", None, "2025-01-01", "2028-12-31") == [
        "2025-02-28",
        "2026-02-28",
        "2027-02-28",
        "2028-02-29",
    ]


def test_it_begins_for_the_last_time_on_or_before_the_day() -> None:
    assert begins("2026-01-15", "monthly", "2026-03-15", "2026-01-01", "2026-12-31") == [
        "2026-01-15",
        "2026-02-15",
        "2026-03-15",
    ]
    assert begins("2026-01-15", "monthly", "2026-03-14", "2026-02-01", "2026-12-31") == ["2026-02-15"]


def test_what_lasts_into_the_days_belongs_to_them() -> None:
    found = occurrences(
        dt.date(2025, 12, 30),
        dt.date(2026, 1, 2),
        "yearly",
        None,
        first=dt.date(2026, 1, 1),
        last=dt.date(2026, 12, 30),
    )

    assert found == [
        Occurrence(dt.date(2025, 12, 30), dt.date(2026, 1, 2)),
        Occurrence(dt.date(2026, 12, 30), dt.date(2027, 1, 2)),
    ]


@pytest.mark.parametrize("repeats", ["once", "monthly", "quarterly", "yearly"])
def test_the_end_of_time_ends_it(repeats: str) -> None:
    last = dt.date.max

    assert occurrences(last, None, repeats, None, first=last, last=last) == [Occurrence(last, last)]
