"""Lists of risks ask the database as often for many risks as for few."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from risks.models import Mitigation, Risk
from tests.kpis.test_import_pages import browser
from tests.risks.conftest import Register
from tests.risks.test_register import rate

pytestmark = pytest.mark.django_db


def addresses(register: Register) -> Iterator[str]:
    """Lists of risks by page, file and REST, and pages of what they touch."""
    yield reverse("risks")
    yield f"{reverse('risks')}?format=csv"
    yield reverse("api-risks-list")
    yield reverse("api-risk-links-list")
    yield reverse("objective", args=[register.town.objective.pk])
    yield reverse("department", args=["city"])


def grow(register: Register, count: int) -> None:
    """So many more risks with everything that a list shows."""
    for number in range(count):
        risk = Risk.objects.create(
            code=f"MORE-{number}",
            title=f"More {number}",
            department=register.town.roads,
            owner=register.town.lina,
            category=register.category,
        )
        rate(register, risk, 2, 3)
        Mitigation.objects.create(risk=risk, name="Do it")
        risk.links.create(objective=register.town.objective)
        risk.concerned.create(department=register.town.works)


def test_many_risks_ask_no_more_than_few(register: Register) -> None:
    client = browser(register.staff)
    rate(register, register.frost, 2, 2)
    register.frost.concerned.create(department=register.town.works)
    counts = []
    for more in (0, 12):
        grow(register, more)
        asked = {}
        for address in addresses(register):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            asked[address] = len(queries)
        counts.append(asked)
    assert counts[0] == counts[1]
