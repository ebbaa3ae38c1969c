"""A small city, people and programs that call the API."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from org.actions import create_api_token, create_department, create_user, grant_role
from org.enums import Role
from org.models import Department, User


class Caller:
    """A program with its token, or a person with a session."""

    def __init__(self, client: Client, **headers: str) -> None:
        self.client, self.headers = client, headers

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Call the API; the body is sent as JSON."""
        return self.client.generic(
            method,
            f"/api/v1/{path}",
            b"" if body is None else json.dumps(body),
            content_type="application/json",
            headers={**self.headers, **headers},
        )


@pytest.fixture(autouse=True)
def _fresh_counts() -> None:
    cache.clear()


@pytest.fixture
def administrator(db: None) -> User:
    """Who may edit people and departments."""
    user = create_user(by=None, email="ada@city.example", name="Ada Admin")
    grant_role(by=None, user=user, role=Role.ADMINISTRATOR)
    return user


@pytest.fixture
def viewer(db: None) -> User:
    """Who may read what is published."""
    user = create_user(by=None, email="vera@city.example", name="Vera Viewer")
    grant_role(by=None, user=user, role=Role.VIEWER)
    return user


@pytest.fixture
def token_of(db: None) -> Callable[..., Caller]:
    """Make a caller that uses a new token of a user."""

    def make(user: User, *scopes: str, **options: Any) -> Caller:
        _token, secret = create_api_token(by=user, user=user, scopes=scopes or ("read", "write"), **options)
        return Caller(Client(), Authorization=f"Bearer {secret}")

    return make


@pytest.fixture
def session_of(db: None) -> Callable[[User], Caller]:
    """Make a caller with a session; CSRF is enforced as in a browser."""

    def make(user: User) -> Caller:
        client = Client(enforce_csrf_checks=True)
        client.force_login(user, backend="org.sign_in.EmailBackend")
        return Caller(client)

    return make


@pytest.fixture
def call(token_of: Callable[..., Caller], administrator: User) -> Caller:
    """The administrator's program."""
    return token_of(administrator)


@pytest.fixture
def city(administrator: User) -> Department:
    """City → Works → Roads, Parks."""
    city = create_department(by=administrator, code="CITY", name="City")
    works = create_department(by=administrator, code="WORKS", name="Works", parent=city)
    create_department(by=administrator, code="ROADS", name="Roads", parent=works)
    create_department(by=administrator, code="PARKS", name="Parks", parent=works)
    return city


def codes(response: Any) -> list[str]:
    """The codes on a page."""
    return [row["code"] for row in response.json()["results"]]
