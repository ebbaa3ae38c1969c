"""A plan in force with something of everything, and people who change it."""

import datetime as dt
from collections.abc import Callable

import pytest

from kpis.models import KPI, Definition
from org.actions import create_department
from org.enums import Role
from org.models import Department, User
from strategy.actions import (
    add_objective,
    add_priority,
    add_value,
    create_plan,
    link_cause,
    link_kpi,
    set_plan_state,
)
from strategy.enums import PlanState
from strategy.models import (
    AnalysisItem,
    Goal,
    GoalStep,
    Objective,
    OperationalActivity,
    Plan,
    PlanSection,
    PriorityAnswer,
    StatementPart,
    SupportingDepartment,
)


@pytest.fixture
def executive(person: Callable[[str], User]) -> User:
    """Who approves."""
    return person(Role.EXECUTIVE)


@pytest.fixture
def city(db: None) -> Department:
    """The one department."""
    return create_department(by=None, code="city", name="City")


@pytest.fixture
def second_kpi(db: None) -> KPI:
    """Another monthly KPI."""
    kpi = KPI.objects.create(code="noise", name="Noise at night")
    Definition.objects.create(
        kpi=kpi, frequency="month", direction="down", time_rollup="sum", department_rollup="sum"
    )
    return kpi


@pytest.fixture
def active(staff: User, city: Department, kpi: KPI) -> Plan:
    """A plan in force."""
    plan = create_plan(by=staff, name="Harbour 2030", code="h30", vision="Calm water for all")
    part = StatementPart.objects.create(plan=plan, of="vision", text="Calm water")
    PlanSection.objects.create(plan=plan, title="Context", text="The sea rises.")
    add_value(by=staff, plan=plan, name="Candour", description="Say it")
    priority = add_priority(by=staff, plan=plan, code="P1", name="Friends with the sea")
    priority.serves.add(part)
    item = AnalysisItem.objects.create(plan=plan, statement="Old sea walls", lens="swot", quadrant="weakness")
    PriorityAnswer.objects.create(priority=priority, item=item)
    first = _objective(staff, plan, "O1", "Safer streets", city)
    second = _objective(staff, plan, "O2", "Quieter nights", city)
    link_kpi(by=staff, objective=first, kpi=kpi, weight=2.0)
    link_cause(by=staff, cause=second, effect=first, note="People sleep")
    SupportingDepartment.objects.create(objective=first, department=city, note="Lamps")
    goal = Goal.objects.create(
        objective=first, statement="Halve injuries", kpi=kpi, target=10.0, budget="5.50"
    )
    GoalStep.objects.create(goal=goal, name="Count them", due_on=dt.date(2027, 1, 1), who=staff)
    OperationalActivity.objects.create(plan=plan, objective=second, name="Rounds at night")
    set_plan_state(by=None, plan=plan, state=PlanState.ACTIVE)
    return plan


def _objective(by: User, plan: Plan, code: str, name: str, lead: Department) -> Objective:
    perspective, priority = plan.perspectives.get(code="process"), plan.priorities.get()
    return add_objective(
        by=by,
        plan=plan,
        code=code,
        name=name,
        perspective=perspective,
        priority=priority,
        lead=lead,
        owner=by,
    )
