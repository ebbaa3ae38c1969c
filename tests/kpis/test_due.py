"""Values that are due from a steward."""

import datetime as dt

import pytest

from core.due import DueItem
from kpis.actions import (
    Entry,
    change_kpi,
    close_period,
    close_series,
    open_series,
    record_measurements,
    return_values,
)
from kpis.due import values_due
from kpis.models import Measurement, Series
from kpis.outstanding import next_due_on, outstanding
from kpis.queries import calendar
from tests.kpis.city import City, month

# Complaints are monthly, due 15 days after the month; Stella reports those of Health.
TODAY = dt.date(2026, 4, 20)
SOON = TODAY + dt.timedelta(days=14)


def due(city: City, today: dt.date = TODAY, until: dt.date = SOON) -> list[DueItem]:
    """What is due from Stella."""
    return list(values_due(city.steward_of_health, today, until))


def titles(city: City) -> list[str]:
    """What is due from Stella, in words."""
    return [item.title.removeprefix("Complaints, ") for item in due(city)]


def report(city: City, department: str, *months: int, by: object = None) -> None:
    """Record complaints of months of 2026."""
    rows = [Entry(city.complaints.pk, city[department].pk, month(2026, each), 50.0) for each in months]
    record_measurements(by=by, rows=rows)  # type: ignore[arg-type]


def series_of(city: City) -> Series:
    """Complaints of Health."""
    return Series.objects.get(kpi=city.complaints, department=city["health"])


def test_the_latest_ended_period_is_due(city: City) -> None:
    assert due(city) == [
        DueItem(
            due_on=dt.date(2026, 4, 15),
            kind="kpis.value",
            title="Complaints, March 2026",
            url=f"/my-work/#v-{series_of(city).pk}-{month(2026, 3)}",
            detail="Health",
        )
    ]


def test_a_stored_value_is_no_longer_due(city: City) -> None:
    report(city, "health", 3)
    assert due(city) == []


def test_a_value_of_another_department_or_month_does_not_count(city: City) -> None:
    report(city, "roads", 3)
    report(city, "health", 2)
    assert titles(city) == ["March 2026"]


def test_gaps_since_the_first_value_are_due_too(city: City) -> None:
    report(city, "health", -1, 2)
    assert titles(city) == ["December 2025", "January 2026", "March 2026"]


def test_a_series_that_began_on_a_day_is_due_since_then(city: City) -> None:
    open_series(
        by=None,
        kpi=city.complaints,
        department=city["works"],
        steward=city.steward_of_health,
        since=dt.date(2026, 1, 1),
    )
    report(city, "health", 3)
    assert titles(city) == ["January 2026", "February 2026", "March 2026"]


def test_twelve_months_are_asked_for_at_most(city: City) -> None:
    report(city, "health", -30, -8)
    found = outstanding(Series.objects.filter(pk=series_of(city).pk), calendar(), TODAY)
    assert [each.period.ordinal for each in found] == [month(2026, each) for each in range(-7, 4)]


def test_only_the_latest_period_where_only_that_is_wanted(city: City) -> None:
    report(city, "health", 1)
    wanted = Series.objects.filter(pk=series_of(city).pk)
    found = outstanding(wanted, calendar(), TODAY, latest_only=True)
    assert [each.period.ordinal for each in found] == [month(2026, 3)]


def test_a_closed_period_is_no_longer_asked_for(city: City) -> None:
    report(city, "health", -1, 1)
    close_period(by=None, frequency="quarter", period=2025 * 4 + 3)
    assert titles(city) == ["February 2026", "March 2026"]


def test_what_is_due_later_is_left_for_later(city: City) -> None:
    first_of_april = dt.date(2026, 4, 1)
    assert due(city, first_of_april, first_of_april + dt.timedelta(days=7)) == []
    assert len(due(city, first_of_april, first_of_april + dt.timedelta(days=14))) == 1


def test_a_series_that_has_ended_asks_for_nothing(city: City) -> None:
    close_series(by=None, series=series_of(city), on=dt.date(2026, 3, 1))
    assert due(city) == []


def test_nothing_is_due_from_others(city: City) -> None:
    assert list(values_due(city.viewer, TODAY, SOON)) == []


@pytest.fixture
def submitted(city: City) -> Measurement:
    """A value of March that Stella has handed in."""
    change_kpi(by=None, kpi=city.complaints, approval_needed=True)
    report(city, "health", 3, by=city.steward_of_health)
    return Measurement.objects.get(pending=True)


def test_a_value_that_waits_for_approval_is_in(city: City, submitted: Measurement) -> None:
    assert due(city) == []


def test_a_returned_value_is_due_again(city: City, submitted: Measurement) -> None:
    return_values(by=city.staff, rows=[submitted.pk], comment="Twice the usual?")
    assert [(item.kind, item.title) for item in due(city)] == [
        ("kpis.returned", "Complaints, March 2026: returned")
    ]


def test_the_next_day_on_which_something_is_due(city: City) -> None:
    report(city, "health", 3)
    assert next_due_on(Series.objects.filter(pk=series_of(city).pk), calendar(), TODAY) == dt.date(
        2026, 5, 15
    )
    close_series(by=None, series=series_of(city), on=dt.date(2026, 4, 10))
    assert next_due_on(Series.objects.filter(pk=series_of(city).pk), calendar(), TODAY) is None


def test_a_returned_value_of_a_closed_period_is_due_too(city: City, submitted: Measurement) -> None:
    return_values(by=city.staff, rows=[submitted.pk], comment="Twice the usual?")
    close_period(by=None, frequency="month", period=month(2026, 3))
    assert [item.title for item in due(city)] == ["Complaints, March 2026: returned"]
