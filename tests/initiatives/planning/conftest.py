"""Two initiatives whose plans hang together, and the people who do the work."""

import datetime as dt
from dataclasses import dataclass, field

import pytest
from django.test import Client
from django.utils import timezone

from initiatives.actions.planning import add_task, link_tasks
from initiatives.enums import Confidentiality, Stage, TaskKind
from initiatives.models import Initiative, Task
from org.actions import create_department, create_user, grant_role
from org.enums import Role
from org.models import User


@dataclass
class Town:
    """`bridge` (led by Lena) waits for `road` (led by Rolf) by Pave → Open; days count from today."""

    today: dt.date
    bridge: Initiative
    road: Initiative
    lena: User
    rolf: User
    viewer: User
    tasks: dict[str, Task] = field(default_factory=dict)

    def day(self, number: int) -> dt.date:
        """So many days from today."""
        return self.today + dt.timedelta(days=number)

    def add(
        self, initiative: Initiative, name: str, first: int | None, last: int | None, **more: object
    ) -> Task:
        """A task from a day to another, counted from today; without a first day a milestone."""
        days = {"starts_on": self.day(first)} if first is not None else {"kind": TaskKind.MILESTONE}
        if last is not None:
            days["ends_on"] = self.day(last)
        task = add_task(by=None, initiative=initiative, name=name, **days, **more)
        self.tasks[name] = task
        return task


def session(user: User) -> Client:
    """Signed in."""
    client = Client()
    client.force_login(user, backend="org.sign_in.EmailBackend")
    return client


@pytest.fixture
def town(db: None) -> Town:
    """The bridge: phase Build with Dig and Pour, milestone Open; the road: Pave, on which Open waits."""
    city = create_department(by=None, code="city", name="City")
    people = {}
    for name in ("lena", "rolf", "viewer"):
        people[name] = create_user(by=None, email=f"{name}@city.example", name=name.title())
        grant_role(by=None, user=people[name], role=Role.VIEWER)
    made = [
        Initiative.objects.create(
            code=code, name=f"The {code.lower()}", stage=Stage.ACTIVE, department=city, lead=people[lead]
        )
        for code, lead in (("BRIDGE", "lena"), ("ROAD", "rolf"))
    ]
    town = Town(timezone.localdate(), made[0], made[1], people["lena"], people["rolf"], people["viewer"])
    build = town.add(town.bridge, "Build", 0, 0)
    town.add(town.bridge, "Dig", -10, -1, part_of=build, owner=town.lena, weight=3.0)
    town.add(town.bridge, "Pour", 0, 9, part_of=build, owner=town.rolf)
    town.add(town.bridge, "Open", None, 12)
    town.add(town.road, "Pave", 1, 9)
    tasks = town.tasks
    link_tasks(by=None, before=tasks["Dig"], after=tasks["Pour"])
    link_tasks(by=None, before=tasks["Pour"], after=tasks["Open"], lag_days=2)
    link_tasks(by=None, before=tasks["Pave"], after=tasks["Open"])
    return town


def hide(initiative: Initiative) -> None:
    """Let only its people know of it."""
    initiative.confidentiality = Confidentiality.RESTRICTED
    initiative.save()
