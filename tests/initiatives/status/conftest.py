"""Initiatives that report, and the people who do; days count from today."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
from django.utils import timezone

from initiatives.actions.status import record_update
from initiatives.enums import Cadence, Confidentiality, Stage
from initiatives.models import Initiative, StatusUpdate
from org.actions import create_department, create_user, grant_role
from org.enums import Role
from org.models import Department, User

GREEN: dict[str, Any] = {"schedule": "green", "cost": "green", "scope": "green"}


@dataclass
class Town:
    """Lina leads `lamps` of Roads, nobody leads `trees` of Works, which Hana heads; `talks` are secret."""

    today: dt.date
    roads: Department
    lamps: Initiative
    trees: Initiative
    talks: Initiative
    lina: User
    hana: User
    eve: User
    staff: User
    viewer: User

    def ago(self, days: int) -> dt.date:
        """So many days before today."""
        return self.today - dt.timedelta(days=days)

    def reported(self, initiative: Initiative, days_ago: int, **fields: Any) -> StatusUpdate:
        """An update that was handed in for a day in the past, all green where nothing else is said."""
        said = {"done": "Something", **GREEN, **fields}
        return record_update(by=None, initiative=initiative, due_on=self.ago(days_ago), **said)


def someone(name: str, role: str, department: Department | None = None) -> User:
    """A person with a role."""
    user = create_user(by=None, email=f"{name.lower()}@city.example", name=name)
    grant_role(by=None, user=user, role=role, department=department)
    return user


@pytest.fixture
def town(db: None) -> Town:
    """City → Works → Roads; lamps and trees are active, weekly; the talks are Lina's sponsor's."""
    city = create_department(by=None, code="city", name="City")
    works = create_department(by=None, code="works", name="Works", parent=city)
    roads = create_department(by=None, code="roads", name="Roads", parent=works)
    lina, viewer = someone("Lina", Role.CONTRIBUTOR, roads), someone("Vera", Role.VIEWER)
    hana, eve = someone("Hana", Role.DEPARTMENT_HEAD, works), someone("Eve", Role.EXECUTIVE)
    staff = someone("Sam", Role.SMO_STAFF)
    active: dict[str, Any] = {"stage": Stage.ACTIVE, "cadence": Cadence.WEEKLY}
    return Town(
        today=timezone.localdate(),
        roads=roads,
        lamps=Initiative.objects.create(code="LAMPS", name="Lamps", department=roads, lead=lina, **active),
        trees=Initiative.objects.create(code="TREES", name="Trees", department=works, **active),
        talks=Initiative.objects.create(
            code="TALKS",
            name="Quiet talks",
            department=city,
            sponsor=eve,
            confidentiality=Confidentiality.RESTRICTED,
            **active,
        ),
        lina=lina,
        hana=hana,
        eve=eve,
        staff=staff,
        viewer=viewer,
    )
