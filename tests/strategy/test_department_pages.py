"""How departments stand: the tree with the plan's scores, one department, what the KPI page shows of it."""

import csv
import io
from dataclasses import dataclass

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kpis.actions.rollup import roll_up_dirty
from org.actions import create_department
from strategy.actions import add_objective, create_plan, link_kpi
from strategy.models import Objective, Plan
from tests.kpis.city import City, make_city
from tests.kpis.worked_case import COMPLAINTS, report

LIST = "/performance/departments/"


@dataclass(frozen=True)
class House:
    """A city whose plan has one objective, measured by its complaints."""

    city: City
    plan: Plan
    objective: Objective


@pytest.fixture
def house(db: None, client: Client) -> House:
    """The worked case under a plan; the strategy office is signed in."""
    city = make_city()
    plan = create_plan(by=city.staff, name="Harbour 2030", code="h30")
    objective = add_objective(by=city.staff, plan=plan, code="O1", name="Listen to residents")
    link_kpi(by=city.staff, objective=objective, kpi=city.complaints, weight=2.0)
    report(city.complaints, city, COMPLAINTS)
    client.force_login(city.staff)
    return House(city, plan, objective)


def test_every_department_has_its_score(client: Client, house: House) -> None:
    response = client.get(f"{LIST}?period=2026-Q1")
    found = {
        each.department.code: (each.score.score, str(each.score.status), each.kpis, each.late)
        for each in response.context["scores"]
    }
    assert found == {
        "city": (0.0, "red", 1, 0),
        "works": (0.0, "red", 1, 0),
        "roads": (0.0, "red", 1, 0),
        "parks": (pytest.approx(100 / 12), "red", 1, 0),
        "health": (0.0, "red", 1, 0),
    }


def test_the_tree_is_given_as_a_file(client: Client, house: House) -> None:
    text = client.get(f"{LIST}?period=2026-Q1&format=csv").content.decode("utf-8-sig")
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(text))}
    assert (rows["roads"]["above"], rows["roads"]["status"], rows["works"]["coverage"]) == (
        "works",
        "red",
        str(5 / 6),
    )


def test_a_department_shows_what_is_measured_there(client: Client, house: House) -> None:
    response = client.get(f"{LIST}works/?period=2026-Q1")
    context = response.context
    assert [(row.kind, row.name) for row in context["rows"]] == [
        ("perspective", "Without a perspective"),
        ("objective", "Listen to residents"),
        ("kpi", "Complaints"),
    ]
    assert [each.department.code for each in context["below"]] == ["roads", "parks"]
    assert [each.user.name for each in context["heads"]] == ["Hana Head"]


def test_late_values_are_those_of_the_subtree(client: Client, house: House) -> None:
    late = client.get(f"{LIST}works/?period=2026-Q1").context["late"]
    assert sorted(each.series.department.code for each, _when, _url in late) == ["parks", "roads"]


def test_an_unknown_department_is_not_found(client: Client, house: House) -> None:
    assert client.get(f"{LIST}nowhere/").status_code == 404
    assert client.get(f"{LIST}works/?period=sometime").status_code == 404


def test_without_a_plan_it_says_what_to_do(client: Client, db: None) -> None:
    client.force_login(make_city().staff)
    assert "No plan to show yet" in client.get(LIST).content.decode()
    assert client.get(f"{LIST}works/").status_code == 404


def test_the_kpi_page_names_the_objectives_it_serves(client: Client, house: House) -> None:
    html = client.get("/performance/kpis/complaints/?period=2026-Q1").content.decode()
    assert f'href="/strategy/objective/{house.objective.pk}/"' in html
    assert "Weight 2, adds 0.0 points in Q1 2026" in html


def test_a_plan_that_is_hidden_serves_nothing(client: Client, house: House) -> None:
    client.force_login(house.city.viewer)
    html = client.get("/performance/kpis/complaints/?period=2026-Q1").content.decode()
    assert "Listen to residents" not in html


@pytest.mark.parametrize("url", [f"{LIST}?period=2026-Q1", f"{LIST}city/?period=2026-Q1"])
def test_the_number_of_queries_does_not_grow(client: Client, house: House, url: str) -> None:
    few = _queries(client, url)
    for number in range(20):
        create_department(by=None, code=f"d{number}", name=f"D{number}", parent=house.city["city"])
    roll_up_dirty()
    assert _queries(client, url) == few


def _queries(client: Client, url: str) -> int:
    client.get(url)  # once before, so that what a session keeps is there
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)
