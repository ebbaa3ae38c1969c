"""Values typed into a grid: each is stored, or something is asked of it; none is lost."""

import pytest
from django.core.exceptions import PermissionDenied

from kpis.actions import Entry, change_kpi, close_period, record_measurements, return_values
from kpis.engine.frequency import Frequency, Period
from kpis.grid import Typed, grid_cells, store_typed
from kpis.models import Measurement, Series
from tests.kpis.city import City, current, month

MARCH, FEBRUARY = month(2026, 3), month(2026, 2)


def series_of(city: City, department: str = "health") -> Series:
    """Complaints of a department."""
    return Series.objects.get(kpi=city.complaints, department=city[department])


def store(city: City, *typed: Typed) -> list[tuple[str, str]]:
    """What becomes of what Stella types."""
    return [
        (each.outcome.value, each.message) for each in store_typed(by=city.steward_of_health, typed=typed)
    ]


def recorded(city: City, *values: float, last: int = FEBRUARY) -> None:
    """Values of Health in consecutive months, the last of them given."""
    first = last - len(values) + 1
    rows = [
        Entry(city.complaints.pk, city["health"].pk, first + place, value)
        for place, value in enumerate(values)
    ]
    record_measurements(by=None, rows=rows)


def test_a_value_is_stored_with_its_note(city: City) -> None:
    key = series_of(city).pk
    assert store(city, Typed(key, MARCH, "1.250,5", "Counted twice")) == [("stored", "")]
    assert current() == {("complaints", "health", MARCH, 1250.5)}
    row = Measurement.objects.get()
    assert (row.note, row.recorded_by) == ("Counted twice", city.steward_of_health)


def test_the_value_of_before_is_unchanged(city: City) -> None:
    recorded(city, 50.0)
    assert store(city, Typed(series_of(city).pk, MARCH, "50")) == [("unchanged", "")]
    assert ("complaints", "health", MARCH, 50.0) in current()


def test_what_is_wrong_keeps_nothing_else_out(city: City) -> None:
    key = series_of(city).pk
    typed = [Typed(key, MARCH, "many"), Typed(key, FEBRUARY, "7"), Typed(key, 10**7, "7")]
    assert [outcome for outcome, _ in store(city, *typed)] == ["wrong", "stored", "wrong"]
    assert current() == {("complaints", "health", FEBRUARY, 7.0)}


def test_the_same_cell_twice_is_stored_once(city: City) -> None:
    key = series_of(city).pk
    typed = Typed(key, MARCH, "5")
    assert [outcome for outcome, _ in store(city, typed, typed)].count("wrong") >= 1


def test_an_unlikely_value_is_stored_once_it_is_confirmed(city: City) -> None:
    recorded(city, 50.0)
    key = series_of(city).pk
    question = "500 is more than three times the last value, 50. Did you mean 50?"
    assert store(city, Typed(key, MARCH, "500")) == [("asks", question)]
    assert len(current()) == 1
    assert store(city, Typed(key, MARCH, "500", confirmed=True)) == [("stored", "")]
    assert ("complaints", "health", MARCH, 500.0) in current()


def test_a_correction_needs_a_reason(city: City) -> None:
    recorded(city, 50.0, last=MARCH)
    key = series_of(city).pk
    assert store(city, Typed(key, MARCH, "51")) == [("needs_reason", "Say why the value changes.")]
    assert store(city, Typed(key, MARCH, "51", reason="Late forms")) == [("stored", "")]
    assert current() == {("complaints", "health", MARCH, 51.0)}


def test_a_closed_period_needs_a_reason(city: City) -> None:
    close_period(by=None, frequency="month", period=MARCH)
    key = series_of(city).pk
    assert [outcome for outcome, _ in store(city, Typed(key, MARCH, "51"))] == ["needs_reason"]
    assert store(city, Typed(key, MARCH, "51", reason="Forgotten")) == [("stored", "")]


def test_a_note_that_would_be_lost_is_not_said_to_be_stored(city: City) -> None:
    recorded(city, 50.0, last=MARCH)
    [(outcome, message)] = store(city, Typed(series_of(city).pk, MARCH, "50", "Forgotten note"))
    assert (outcome, message) == ("wrong", "This value is stored already, and its note stays as it was.")


def test_a_value_that_needs_approval_waits(city: City) -> None:
    change_kpi(by=None, kpi=city.complaints, approval_needed=True)
    assert store(city, Typed(series_of(city).pk, MARCH, "50")) == [("waits", "")]
    assert current() == set()
    assert Measurement.objects.get().state == "submitted"


def test_a_value_of_somebody_else_is_forbidden_and_nothing_is_stored(city: City) -> None:
    own, other = series_of(city).pk, series_of(city, "roads").pk
    with pytest.raises(PermissionDenied):
        store(city, Typed(own, MARCH, "5"), Typed(other, MARCH, "5"))
    assert current() == set()


def test_a_series_that_is_gone_is_said(city: City) -> None:
    assert store(city, Typed(999_999, MARCH, "5")) == [("wrong", "This series is no longer there.")]


def test_a_cell_knows_the_values_before_it(city: City) -> None:
    recorded(city, 40.0, 50.0, 60.0, last=MARCH)
    series = series_of(city)
    march, february, other = grid_cells(
        [
            (series, Period(Frequency.MONTH, MARCH)),
            (series, Period(Frequency.MONTH, FEBRUARY)),
            (series_of(city, "roads"), Period(Frequency.MONTH, MARCH)),
        ]
    )
    assert (list(march.before.values()), march.last) == ([40.0, 50.0], (FEBRUARY, 50.0))
    assert (february.last, other.last) == ((FEBRUARY - 1, 40.0), None)
    assert march.current is not None
    assert march.current.value == 60.0


def test_a_returned_correction_keeps_its_reason(city: City) -> None:
    recorded(city, 50.0, last=MARCH)
    change_kpi(by=None, kpi=city.complaints, approval_needed=True)
    key = series_of(city).pk
    assert store(city, Typed(key, MARCH, "51", reason="Late forms")) == [("waits", "")]
    return_values(by=city.staff, rows=[Measurement.objects.get(pending=True).pk], comment="Sure?")

    assert store(city, Typed(key, MARCH, "52", note="Counted again")) == [("waits", "")]

    row = Measurement.objects.current().get(pending=True)
    assert (row.value, row.state, row.reason, row.note) == (52.0, "submitted", "Late forms", "Counted again")
