"""The risks of the matrix's world, which every topic may furnish further."""

from dataclasses import dataclass

from org.enums import Role
from org.models import Department, User
from risks.enums import Confidentiality
from risks.models import Risk, RiskLink, RiskMatrix
from strategy.enums import PlanState
from strategy.models import Plan

LEVELS = [{"label": str(level), "text": ""} for level in (1, 2, 3)]
BANDS = [
    {"key": "low", "label": "Low", "tone": "low", "least": 1, "review_months": 12},
    {"key": "high", "label": "High", "tone": "high", "least": 5, "review_months": 3},
]


@dataclass(frozen=True)
class Made:
    """`owned`: of Works, the contributor's; `secret`: of Works, restricted; `elsewhere`: of Health."""

    owned: Risk
    secret: Risk
    elsewhere: Risk
    matrix: RiskMatrix


def make(people: dict[str, User], plans: dict[str, Plan]) -> Made:
    """A matrix of 3 × 3 and three risks; the first touches an objective."""
    matrix = RiskMatrix.objects.create(
        name="Three", likelihoods=LEVELS, impacts=LEVELS, bands=BANDS, is_current=True
    )
    department = {each.code: each for each in Department.objects.all()}
    owned = Risk.objects.create(
        code="R1", title="Lamps fail in frost", department=department["works"], owner=people[Role.CONTRIBUTOR]
    )
    secret = Risk.objects.create(
        code="R2",
        title="The contractor fails",
        department=department["works"],
        confidentiality=Confidentiality.RESTRICTED,
        owner=people[Role.SMO_STAFF],
    )
    elsewhere = Risk.objects.create(code="R3", title="No nurses", department=department["health"])
    RiskLink.objects.create(risk=owned, objective=plans[PlanState.ACTIVE].objectives.get(code="O2"))
    return Made(owned, secret, elsewhere, matrix)
