"""The initiatives of the matrix's world, which every topic may furnish further."""

from dataclasses import dataclass

from initiatives.enums import Confidentiality, Stage
from initiatives.models import Contribution, Initiative
from org.enums import Role
from org.models import Department, User
from strategy.enums import PlanState
from strategy.models import Plan


@dataclass(frozen=True)
class Made:
    """`led`: of Works, led by the contributor; `restricted`: of Health, for the leadership; `idea`: City."""

    led: Initiative
    restricted: Initiative
    idea: Initiative


def make(people: dict[str, User], plans: dict[str, Plan]) -> Made:
    """Three initiatives: under way, restricted and under way, and an idea."""
    department = {each.code: each for each in Department.objects.all()}
    led = Initiative.objects.create(
        code="I1",
        name="Lamps that last",
        stage=Stage.ACTIVE,
        department=department["works"],
        sponsor=people[Role.EXECUTIVE],
        lead=people[Role.CONTRIBUTOR],
    )
    restricted = Initiative.objects.create(
        code="I2",
        name="Quiet talks",
        stage=Stage.ACTIVE,
        confidentiality=Confidentiality.RESTRICTED,
        department=department["health"],
    )
    idea = Initiative.objects.create(code="I3", name="A cable car", department=department["city"])
    objective = plans[PlanState.ACTIVE].objectives.get(code="O2")
    Contribution.objects.create(initiative=led, objective=objective)
    return Made(led, restricted, idea)
