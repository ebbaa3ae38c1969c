"""As of a past day: scorecard, pages, files and REST show what was known then; what was restated since."""

import csv
import datetime as dt
import io
import re
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kpis.actions import (
    Entry,
    TargetEntry,
    change_kpi,
    create_kpi,
    open_series,
    record_measurements,
    set_targets,
)
from kpis.actions.rollup import roll_up_all
from kpis.as_of import AsOf, end_of
from kpis.engine.frequency import Frequency, Period
from org.actions import create_api_token, move_department
from strategy.actions import add_objective, create_plan, link_kpi, place_objective, set_plan_state
from strategy.enums import PlanState
from strategy.models import Objective, Plan
from strategy.restating import read_restatements
from strategy.scoring import as_data, read_scorecard
from strategy.validators import applying_to
from tests.kpis.city import City, make_city, month
from tests.kpis.known import Clock
from tests.kpis.worked_case import COMPLAINTS, report

CARD = "/performance/scorecard/"
QUARTER = Period(Frequency.QUARTER, 2026 * 4)
THEN = dt.date(2026, 4, 30)
LATER = dt.date(2026, 5, 12)


@dataclass(frozen=True)
class House:
    """The worked case under a plan with one objective, as known on 30 April, and what it read then."""

    city: City
    plan: Plan
    objective: Objective
    read_then: dict[str, Any]


@pytest.fixture
def house(db: None, client: Client) -> House:
    """The worked case, known by the end of April; in May nearly everything was said otherwise."""
    clock, city = Clock(), make_city()
    plan = create_plan(by=city.staff, name="Harbour 2030", code="h30")
    objective = add_objective(
        by=city.staff, plan=plan, code="O1", name="Listen", perspective=plan.perspectives.first()
    )
    link_kpi(by=city.staff, objective=objective, kpi=city.complaints, weight=2.0)
    link_kpi(by=city.staff, objective=objective, kpi=city.budget, weight=1.0)
    set_plan_state(by=None, plan=plan, state=PlanState.ACTIVE)
    report(city.complaints, city, COMPLAINTS)
    _target(city, 10.0, 14.0)
    clock.on(dt.date(2026, 4, 20))
    roll_up_all(as_of=THEN)
    read_then = _data(plan, city, AsOf(THEN))
    with applying_to(plan):
        _in_may(city, plan, objective)
    clock.on(LATER)
    roll_up_all()
    client.force_login(city.staff)
    return House(city, plan, objective, read_then)


def _in_may(city: City, plan: Plan, objective: Objective) -> None:
    """A value, a target, a definition, a weight, a place, a department and an objective change."""
    by, roads = city.staff, city["roads"].pk
    record_measurements(
        by=by, rows=[Entry(city.complaints.pk, roads, month(2026, 3), 44.0, reason="Late forms added")]
    )
    change_kpi(by=by, kpi=city.complaints, target=20.0, red_line=60.0)
    _target(city, 15.0, 30.0)
    link_kpi(by=by, objective=objective, kpi=city.complaints, weight=5.0, since=dt.date(2026, 1, 1))
    second = list(plan.perspectives.all())[1]
    place_objective(by=by, objective=objective, perspective=second, priority=None, since=dt.date(2026, 1, 1))
    move_department(by=by, department=city["parks"], parent=city["health"], since=dt.date(2026, 1, 1))
    kpi = create_kpi(
        by=by,
        code="visits",
        name="Visits",
        frequency="month",
        direction="up",
        time_rollup="sum",
        department_rollup="sum",
    )
    open_series(by=by, kpi=kpi, department=city["health"])
    link_kpi(by=by, objective=add_objective(by=by, plan=plan, code="O2", name="Welcome"), kpi=kpi)


def _target(city: City, target: float, red_line: float) -> None:
    entry = TargetEntry(city.complaints.pk, city["roads"].pk, month(2026, 3), target, red_line)
    set_targets(by=city.staff, rows=[entry])


def _data(plan: Plan, city: City, as_of: AsOf, code: str = "works") -> dict[str, Any]:
    card = read_scorecard(plan, city[code], QUARTER, as_of.day, as_of.known_at)
    return {**as_data(card), "computed_at": None}


def _past(day: dt.date) -> AsOf:
    return AsOf(day, end_of(day))


def test_the_scorecard_reads_as_it_did(house: House) -> None:
    now = _data(house.plan, house.city, AsOf(timezone.localdate()))
    assert _data(house.plan, house.city, _past(THEN)) == house.read_then
    assert now["score"] != house.read_then["score"]


def test_the_last_moment_of_a_day_belongs_to_it(house: House) -> None:
    before, after = (_data(house.plan, house.city, _past(LATER - dt.timedelta(days=days))) for days in (1, 0))
    assert (before["score"], [line["name"] for line in _objectives(before)]) == (
        house.read_then["score"],
        ["Listen"],
    )
    assert [line["name"] for line in _objectives(after)] == ["Listen", "Welcome"]


def _objectives(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [line for band in data["perspectives"] for line in band["objectives"]]


def test_the_page_says_that_it_speaks_of_the_past(client: Client, house: House) -> None:
    html = client.get(f"{CARD}?department=works&period=2026-Q1&as_of=2026-04-30").content.decode()
    assert "Shown as known on 30 April 2026" in html
    assert "data-live-url" not in html
    links = re.findall(r'href="(/performance/kpis/complaints/[^"]*)"', html)
    assert links
    assert all("as_of=2026-04-30" in link for link in links)
    assert 'href="?department=works&amp;period=2026-Q1">Back to today' in html
    today = client.get(f"{CARD}?department=works&period=2026-Q1").content.decode()
    assert "Shown as known on" not in today


@pytest.mark.parametrize(
    "address",
    [
        "/",
        CARD,
        "/performance/departments/",
        "/performance/departments/works/",
        "/performance/kpis/",
        "/performance/kpis/complaints/",
        "/strategy/objective/{objective}/",
    ],
)
def test_every_page_of_numbers_can_look_back(client: Client, house: House, address: str) -> None:
    url = address.format(objective=house.objective.pk)
    response = client.get(f"{url}?period=2026-Q1&as_of=2026-04-30")
    html = response.content.decode()
    assert (response.status_code, "Shown as known on 30 April 2026" in html) == (200, True)
    assert re.findall(r"Computed <time|Not computed yet", html) == []


def test_the_kpi_page_shows_the_numbers_of_that_day(client: Client, house: House) -> None:
    url = "/performance/kpis/complaints/?department=works&period=2026-Q1"
    then, now = (client.get(url + more).context for more in ("&as_of=2026-04-30", ""))
    assert [(each["reading"].cell.value, each["reading"].cell.restated) for each in (then, now)] == [
        (150.0, False),
        (134.0, True),
    ]
    assert then["entry_form"] is None
    assert [revision.value for _period, revision in then["revisions"]] == []


def test_a_kpi_that_was_not_defined_yet_is_not_there(client: Client, house: House) -> None:
    response = client.get("/performance/kpis/visits/?as_of=2026-04-30")
    assert response.status_code == 404
    assert "This KPI was not defined yet on 30 April 2026." in response.content.decode()


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("2999-01-01", "1 January 2999 is still to come"),
        ("2019-01-01", "Nothing was known on 1 January 2019 yet"),
        ("soon", "“soon” is no day"),
    ],
)
def test_another_day_is_refused_in_words(client: Client, house: House, day: str, message: str) -> None:
    response = client.get(f"{CARD}?as_of={day}")
    assert response.status_code == 404
    assert message in response.content.decode()


def test_the_file_is_that_of_the_day(client: Client, house: House) -> None:
    response = client.get(f"{CARD}?department=works&period=2026-Q1&as_of=2026-04-30&format=csv")
    assert "as-of-2026-04-30" in response.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    kpis = {row["code"]: (row["actual"], row["marks"]) for row in rows if row["kind"] == "kpi"}
    assert kpis["complaints"] == ("150.0", "")


@pytest.fixture
def rest(house: House) -> Client:
    """A program of the strategy office that may read."""
    _token, secret = create_api_token(by=house.city.staff, user=house.city.staff, scopes=["read"])
    return Client(headers={"Authorization": f"Bearer {secret}"})


def test_rest_looks_back_as_the_page_does(rest: Client, house: House) -> None:
    answer = rest.get("/api/v1/scorecards/h30/?department=works&period=2026-Q1&as_of=2026-04-30").json()
    assert (answer["as_of"], answer["score"]) == ("2026-04-30", house.read_then["score"])
    refused = rest.get("/api/v1/scorecards/h30/?as_of=2999-01-01")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, "as_of")


def test_a_formula_says_that_a_value_it_is_made_of_was_restated(
    client: Client, rest: Client, house: House
) -> None:
    kpi = create_kpi(
        by=house.city.staff, code="twice", name="Twice", direction="up", formula="complaints * 2"
    )
    link_kpi(by=None, objective=house.objective, kpi=kpi, since=dt.date(2026, 1, 1))
    roll_up_all()
    page = client.get("/performance/kpis/twice/?department=works&period=2026-Q1").context
    answer = rest.get("/api/v1/scorecards/h30/?department=works&period=2026-Q1").json()
    lines = [line for each in _objectives(answer) for line in each["kpis"] if line["code"] == "twice"]
    assert (page["figures"].marks, [line["marks"] for line in lines]) == (
        ("No target", "Restated"),
        [["restated"]],
    )


def test_rest_lists_the_values_that_counted_then(rest: Client, house: House) -> None:
    url = "/api/v1/measurements/?kpi=complaints&department=roads&period=2026-03"
    then, now = (rest.get(url + more).json()["results"] for more in ("&as_of=2026-04-30", ""))
    assert [row["value"] for row in then + now] == [30.0, 44.0]


def test_what_was_restated_is_listed_with_its_effect(house: House) -> None:
    since, until = _past(THEN), AsOf(timezone.localdate())
    found = read_restatements(house.plan, house.city["city"], QUARTER, since, until)
    said = {(str(each.kind), each.code, each.before, each.after) for each in found.changes}
    assert said == {
        ("value", "complaints", "30.0", "44.0"),
        ("target", "complaints", "10.0, red line 14.0", "15.0, red line 30.0"),
        (
            "definition",
            "complaints",
            "Default target: 8.0; Red line: 12.0",
            "Default target: 20.0; Red line: 60.0",
        ),
        ("link", "complaints", "weight 2", "weight 5"),
        ("link", "visits", "not linked", "weight 1"),
        ("placement", "O1", "Customers, weight 1", "Finance, weight 1"),
        ("placement", "O2", "nowhere", "Without a perspective, weight 1"),
        ("department", "parks", "under Works", "under Health"),
    }
    value = next(each for each in found.changes if each.kind == "value")
    assert (value.department, value.period, value.by, value.reason) == (
        "Roads",
        "March 2026",
        "Sam Staff",
        "Late forms added",
    )
    plan = found.effects[0]
    assert plan.then is not None
    assert (plan.kind, plan.differs) == ("plan", True)
    assert (plan.then.score.score, plan.now.score.score) == (
        _data(house.plan, house.city, since, "city")["score"],
        _data(house.plan, house.city, until, "city")["score"],
    )


def test_the_page_and_rest_list_the_same_restatements(client: Client, rest: Client, house: House) -> None:
    query = "?plan=h30&department=city&period=2026-Q1&from=2026-04-30"
    page = client.get(f"/performance/restatements/{query}")
    answer = rest.get(f"/api/v1/restatements/{query}").json()
    shown = [(each.code, each.before, each.after) for _word, each in page.context["changes"]]
    assert shown == [(each["code"], each["before"], each["after"]) for each in answer["changes"]]
    assert (answer["since"], answer["effects"][0]["code"]) == ("2026-04-30", "h30")
    file = client.get(f"/performance/restatements/{query}&format=csv").content.decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(file)))) == len(shown)


def test_restatements_need_a_day_before(client: Client, rest: Client, house: House) -> None:
    today = timezone.localdate().isoformat()
    assert client.get(f"/performance/restatements/?from={today}").status_code == 404
    assert rest.get(f"/api/v1/restatements/?from={today}").status_code == 400
