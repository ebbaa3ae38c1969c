"""A draft, who is asked about it, and a round."""

from collections.abc import Callable

import pytest
from django.test import Client

from org.actions import create_department, create_user, grant_role
from org.enums import Role
from org.models import Department, User
from strategy.actions import add_objective, add_priority, add_value, create_plan
from strategy.actions.consultation import begin_consultation, invite, open_consultation
from strategy.models import Consultation, Plan


@pytest.fixture
def city(db: None) -> Department:
    """The city, with Works and Health below it and Roads below Works."""
    city = create_department(by=None, code="city", name="City")
    works = create_department(by=None, code="works", name="Works", parent=city)
    create_department(by=None, code="roads", name="Roads", parent=works)
    create_department(by=None, code="health", name="Health", parent=city)
    return city


@pytest.fixture
def works(city: Department) -> Department:
    """The department of the head."""
    return Department.objects.get(code="works")


def someone(name: str, role: str = Role.VIEWER, department: Department | None = None) -> User:
    """A person with a role somewhere."""
    user = create_user(by=None, email=f"{name.lower()}@city.example", name=name)
    grant_role(by=None, user=user, role=role, department=department)
    return user


@pytest.fixture
def head(works: Department) -> User:
    """The head of Works."""
    return someone("Hedda", Role.DEPARTMENT_HEAD, works)


@pytest.fixture
def viewer(city: Department) -> User:
    """Somebody who reads what is published."""
    return someone("Vito")


@pytest.fixture
def draft(staff: User, city: Department) -> Plan:
    """A draft that says a little of everything."""
    plan = create_plan(by=staff, name="Harbour 2035", code="h35", vision="Calm water", mission="We mend.")
    add_value(by=staff, plan=plan, name="Candour", description="We say it plainly.")
    priority = add_priority(by=staff, plan=plan, code="P1", name="Short ways")
    add_objective(by=staff, plan=plan, code="O1", name="Safer streets", priority=priority)
    return plan


@pytest.fixture
def consultation(draft: Plan, staff: User, head: User, works: Department) -> Consultation:
    """An open round to which Works is invited."""
    consultation = begin_consultation(by=staff, plan=draft, name="First round")
    invite(by=staff, consultation=consultation, departments=[works])
    open_consultation(by=staff, consultation=consultation)
    return consultation


@pytest.fixture
def browser() -> Callable[[User], Client]:
    """The browser of somebody who has signed in."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="org.sign_in.EmailBackend")
        return client

    return signed_in
