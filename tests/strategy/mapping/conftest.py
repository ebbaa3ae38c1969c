"""A plan with a map: two lanes, three objectives, two arrows."""

import pytest

from org.models import User
from strategy.actions import add_objective, link_cause
from strategy.models import Objective, Plan


@pytest.fixture
def mapped(staff: User, plan: Plan) -> dict[str, Objective]:
    """A → B → C; A and B in the processes' lane, C in the customers'."""
    lanes = {each.code: each for each in plan.perspectives.all()}
    made = {
        code: add_objective(by=staff, plan=plan, code=code, name=f"Objective {code}", perspective=lanes[lane])
        for code, lane in (("A", "process"), ("B", "process"), ("C", "customer"))
    }
    link_cause(by=staff, cause=made["A"], effect=made["B"], note="because", lag_months=6)
    link_cause(by=staff, cause=made["B"], effect=made["C"], influence="hinders")
    return made
