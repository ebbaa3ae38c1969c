"""The small city, stored anew for each test."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from org.actions import create_api_token
from org.models import User
from tests.core.api.conftest import Caller
from tests.kpis.city import City, make_city


@pytest.fixture
def city(db: None) -> City:
    """City → {Works → {Roads, Parks}, Health}, see `tests.kpis.city`."""
    return make_city()


@pytest.fixture
def token_of(db: None) -> Callable[..., Caller]:
    """Make a caller of the API that uses a new token of a user."""
    cache.clear()

    def make(user: User, *scopes: str, **options: Any) -> Caller:
        chosen = scopes or ("read", "measurements:write")
        _token, secret = create_api_token(by=user, user=user, scopes=chosen, **options)
        return Caller(Client(), Authorization=f"Bearer {secret}")

    return make


@pytest.fixture
def sam(city: City, token_of: Callable[..., Caller]) -> Caller:
    """A program of the strategy office."""
    return token_of(city.staff, "read", "write")
