"""A small city with a plan, initiatives that serve it, and the people around them."""

from dataclasses import dataclass

import pytest

from initiatives.enums import Confidentiality, Stage
from initiatives.models import Contribution, Initiative
from org.actions import create_department
from org.enums import Role
from org.models import Department, User
from strategy.actions import add_objective, create_plan, set_plan_state
from strategy.enums import PlanState
from strategy.models import Objective, Plan
from tests.initiatives.status.conftest import someone


@dataclass(frozen=True)
class Town:
    """Lina leads `lamps` of Roads (below Works, which Hana heads); `talks` of City are restricted, Eve's."""

    city: Department
    works: Department
    roads: Department
    plan: Plan
    objective: Objective
    lamps: Initiative
    trees: Initiative
    talks: Initiative
    lina: User
    hana: User
    eve: User
    emil: User
    staff: User
    viewer: User


def make_town() -> Town:
    """Store it; the lamps are proposed, the trees an idea, the talks under way."""
    city = create_department(by=None, code="city", name="City")
    works = create_department(by=None, code="works", name="Works", parent=city)
    roads = create_department(by=None, code="roads", name="Roads", parent=works)
    plan = create_plan(by=None, name="Harbour 2030", code="h30")
    objective = add_objective(by=None, plan=plan, code="O1", name="Light after dark", lead=roads)
    set_plan_state(by=None, plan=plan, state=PlanState.ACTIVE)
    lina, viewer = someone("Lina", Role.CONTRIBUTOR, roads), someone("Vera", Role.VIEWER)
    eve, emil = someone("Eve", Role.EXECUTIVE), someone("Emil", Role.EXECUTIVE)
    lamps = Initiative.objects.create(
        code="LAMPS", name="Lamps that last", department=roads, lead=lina, stage=Stage.PROPOSED
    )
    trees = Initiative.objects.create(code="TREES", name="More trees", department=works)
    talks = Initiative.objects.create(
        code="QUIET-TALKS",
        name="Quietly selling",
        department=city,
        sponsor=eve,
        stage=Stage.ACTIVE,
        confidentiality=Confidentiality.RESTRICTED,
    )
    for initiative in (lamps, talks):
        Contribution.objects.create(initiative=initiative, objective=objective, strength=3)
    return Town(
        city=city,
        works=works,
        roads=roads,
        plan=plan,
        objective=objective,
        lamps=lamps,
        trees=trees,
        talks=talks,
        lina=lina,
        hana=someone("Hana", Role.DEPARTMENT_HEAD, works),
        eve=eve,
        emil=emil,
        staff=someone("Sam", Role.SMO_STAFF),
        viewer=viewer,
    )


@pytest.fixture
def town(db: None) -> Town:
    """The city of one test."""
    return make_town()
