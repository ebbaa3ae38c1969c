"""Pages of resources ask the database as often for many initiatives as for one."""

import datetime as dt

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from initiatives.enums import Stage
from initiatives.models import Allocation, Capacity, Dependency, Initiative, MoneyLine, Task, TechnologyUse
from tests.initiatives.means.conftest import Means

JANUARY, DECEMBER = dt.date(2026, 1, 1), dt.date(2030, 12, 1)
URLS = (
    "/portfolio/resources/",
    "/portfolio/capacities/",
    "/portfolio/technologies/",
    "/portfolio/coordination/",
    "/api/v1/resource-load/",
    "/api/v1/allocations/",
    "/api/v1/money-lines/",
    "/api/v1/overlaps/",
)


def more(means: Means, numbers: range) -> None:
    """An initiative for each number, with people, money, technology, and a task that waits for another's."""
    before = Task.objects.create(initiative=means.lamps, name="Before")
    for n in numbers:
        department = means.city[("roads", "parks", "health")[n % 3]]
        initiative = Initiative.objects.create(
            code=f"I{n}",
            name=f"Bus lanes in street {n}",
            purpose="Lanes for buses, so that they come in time.",
            stage=Stage.ACTIVE,
            department=department,
        )
        taken = {"department": department, "skill": means.digging, "fte": 0.7}
        Allocation.objects.create(
            initiative=initiative,
            first_month=JANUARY,
            last_month=DECEMBER,
            person=means.city.viewer,
            **taken,
        )
        Capacity.objects.create(first_month=dt.date(2000 + n, 1, 1), last_month=dt.date(2040, 1, 1), **taken)
        MoneyLine.objects.create(initiative=initiative, year=2026, source=means.source, budget=5)
        TechnologyUse.objects.create(initiative=initiative, technology=means.digger)
        Dependency.objects.create(
            before=before, after=Task.objects.create(initiative=initiative, name=f"After {n}")
        )


def counts(client: Client) -> dict[str, int]:
    found = {}
    for url in URLS:
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(url).status_code == 200, url
        found[url] = len(asked)
    return found


def test_more_initiatives_need_no_more_queries(means: Means) -> None:
    client = Client()
    client.force_login(means.city.head_of_works)
    more(means, range(1, 3))
    few = counts(client)
    more(means, range(3, 9))
    assert counts(client) == few
