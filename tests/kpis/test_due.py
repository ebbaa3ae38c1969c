"""Values that are due from a steward."""

import datetime as dt

from core.due import DueItem
from kpis.actions import Entry, close_series, record_measurements
from kpis.due import values_due
from kpis.models import Series
from tests.kpis.city import City, month

# Complaints are monthly, due 15 days after the month; Stella reports those of Health.
TODAY = dt.date(2026, 4, 20)
SOON = TODAY + dt.timedelta(days=14)


def due(city: City, today: dt.date = TODAY, until: dt.date = SOON) -> list[DueItem]:
    """What is due from Stella."""
    return list(values_due(city.steward_of_health, today, until))


def test_the_latest_ended_period_is_due(city: City) -> None:
    assert due(city) == [
        DueItem(
            due_on=dt.date(2026, 4, 15),
            kind="kpis.value",
            title="Complaints, March 2026",
            url="/performance/kpis/complaints/?department=health&period=2026-03",
            detail="Health",
        )
    ]


def test_a_stored_value_is_no_longer_due(city: City) -> None:
    rows = [Entry(city.complaints.pk, city["health"].pk, month(2026, 3), 50.0)]
    record_measurements(by=None, rows=rows)
    assert due(city) == []


def test_a_value_of_another_department_or_month_does_not_count(city: City) -> None:
    rows = [
        Entry(city.complaints.pk, city["roads"].pk, month(2026, 3), 50.0),
        Entry(city.complaints.pk, city["health"].pk, month(2026, 2), 50.0),
    ]
    record_measurements(by=None, rows=rows)
    assert [item.title for item in due(city)] == ["Complaints, March 2026"]


def test_what_is_due_later_is_left_for_later(city: City) -> None:
    first_of_april = dt.date(2026, 4, 1)
    assert due(city, first_of_april, first_of_april + dt.timedelta(days=7)) == []
    assert len(due(city, first_of_april, first_of_april + dt.timedelta(days=14))) == 1


def test_a_series_that_has_ended_asks_for_nothing(city: City) -> None:
    series = Series.objects.get(kpi=city.complaints, department=city["health"])
    close_series(by=None, series=series, on=dt.date(2026, 3, 1))
    assert due(city) == []


def test_nothing_is_due_from_others(city: City) -> None:
    assert list(values_due(city.viewer, TODAY, SOON)) == []
