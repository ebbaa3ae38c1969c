"""Recording values: revisions, counts, what waits for computation."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection

from core.models import OutboxEvent
from kpis.actions import Entry, Recorded, record_measurements
from kpis.models import DirtyKPI, Measurement
from tests.core.api.test_at_the_same_time import together
from tests.kpis.city import City, current, make_city, month

MARCH = month(2026, 3)


def entry(city: City, value: float, department: str = "roads", **rest: Any) -> Entry:
    """A value of the complaints of March."""
    return Entry(city.complaints.pk, city[department].pk, MARCH, value, **rest)


def revisions() -> list[tuple[float, str, bool]]:
    """Value, reason and whether it is the present one, in the order in which they were known."""
    rows = Measurement.objects.order_by("pk")
    return [(row.value, row.reason, row.known_to is None) for row in rows]


def test_a_correction_closes_the_row_and_adds_another_with_its_reason(city: City) -> None:
    first = record_measurements(by=city.staff, rows=[entry(city, 30)])
    second = record_measurements(by=city.head_of_works, rows=[entry(city, 31, reason="recount")])
    assert (first, second) == (Recorded(new=1), Recorded(corrected=1))
    assert revisions() == [(30.0, "", False), (31.0, "recount", True)]
    old, new = Measurement.objects.order_by("pk")
    assert old.known_to == new.known_from
    assert (old.recorded_by, new.recorded_by) == (city.staff, city.head_of_works)


def test_the_same_value_again_is_no_revision_and_asks_for_no_computation(city: City) -> None:
    record_measurements(by=None, rows=[entry(city, 30)])
    DirtyKPI.objects.all().delete()
    OutboxEvent.objects.all().delete()
    assert record_measurements(by=None, rows=[entry(city, 30, note="again")]) == Recorded(unchanged=1)
    assert (revisions(), DirtyKPI.objects.count(), OutboxEvent.objects.count()) == ([(30.0, "", True)], 0, 0)


def test_many_rows_are_told_apart(city: City) -> None:
    record_measurements(by=None, rows=[entry(city, 30), entry(city, 10, "parks")])
    rows = [entry(city, 30), entry(city, 11, "parks"), entry(city, 60, "health")]
    assert record_measurements(by=None, rows=rows) == Recorded(new=1, corrected=1, unchanged=1)


def test_nothing_to_record_does_nothing(city: City, django_assert_num_queries: Any) -> None:
    DirtyKPI.objects.all().delete()
    assert record_measurements(by=None, rows=[]) == Recorded()
    assert DirtyKPI.objects.count() == 0


def test_what_changed_waits_for_computation_by_fiscal_year(city: City) -> None:
    DirtyKPI.objects.all().delete()
    rows = [entry(city, 30), Entry(city.complaints.pk, city["roads"].pk, month(2024, 12), 5)]
    record_measurements(by=None, rows=rows)
    waiting = DirtyKPI.objects.values_list("kpi_key", "first_year", "last_year")
    assert list(waiting) == [(city.complaints.pk, 2024, 2026)]


def test_texts_with_quotes_line_breaks_and_backslashes_are_kept(city: City) -> None:
    note = 'said "hello",\r\n\\.\nthen \\N and \t;'
    record_measurements(by=None, rows=[entry(city, 30, note=note, reason="\\N")])
    stored = Measurement.objects.get()
    assert (stored.note, stored.reason) == (note, "\\N")


@pytest.mark.parametrize("value", [0.1 + 0.2, -0.0, 1.7e308, 5e-324, 1e15 + 0.3])
def test_a_value_is_kept_to_its_last_bit(city: City, value: float) -> None:
    record_measurements(by=None, rows=[entry(city, value)])
    assert Measurement.objects.get().value.hex() == value.hex()


def test_history_known_before_it_was_loaded_keeps_both_moments(city: City) -> None:
    then = dt.datetime(2026, 4, 2, 8, tzinfo=dt.UTC)
    record_measurements(by=None, rows=[entry(city, 30, known_since=then)])
    stored = Measurement.objects.get()
    assert stored.known_from == then < stored.entered_at


def test_a_correction_is_never_known_before_what_it_corrects(city: City) -> None:
    record_measurements(by=None, rows=[entry(city, 30)])
    record_measurements(by=None, rows=[entry(city, 31, known_since=dt.datetime(2026, 4, 2, tzinfo=dt.UTC))])
    old, new = Measurement.objects.order_by("pk")
    assert old.known_from < old.known_to == new.known_from


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_moment_leave_one_present_row(db: None) -> None:
    city = make_city()

    def write(value: float) -> Any:
        return lambda: record_measurements(by=None, rows=[entry(city, value), entry(city, -value, "parks")])

    answers = together(*(write(float(number)) for number in range(1, 7)))
    assert sorted((each.new, each.corrected) for each in answers) == [(0, 2)] * 5 + [(2, 0)]
    assert len(revisions()) == 12
    (roads,) = [value for _kpi, code, _period, value in current() if code == "roads"]
    assert ("complaints", "parks", MARCH, -roads) in current()


@pytest.mark.django_db(transaction=True)
def test_writers_of_many_kpis_in_any_order_never_wait_in_a_circle(db: None) -> None:
    city = make_city()
    complaints = entry(city, 1)
    budget = Entry(city.budget.pk, city["city"].pk, 2026, 1)

    def write(*rows: Entry) -> Any:
        def run() -> int:
            connection.ensure_connection()
            return sum(record_measurements(by=None, rows=rows).unchanged for _time in range(10))

        return run

    assert sum(together(write(complaints, budget), write(budget, complaints))) == 38
