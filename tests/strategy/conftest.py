"""People, a plan and KPIs for the tests of the strategy."""

import datetime as dt
from collections.abc import Callable

import pytest

from kpis.models import KPI, Definition
from org.actions import create_user, grant_role
from org.enums import Role
from org.models import User
from strategy.actions import add_objective, create_plan
from strategy.models import Objective, Plan

NEW_YEAR = dt.date(2026, 1, 1)


@pytest.fixture
def person(db: None) -> Callable[[str], User]:
    """Make a person who holds a role on the whole organisation."""

    def make(role: str) -> User:
        user = create_user(by=None, email=f"{role}@city.example", name=role.title())
        grant_role(by=None, user=user, role=role)
        return user

    return make


@pytest.fixture
def staff(person: Callable[[str], User]) -> User:
    """A member of the strategic management office."""
    return person(Role.SMO_STAFF)


@pytest.fixture
def plan(staff: User) -> Plan:
    """A draft with the four perspectives of the Balanced Scorecard."""
    return create_plan(by=staff, name="Harbour 2030", code="h30")


@pytest.fixture
def objective(plan: Plan, staff: User) -> Objective:
    """An unplaced objective of the plan."""
    return add_objective(by=staff, plan=plan, code="O1", name="Safer streets")


@pytest.fixture
def kpi(db: None) -> KPI:
    """A monthly KPI."""
    kpi = KPI.objects.create(code="injuries", name="Serious road injuries")
    Definition.objects.create(
        kpi=kpi, frequency="month", direction="down", time_rollup="sum", department_rollup="sum"
    )
    return kpi
