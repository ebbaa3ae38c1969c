"""Pages ask the database as often for four hundred KPIs as for ten."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kpis.actions import Entry, create_kpi, open_series, record_measurements
from kpis.actions.rollup import roll_up_dirty
from kpis.models import KPI
from org.actions import create_api_token, create_department, create_user, grant_role
from org.enums import Role
from org.models import Department, User
from strategy.actions import add_objective, create_plan, link_kpi, set_plan_state
from strategy.enums import PlanState
from strategy.models import Objective, Plan

FEW, MANY, OBJECTIVES = 10, 400, 10
LONG_AGO = dt.date(2020, 1, 1)
JANUARY = 2025 * 12


@pytest.fixture
def staff(db: None) -> User:
    """A member of the strategy office: sees everything that a page can show."""
    user = create_user(by=None, email="sam@city.example", name="Sam")
    grant_role(by=None, user=user, role=Role.SMO_STAFF)
    return user


@pytest.fixture
def city(db: None) -> Department:
    """City → Works."""
    city = create_department(by=None, code="city", name="City")
    create_department(by=None, code="works", name="Works", parent=city)
    return city


@pytest.fixture
def plan(staff: User, city: Department) -> Plan:
    """An active plan of ten objectives, each measured by one KPI."""
    plan = create_plan(by=staff, name="Calm streets", code="calm")
    perspectives = list(plan.perspectives.all())
    for number in range(OBJECTIVES):
        perspective = perspectives[number % len(perspectives)]
        add_objective(by=staff, plan=plan, code=f"O{number}", name=f"Goal {number}", perspective=perspective)
    set_plan_state(by=None, plan=plan, state=PlanState.ACTIVE)
    grow(plan, staff, FEW)
    return plan


def grow(plan: Plan, staff: User, wanted: int) -> None:
    """Add KPIs, shared out over the objectives, each with a year of values, until there are `wanted`."""
    objectives = list(Objective.objects.filter(plan=plan))
    works = Department.objects.get(code="works")
    rows: list[Entry] = []
    for number in range(KPI.objects.count(), wanted):
        kpi = _kpi(staff, number)
        open_series(by=staff, kpi=kpi, department=works, steward=staff, since=LONG_AGO)
        objective = objectives[number % OBJECTIVES]
        link_kpi(by=None, objective=objective, kpi=kpi, weight=1.0, since=LONG_AGO)
        rows += [Entry(kpi.pk, works.pk, JANUARY + month, 80.0 + number % 40) for month in range(12)]
    record_measurements(by=staff, rows=rows)
    roll_up_dirty()


def _kpi(staff: User, number: int) -> KPI:
    return create_kpi(
        by=staff,
        code=f"K{number}",
        name=f"Measure {number}",
        owner=staff,
        frequency="month",
        direction="up",
        time_rollup="mean",
        department_rollup="mean",
        target=100.0,
        red_line=80.0,
    )


@pytest.fixture
def page(staff: User) -> Callable[[str], Any]:
    """Open a page as the strategy office."""
    client = Client()
    client.force_login(staff, backend="org.sign_in.EmailBackend")
    return client.get


@pytest.fixture
def rest(staff: User) -> Callable[[str], Any]:
    """Ask the API with a token."""
    _token, secret = create_api_token(by=staff, user=staff, scopes=["read"])
    return Client(headers={"Authorization": f"Bearer {secret}"}).get


WHERE = "?department=city&period=2025-Q4"
ADDRESSES = [
    ("page", f"/performance/scorecard/{WHERE}"),
    ("page", f"/performance/scorecard/{WHERE}&show=off&order=worst"),
    ("page", f"/performance/scorecard/{WHERE}&format=csv"),
    ("page", f"/performance/scorecard/{WHERE}&why=plan:"),
    ("page", f"/performance/why/{WHERE}&kind=objective&key=O1"),
    ("page", f"/performance/why/{WHERE}&kind=kpi&key=K1"),
    ("page", f"/{WHERE}"),
    ("page", f"/performance/departments/{WHERE}"),
    ("page", f"/performance/departments/works/{WHERE}"),
    ("page", f"/performance/kpis/{WHERE}"),
    ("page", "/my-work/"),
    ("page", "/my-work/?show=late"),
    ("page", "/my-work/by-kpi/"),
    ("page", "/strategy/plan/calm/"),
    ("page", "/departments/works/"),
    ("rest", f"/api/v1/scorecards/calm/{WHERE}"),
    ("rest", f"/api/v1/scorecards/calm/explain/{WHERE}"),
    ("rest", f"/api/v1/kpis/K1/explain/{WHERE}"),
    ("rest", "/api/v1/kpis/?limit=500"),
    ("rest", "/api/v1/series/?limit=500"),
    ("rest", "/api/v1/measurements/?limit=500"),
    ("rest", "/api/v1/objectives/?limit=500"),
]


def counted(get: Callable[[str], Any], url: str) -> int:
    """How many queries an address takes, once what a process keeps is there."""
    get(url)
    with CaptureQueriesContext(connection) as captured:
        assert get(url).status_code == 200
    return len(captured)


def test_four_hundred_kpis_ask_no_more_than_ten(
    plan: Plan, staff: User, page: Callable[[str], Any], rest: Callable[[str], Any]
) -> None:
    faces = {"page": page, "rest": rest}
    few = {url: counted(faces[face], url) for face, url in ADDRESSES}

    grow(plan, staff, MANY)

    many = {url: counted(faces[face], url) for face, url in ADDRESSES}
    for url, queries in many.items():
        print(f"{queries:4d} queries for {MANY} KPIs, {few[url]} for {FEW}: {url}")  # noqa: T201
    assert many == few
    scorecard = page(f"/performance/scorecard/{WHERE}").context["rows"]
    assert sum(row.kind == "kpi" for row in scorecard) == MANY
