"""The KPI page: the engine's numbers, held and band values, corrections, and a constant number of queries."""

import csv
import io
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kpis.actions import Entry, open_series, record_measurements
from kpis.actions.rollup import roll_up_dirty
from org.actions import create_department
from tests.kpis.city import City, month
from tests.kpis.worked_case import COMPLAINTS, make_band, report

PAGE = "/performance/kpis/complaints/"


@pytest.fixture
def staff(client: Client, city: City) -> Client:
    """The strategy office, signed in."""
    client.force_login(city.staff)
    return client


@pytest.fixture
def worked(city: City) -> City:
    """The city with the worked case reported."""
    report(city.complaints, city, COMPLAINTS)
    return city


def shown(client: Client, url: str) -> Any:
    """The context of a page that answers 200."""
    response = client.get(url)
    assert response.status_code == 200
    return response.context


@pytest.mark.parametrize(
    ("query", "value", "target", "reported", "expected", "year_to_date"),
    [
        ("department=works&period=2026-02", 70, 16, 2, 2, 120),
        ("department=works&period=2026-Q1", 150, 40, 5, 6, 150),
        ("department=city&period=2026-Q1", 300, 64, 8, 9, 300),
        ("department=city&period=2026-04", 20, 8, 1, 3, 320),
    ],
)
def test_it_shows_the_worked_case(
    staff: Client,
    worked: City,
    query: str,
    value: float,
    target: float,
    reported: int,
    expected: int,
    year_to_date: float,
) -> None:
    reading = shown(staff, f"{PAGE}?{query}")["reading"]
    cell = reading.cell
    assert (cell.value, cell.target, cell.reported, cell.expected, reading.year_to_date.value) == (
        value,
        target,
        reported,
        expected,
        year_to_date,
    )


def test_it_writes_the_figures_where_people_read_them(staff: Client, worked: City) -> None:
    html = staff.get(f"{PAGE}?department=works&period=2026-Q1").content.decode()
    assert '<span class="num">150.0</span>' in html
    assert '<span class="num">5/6</span>' in html
    assert "of 48.0 for the whole" in html
    assert "Above its red line in all 3 months" in html


def test_the_departments_below_add_up(staff: Client, worked: City) -> None:
    below = shown(staff, f"{PAGE}?period=2026-Q1")["reading"].below
    assert [(each.department.code, each.cell.value) for each in below] == [
        ("works", 150.0),
        ("health", 150.0),
    ]


def test_a_level_of_one_department_is_passed_by(staff: Client, city: City) -> None:
    kpi = make_band(city)
    for code in ("roads", "parks"):
        open_series(by=None, kpi=kpi, department=city[code])
    report(kpi, city, {"roads": (98.0,), "parks": (99.0,)})
    below = shown(staff, "/performance/kpis/spending/?period=2026-01")["reading"].below
    assert [each.department.code for each in below] == ["roads", "parks"]


def test_coverage_below_the_minimum_takes_the_colour(staff: Client, worked: City) -> None:
    response = staff.get(f"{PAGE}?period=2026-04")
    assert response.context["reading"].cell.status == "insufficient_data"
    assert "Insufficient data" in response.content.decode()


def test_a_held_value_names_its_period(staff: Client, city: City) -> None:
    record_measurements(by=None, rows=[Entry(city.budget.pk, city["city"].pk, 2025, 12.0)])
    roll_up_dirty()
    context = shown(staff, "/performance/kpis/budget/?period=2026-Q1")
    assert (context["reading"].cell.value, context["figures"].marks) == (12.0, ("Held 2025", "No target"))


def test_a_band_is_written_as_a_range(staff: Client, city: City) -> None:
    kpi = make_band(city)
    report(kpi, city, {"city": (99.0, 102.5)})
    context = shown(staff, "/performance/kpis/spending/?period=2026-02")
    column = context["columns"][1]
    assert (context["figures"].target, column.target, column.red_line, column.cell.status) == (
        "97–101",
        "97–101",
        "94–105",
        "amber",
    )


def test_a_correction_is_marked_and_listed(staff: Client, worked: City) -> None:
    correction = Entry(
        worked.complaints.pk, worked["roads"].pk, month(2026, 2), 55.0, reason="Two letters were found"
    )
    record_measurements(by=worked.staff, rows=[correction])
    roll_up_dirty()
    context = shown(staff, f"{PAGE}?department=works&period=2026-Q1")
    assert context["figures"].marks == ("Restated",)
    (period, revision) = context["revisions"][0]
    assert (period, revision.department, revision.before, revision.value, revision.by, revision.reason) == (
        "February 2026",
        "Roads",
        50.0,
        55.0,
        "Sam Staff",
        "Two letters were found",
    )
    assert [note.title for note in context["notes"]] == ["February 2026 restated from 50.0 to 55.0 at Roads"]


def test_a_correction_elsewhere_is_not_shown(staff: Client, worked: City) -> None:
    correction = Entry(worked.complaints.pk, worked["roads"].pk, month(2026, 2), 55.0)
    record_measurements(by=worked.staff, rows=[correction])
    roll_up_dirty()
    context = shown(staff, f"{PAGE}?department=health&period=2026-Q1")
    assert (context["figures"].marks, context["notes"]) == ((), [])


def test_the_year_to_date_is_a_course_of_its_own(staff: Client, worked: City) -> None:
    course = shown(staff, f"{PAGE}?frequency=ytd&period=2026-Q1")["reading"].course
    by_month = {point.period.ordinal: point.cell.value for point in course.points}
    assert [by_month[month(2026, number)] for number in range(1, 5)] == [110, 220, 300, 320]


def test_the_course_is_given_as_a_file(staff: Client, worked: City) -> None:
    response = staff.get(f"{PAGE}?frequency=quarter&department=works&format=csv")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    first = next(row for row in rows if row["period"] == "2026-Q1")
    assert (first["value"], first["target_to_date"], first["reported"], first["expected"]) == (
        "150.0",
        "40.0",
        "5",
        "6",
    )


@pytest.mark.parametrize(
    "query", ["department=nowhere", "period=sometime", "period=2026-13", "frequency=week", "frequency=x"]
)
def test_an_unknown_name_in_the_address_is_not_found(staff: Client, worked: City, query: str) -> None:
    assert staff.get(f"{PAGE}?{query}").status_code == 404


def test_an_unknown_kpi_is_not_found(staff: Client) -> None:
    assert staff.get("/performance/kpis/nothing/").status_code == 404


@pytest.mark.parametrize("period", ["2026-W09", "2026-03-14", "2026-H1", "2026", "1990-Q1", "2090-Q1"])
def test_any_period_can_be_asked_for(staff: Client, worked: City, period: str) -> None:
    assert staff.get(f"{PAGE}?period={period}").status_code == 200


def test_it_says_where_a_kpi_is_not_measured(staff: Client, city: City) -> None:
    roll_up_dirty()
    html = staff.get("/performance/kpis/budget/?department=roads").content.decode()
    assert "Not measured at Roads" in html
    assert "data-chart" not in html


def test_a_kpi_without_values_says_so(staff: Client, city: City) -> None:
    html = staff.get(PAGE).content.decode()
    assert "No values yet" in html or "Not measured at City" in html


def test_only_who_may_enter_sees_the_form(client: Client, worked: City) -> None:
    client.force_login(worked.viewer)
    assert shown(client, PAGE)["entry_form"] is None
    client.force_login(worked.steward_of_health)
    assert shown(client, PAGE)["entry_form"] is not None


def test_the_number_of_queries_does_not_grow(staff: Client, worked: City) -> None:
    url = f"{PAGE}?period=2026-Q1"
    _queries(staff, url)  # what the rail counts is kept for a while
    few = _queries(staff, url)
    rows = []
    for number in range(10):
        department = create_department(by=None, code=f"d{number}", name=f"D{number}", parent=worked["city"])
        open_series(by=None, kpi=worked.complaints, department=department)
        rows += [Entry(worked.complaints.pk, department.pk, month(2024, 1) + n, 5.0) for n in range(34)]
    record_measurements(by=None, rows=rows)
    roll_up_dirty()
    assert _queries(staff, url) == few


def _queries(client: Client, url: str) -> int:
    client.get(url)  # once before, so that what a session keeps is there
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_the_stamp_tells_of_a_computation(staff: Client, worked: City) -> None:
    before = staff.get("/performance/stamp/").json()
    record_measurements(by=None, rows=[Entry(worked.complaints.pk, worked["parks"].pk, month(2026, 3), 9.0)])
    waiting = staff.get("/performance/stamp/").json()
    roll_up_dirty()
    after = staff.get("/performance/stamp/").json()
    assert (before["pending"], waiting["pending"], after["pending"]) == (False, True, False)
    assert (waiting["stamp"] == before["stamp"], after["stamp"] == before["stamp"]) == (True, False)
