"""The KPI library: words, filters, order, standing, and a constant number of queries."""

import csv
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kpis.actions import change_kpi, create_kpi, open_series
from kpis.actions.rollup import roll_up_dirty
from kpis.models import KPI
from tests.kpis.city import City
from tests.kpis.worked_case import COMPLAINTS, make_band, report

PAGE = "/performance/kpis/"


@pytest.fixture
def library(client: Client, city: City) -> Client:
    """Three KPIs before the strategy office: complaints (red), spending (amber), budget (no value)."""
    report(city.complaints, city, COMPLAINTS)
    report(make_band(city), city, {"city": (102.5, 102.5, 102.5)})
    change_kpi(by=None, kpi=city.budget, owner=city.staff)
    client.force_login(city.staff)
    return client


def codes(client: Client, query: str) -> list[str]:
    """Codes of the KPIs that the page lists, in its order."""
    response = client.get(f"{PAGE}?period=2026-Q1&{query}")
    assert response.status_code == 200
    return [row.kpi.code for row in response.context["page"]]


def owner_of(code: str) -> str:
    """The owner's id, as the filter names it."""
    return str(KPI.objects.get(code=code).owner_id)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["budget", "complaints", "spending"]),
        ("order=-name", ["spending", "complaints", "budget"]),
        ("order=score", ["complaints", "spending", "budget"]),
        ("order=status", ["complaints", "spending", "budget"]),
        ("order=nonsense", ["budget", "complaints", "spending"]),
        ("q=SPEND", ["spending"]),
        ("frequency=month", ["complaints", "spending"]),
        ("direction=band", ["spending"]),
        ("show=off", ["complaints"]),
        ("show=without", ["budget"]),
        ("owner=999999", []),
        ("owner=someone", []),
        ("q=bud&frequency=month", []),
    ],
)
def test_it_finds_and_orders(library: Client, query: str, found: list[str]) -> None:
    assert codes(library, query) == found


def test_it_finds_by_owner(library: Client) -> None:
    assert codes(library, f"owner={owner_of('budget')}") == ["budget"]


def test_each_stands_at_the_chosen_department(library: Client) -> None:
    response = library.get(f"{PAGE}?period=2026-Q1&department=works&q=complaints")
    (row,) = response.context["page"]
    assert (row.cell.value, row.target, row.status, row.cell.reported, row.cell.expected) == (
        150.0,
        "40.0",
        "red",
        5,
        6,
    )


def test_the_list_is_given_as_a_file(library: Client) -> None:
    text = library.get(f"{PAGE}?period=2026-Q1&format=csv").content.decode("utf-8-sig")
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(text))}
    assert (rows["complaints"]["value"], rows["complaints"]["status"], rows["budget"]["owner"]) == (
        "300.0",
        "red",
        "Sam Staff",
    )


def test_a_filter_answers_htmx_with_the_list_alone(library: Client) -> None:
    html = library.get(f"{PAGE}?q=spend", headers={"HX-Request": "true"}).content.decode()
    assert "Spending" in html
    assert "<html" not in html


def test_an_unknown_department_is_not_found(library: Client) -> None:
    assert library.get(f"{PAGE}?department=nowhere").status_code == 404


def test_without_kpis_it_says_what_to_do(client: Client, city: City) -> None:
    KPI.objects.all().delete()
    client.force_login(city.staff)
    assert "Import a list to begin" in client.get(PAGE).content.decode()
    client.force_login(city.viewer)
    assert "The strategy office defines what is measured" in client.get(PAGE).content.decode()


@pytest.mark.parametrize("period", ["2026-W09", "2026-03-14", "2026"])
def test_kpis_of_all_frequencies_stand_side_by_side(library: Client, city: City, period: str) -> None:
    for frequency in ("day", "week", "half"):
        kpi = create_kpi(
            by=None,
            code=frequency,
            name=frequency,
            frequency=frequency,
            direction="up",
            time_rollup="sum",
            department_rollup="sum",
        )
        open_series(by=None, kpi=kpi, department=city["city"])
    roll_up_dirty()
    response = library.get(f"{PAGE}?period={period}")
    assert len(response.context["page"]) == 6


def test_the_number_of_queries_does_not_grow(library: Client, city: City) -> None:
    few = _queries(library)
    for number in range(20):
        kpi = create_kpi(
            by=None,
            code=f"k{number}",
            name=f"K{number}",
            frequency="month",
            direction="up",
            time_rollup="sum",
            department_rollup="sum",
        )
        open_series(by=None, kpi=kpi, department=city["city"])
    roll_up_dirty()
    assert _queries(library) == few


def _queries(client: Client) -> int:
    client.get(f"{PAGE}?period=2026-Q1")  # once before, so that what a session keeps is there
    with CaptureQueriesContext(connection) as captured:
        assert client.get(f"{PAGE}?period=2026-Q1").status_code == 200
    return len(captured)
