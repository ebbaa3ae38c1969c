"""A city whose objectives are measured by KPIs with two months of values, for the tests of explanations."""

import datetime as dt

import pytest
from django.utils import timezone

from kpis.actions import Entry, create_kpi, open_series, record_measurements
from kpis.actions.rollup import roll_up_dirty
from kpis.models import KPI
from org.actions import create_department, create_user
from org.models import Department, User
from strategy.actions import add_objective, create_plan, link_kpi
from strategy.models import Plan

YEAR = timezone.localdate().year - 1
NEW_YEAR = dt.date(YEAR, 1, 1)
JANUARY = YEAR * 12
FEBRUARY = f"{YEAR}-02"
UP = {"direction": "up", "target": 200.0, "red_line": 100.0}


@pytest.fixture
def city(db: None) -> dict[str, Department]:
    """City → {Works, Health}."""
    top = create_department(by=None, code="city", name="City")
    below = {
        code: create_department(by=None, code=code, name=code.title(), parent=top)
        for code in ("works", "health")
    }
    return {"city": top, **below}


@pytest.fixture
def steward(db: None) -> User:
    """Who reports for Works."""
    return create_user(by=None, email="stella@city.example", name="Stella Steward")


@pytest.fixture
def plan(city: dict[str, Department], steward: User) -> Plan:
    """Two objectives in two perspectives: streets (rate, injuries) and money (budget)."""
    plan = create_plan(by=None, name="Harbour 2030", code="h30", default_perspectives=True)
    first, second, *_others = plan.perspectives.all()
    streets = add_objective(by=None, plan=plan, code="O1", name="Safer streets", perspective=first)
    money = add_objective(by=None, plan=plan, code="O2", name="Enough money", perspective=second)
    rate = make_kpi("rate", **UP, time_rollup="mean", department_rollup="mean")
    injuries = make_kpi("injuries", direction="down", target=8.0, red_line=12.0)
    budget = make_kpi("budget", **UP)
    for objective, kpi, weight in ((streets, rate, 1.0), (streets, injuries, 3.0), (money, budget, 1.0)):
        link_kpi(by=None, objective=objective, kpi=kpi, weight=weight, since=NEW_YEAR)
    for kpi in (rate, injuries, budget):
        open_series(by=None, kpi=kpi, department=city["works"], steward=steward, since=NEW_YEAR)
    report(rate, city["works"], 100, 150)
    report(injuries, city["works"], 8, 10)
    report(budget, city["works"], 200, 200)
    roll_up_dirty()
    return plan


def make_kpi(code: str, **definition: object) -> KPI:
    """A monthly KPI."""
    added = {"time_rollup": "sum", "department_rollup": "sum", "frequency": "month", "decimals": 1}
    return create_kpi(by=None, code=code, name=code.title(), **{**added, **definition})


def report(kpi: KPI, department: Department, *values: float) -> None:
    """Record monthly values from January on."""
    rows = [Entry(kpi.pk, department.pk, JANUARY + i, value) for i, value in enumerate(values)]
    record_measurements(by=None, rows=rows)
