"""A small city with its administrator and an ordinary reader, and browsers signed in as them."""

import pytest
from django.test import Client

from org.actions import create_department, create_user, grant_role
from org.enums import Role
from org.models import Department, User


@pytest.fixture
def tree(db: None) -> dict[str, Department]:
    """City → {Works → Roads, Health}."""
    city = create_department(by=None, code="city", name="City")
    works = create_department(by=None, code="works", name="Works", parent=city)
    roads = create_department(by=None, code="roads", name="Roads", parent=works)
    health = create_department(by=None, code="health", name="Health", parent=city)
    return {"city": city, "works": works, "roads": roads, "health": health}


@pytest.fixture
def admin(db: None) -> User:
    """The administrator."""
    user = create_user(by=None, email="ada@example.org", name="Ada")
    grant_role(by=None, user=user, role=Role.ADMINISTRATOR)
    return user


@pytest.fixture
def reader(db: None) -> User:
    """Somebody who may only read."""
    user = create_user(by=None, email="vi@example.org", name="Vi")
    grant_role(by=None, user=user, role=Role.VIEWER)
    return user


@pytest.fixture
def as_admin(admin: User) -> Client:
    """A browser in which the administrator is signed in."""
    client = Client()
    client.force_login(admin)
    return client


@pytest.fixture
def as_reader(reader: User) -> Client:
    """A browser in which the reader is signed in."""
    client = Client()
    client.force_login(reader)
    return client
