"""A small portfolio: a wall that is under way, two initiatives and an idea that compete for 5 million."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from initiatives.actions.optimising import compute_scenario, create_scenario, run_scenario
from initiatives.enums import MoneyKind, Stage
from initiatives.models import Allocation, Capacity, Contribution, Initiative, MoneyLine, Scenario, Skill
from initiatives.optimising.asked import Asked
from org.actions import create_department, create_user, grant_role
from org.enums import Role
from org.models import User
from strategy.actions import add_objective, create_plan
from strategy.models import Plan

MILLION = 1_000_000


@dataclass(frozen=True)
class World:
    """Staff, a plan with the objectives O1 and O2, and initiatives by code."""

    staff: User
    plan: Plan
    initiatives: dict[str, Initiative]

    def scenario(self, **limits: Any) -> Scenario:
        """A scenario of two years, 2026 and 2027."""
        asked = Asked(**{"later": 0.1, **limits})
        return create_scenario(
            by=self.staff, name="Try", first_year=2026, years=2, plan=self.plan, limits=asked
        )


@pytest.fixture
def world(db: None) -> World:
    """WALL (active) takes 2 M in 2026; BUS 3 M and one engineer, LOOP 2 M, IDEA 1 M, all in one year."""
    staff = create_user(by=None, email="smo@city.example", name="Sam")
    grant_role(by=None, user=staff, role=Role.SMO_STAFF)
    plan = create_plan(by=staff, name="Harbour", code="h")
    objectives = [add_objective(by=staff, plan=plan, code=code, name=code) for code in ("O1", "O2")]
    made = {}
    for code, stage, strength, year, millions in (
        ("WALL", Stage.ACTIVE, 1, 2026, 2),
        ("BUS", Stage.APPROVED, 3, 2026, 3),
        ("LOOP", Stage.PROPOSED, 2, 2026, 2),
        ("IDEA", Stage.IDEA, 1, 2027, 1),
    ):
        made[code] = Initiative.objects.create(
            code=code, name=code.title(), stage=stage, starts_on=dt.date(year, 3, 1)
        )
        Contribution.objects.create(
            initiative=made[code], objective=objectives[code == "IDEA"], strength=strength
        )
        MoneyLine.objects.create(
            initiative=made[code], year=year, kind=MoneyKind.CAPITAL, budget=millions * MILLION
        )
    _people(made["BUS"])
    return World(staff, plan, made)


def _people(bus: Initiative) -> None:
    skill = Skill.objects.create(code="engineering", name="Engineering")
    city = create_department(by=None, code="city", name="City")
    january, december = dt.date(2026, 1, 1), dt.date(2026, 12, 1)
    Capacity.objects.create(department=city, skill=skill, first_month=january, fte=1.5)
    Allocation.objects.create(
        initiative=bus, department=city, skill=skill, first_month=january, last_month=december, fte=1
    )


@pytest.fixture
def solved(world: World) -> Callable[[Scenario], Scenario]:
    """Run a scenario as a worker would, at once."""

    def act(scenario: Scenario) -> Scenario:
        run_scenario(by=world.staff, scenario=scenario)
        compute_scenario(scenario.pk)
        scenario.refresh_from_db()
        return scenario

    return act
