"""A city with a plan, a measured objective and goals."""

import datetime as dt
from dataclasses import dataclass

import pytest

from kpis.actions import Entry, record_measurements, roll_up_all
from org.actions import create_user
from org.models import User
from strategy.actions import add_objective, add_priority, create_plan, link_kpi, set_plan_state
from strategy.actions.goals import add_goal, add_step
from strategy.enums import PlanState
from strategy.models import Goal, GoalStep, Objective, Plan
from tests.kpis.city import City, make_city, month

TODAY = dt.date(2026, 11, 22)


@dataclass(frozen=True)
class Town:
    """The small city with an active plan: Roads leads O1, Olga owns it; Gil owns its goal, Stan its step."""

    city: City
    plan: Plan
    objective: Objective
    goal: Goal
    step: GoalStep
    olga: User
    gil: User
    stan: User


def complaints(city: City, *values: float, first: int) -> None:
    """Monthly complaints of Roads, and as many of Parks, from a month on, in the cells."""
    rows = [
        Entry(city.complaints.pk, city[code].pk, first + n, value)
        for n, value in enumerate(values)
        for code in ("roads", "parks")
    ]
    record_measurements(by=city.staff, rows=rows)
    roll_up_all(as_of=TODAY)


@pytest.fixture
def town(db: None) -> Town:
    """Everything said by the system, as it was agreed before."""
    city = make_city()
    olga, gil, stan = (
        create_user(by=None, email=f"{name.lower()}@city.example", name=f"{name} Someone")
        for name in ("Olga", "Gil", "Stan")
    )
    plan = create_plan(by=None, name="Harbour 2030", code="h30", ends_on=dt.date(2030, 12, 31))
    priority = add_priority(by=None, plan=plan, code="P1", name="Calm streets")
    objective = add_objective(
        by=None,
        plan=plan,
        code="O1",
        name="Fewer complaints",
        lead=city["roads"],
        owner=olga,
        priority=priority,
    )
    add_objective(by=None, plan=plan, code="O2", name="Clean parks", lead=city["parks"])
    link_kpi(by=None, objective=objective, kpi=city.complaints)
    goal = add_goal(
        by=None,
        objective=objective,
        statement="Cut complaints about roads to 6 a month",
        kpi=city.complaints,
        department=city["roads"],
        baseline=10.0,
        baseline_on=dt.date(2025, 12, 31),
        target=6.0,
        due_on=dt.date(2027, 12, 31),
        owner=gil,
        resources="The mending crew",
    )
    step = add_step(by=None, goal=goal, name="Map every pothole", who=stan, due_on=dt.date(2026, 10, 1))
    set_plan_state(by=None, plan=plan, state=PlanState.ACTIVE)
    return Town(city, plan, objective, goal, step, olga, gil, stan)


@pytest.fixture
def measured(town: Town) -> Town:
    """With complaints from 12 a month down to 8 over two years and ten months."""
    complaints(town.city, *[12.0] * 12, *[10.0] * 12, *[8.0] * 10, first=month(2024, 1))
    return town
