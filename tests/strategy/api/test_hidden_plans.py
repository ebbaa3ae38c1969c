"""A plan that one may not know of is as unknown to a filter as one that does not exist."""

import pytest
from django.test import Client

from org.actions import create_user
from strategy.models import Plan


@pytest.mark.parametrize("resource", ["objectives", "perspectives", "priorities"])
def test_a_hidden_plan_is_as_unknown_as_none(plan: Plan, resource: str) -> None:
    client = Client()
    client.force_login(create_user(by=None, email="viewer@city.example", name="Vi"))
    hidden = client.get(f"/api/v1/{resource}/?plan={plan.code}")
    unknown = client.get(f"/api/v1/{resource}/?plan=no-such-plan")
    assert (hidden.status_code, unknown.status_code) == (400, 400)
    assert hidden.json()["errors"][0]["code"] == unknown.json()["errors"][0]["code"]
