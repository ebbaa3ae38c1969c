"""The strategy map in small on the home page."""

import pytest
from django.test import Client

from org.actions import create_department, create_user, grant_role
from org.enums import Role
from org.models import User
from strategy.actions import add_objective, create_plan, link_cause, unlink_cause
from strategy.enums import Influence
from strategy.models import Objective


@pytest.fixture
def staff(db: None) -> User:
    """A member of the strategy office."""
    create_department(by=None, code="city", name="City")
    user = create_user(by=None, email="sam@city.example", name="Sam")
    grant_role(by=None, user=user, role=Role.SMO_STAFF)
    return user


@pytest.fixture
def objectives(staff: User) -> tuple[Objective, Objective]:
    """Two objectives in two lanes; the first hinders the second."""
    plan = create_plan(by=staff, name="Harbour 2030", code="h30")
    process, customer = (plan.perspectives.get(code=code) for code in ("process", "customer"))
    first = add_objective(by=staff, plan=plan, code="A", name="Mend faster", perspective=process)
    second = add_objective(by=staff, plan=plan, code="B", name="Quiet nights", perspective=customer)
    link_cause(by=staff, cause=first, effect=second, influence=Influence.HINDERS)
    return first, second


def test_it_shows_lanes_with_links_and_what_bears_on_what(
    staff: User, objectives: tuple[Objective, Objective]
) -> None:
    client = Client()
    client.force_login(staff)

    page = client.get("/")

    shown = page.context["map"]
    lanes = [
        (lane.perspective.code, [line.objective.code for line in lane.objectives]) for lane in shown.lanes
    ]
    assert lanes == [("customer", ["B"]), ("process", ["A"])]
    text = " ".join(page.content.decode().split())
    assert "Mend faster hinders Quiet nights" in text
    assert f'href="/strategy/objective/{objectives[0].pk}/?' in text

    unlink_cause(by=staff, cause=objectives[0], effect=objectives[1])
    assert client.get("/").context["map"].arrows == ()
