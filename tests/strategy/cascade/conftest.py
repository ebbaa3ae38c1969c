"""A small city whose strategy has three objectives, and the people who take it to the departments."""

from dataclasses import dataclass

import pytest

from org.actions import create_user, grant_role
from org.enums import Role
from org.models import User
from strategy.actions import add_objective, create_plan, link_kpi, set_plan_state
from strategy.actions.cascade import begin_part
from strategy.enums import PlanState
from strategy.models import Objective, Plan
from tests.kpis.city import City, make_city


@dataclass(frozen=True)
class Cascade:
    """The city, its strategy (O1 of Roads, O2 of Health, O3 of nobody) and the draft of Works."""

    city: City
    strategy: Plan
    works: Plan
    executive: User

    @property
    def head(self) -> User:
        """Who heads Works, with Roads and Parks below."""
        return self.city.head_of_works

    @property
    def staff(self) -> User:
        """Somebody of the strategy office."""
        return self.city.staff

    def objective(self, code: str) -> Objective:
        """An objective of the strategy."""
        return self.strategy.objectives.get(code=code)


def person(name: str, role: str, city: City, department: str = "") -> User:
    """Somebody else with a role."""
    user = create_user(by=None, email=f"{name.lower()}@city.example", name=name)
    grant_role(by=None, user=user, role=role, department=city[department] if department else None)
    return user


@pytest.fixture
def cascade(db: None) -> Cascade:
    """The strategy in force, Works about to write its part."""
    city = make_city()
    strategy = create_plan(by=city.staff, name="Harbour 2030", code="h30", vision="Calm water")
    customer = strategy.perspectives.get(code="customer")
    for code, lead, owner in (("O1", "roads", city.staff), ("O2", "health", city.staff), ("O3", "", None)):
        objective = add_objective(
            by=city.staff,
            plan=strategy,
            code=code,
            name=f"Objective {code}",
            perspective=customer,
            weight=2,
            owner=owner,
            lead=city[lead] if lead else None,
        )
        if code != "O3":
            link_kpi(by=city.staff, objective=objective, kpi=city.complaints, weight=3)
    link_kpi(by=city.staff, objective=strategy.objectives.get(code="O1"), kpi=city.budget)
    set_plan_state(by=None, plan=strategy, state=PlanState.ACTIVE)
    works = begin_part(by=city.head_of_works, part_of=strategy, department=city["works"])
    return Cascade(city, strategy, works, person("Elena", Role.EXECUTIVE, city))
