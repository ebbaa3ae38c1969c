"""What is restricted leaks nowhere: no page, list, file, sum, search, calendar or item of somebody's work."""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.urls import NoReverseMatch, URLPattern, URLResolver, reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from core.due import due_from
from core.search import find
from initiatives.api.urls import router
from initiatives.enums import Bond, GateOutcome, Stage, UpdateState
from initiatives.models import (
    AffectedGroup,
    Allocation,
    Benefit,
    Capacity,
    Dependency,
    GateDecision,
    MoneyLine,
    PlanNotice,
    Skill,
    StatusUpdate,
    Task,
    Technology,
    TechnologyUse,
    UpdateQuestion,
)
from initiatives.urls import urlpatterns
from org.models import User
from tests.initiatives.portfolio.conftest import Town, make_town
from tests.kpis.test_import_pages import browser

pytestmark = pytest.mark.django_db
SECRETS = ("QUIET-TALKS", "Quietly", "Hushed", "7654321", "3.75")
"""The code, the name, whatever it holds is called, and amounts that stand nowhere else."""


@pytest.fixture(scope="module")
def town(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Town]:
    """The city with talks that hold one of everything, beside lamps that hold as much."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = make_town()
        fill(made)
        yield made
        transaction.set_rollback(True)


def fill(town: Town) -> None:
    """One of everything for the talks, and what of the lamps is bound to it."""
    today, month = timezone.localdate(), timezone.localdate().replace(day=1)
    late = today - dt.timedelta(days=40)
    skill = Skill.objects.create(code="law", name="Law")
    Capacity.objects.create(department=town.roads, skill=skill, first_month=month, fte=1)
    system = Technology.objects.create(code="map", name="The map", quantity=1)
    tasks = {}
    for initiative, word, amount, fte in (
        (town.talks, "Hushed", Decimal(7654321), 3.75),
        (town.lamps, "Bright", Decimal(1000), 0.5),
    ):
        tasks[word] = Task.objects.create(initiative=initiative, name=f"{word} task", ends_on=late)
        update = StatusUpdate.objects.create(
            initiative=initiative,
            due_on=late,
            state=UpdateState.SUBMITTED,
            submitted_at=timezone.now(),
            done=f"{word} deeds",
            help_needed=f"{word} help",
            schedule="red",
        )
        UpdateQuestion.objects.create(update=update, text=f"{word} question")
        MoneyLine.objects.create(initiative=initiative, year=today.year, budget=amount, note=f"{word} note")
        Allocation.objects.create(
            initiative=initiative,
            department=town.roads,
            skill=skill,
            first_month=month,
            last_month=month,
            fte=fte,
            note=f"{word} people",
        )
        TechnologyUse.objects.create(initiative=initiative, technology=system, note=f"{word} use")
        Benefit.objects.create(initiative=initiative, name=f"{word} benefit", money_a_year=amount)
        AffectedGroup.objects.create(initiative=initiative, name=f"{word} group", department=town.roads)
        GateDecision.objects.create(
            initiative=initiative,
            from_stage=Stage.ACTIVE,
            to_stage=Stage.COMPLETED,
            outcome=GateOutcome.WAITING,
            request=f"{word} request",
        )
    Dependency.objects.create(
        before=tasks["Hushed"], after=tasks["Bright"], bond=Bond.FINISH_START, note="Hushed bond"
    )
    PlanNotice.objects.create(initiative=town.lamps, task=tasks["Bright"], moved=tasks["Hushed"])


def routes(code: str) -> Iterator[str]:
    """What of the portfolio, and of what this code names, asks for nothing else: pages and REST."""
    for name in names_of([*urlpatterns, *router.urls]):
        for arguments in ([], [code]):
            try:
                yield reverse(name, args=arguments)
            except NoReverseMatch:
                continue


def names_of(patterns: Sequence[URLPattern | URLResolver]) -> Iterator[str]:
    """The names of all routes, those that are included too."""
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from names_of(each.url_patterns)
        else:
            yield str(each.name)


def addresses(town: Town) -> Iterator[str]:
    """Every page of the portfolio, of the lamps, and every list by REST; pages of other floors that list."""
    yield from routes("LAMPS")
    yield from routes(town.plan.code)
    yield f"{reverse('initiatives')}?format=csv"
    yield f"{reverse('initiatives')}?objective={town.objective.pk}"
    yield reverse("home")
    yield reverse("my_work")
    yield f"{reverse('search')}?q=quiet"
    yield reverse("plan", args=[town.plan.code])
    yield reverse("objective", args=[town.objective.pk])
    yield reverse("department", args=["city"])
    yield reverse("department", args=["roads"])


def said(answer: HttpResponseBase) -> str:
    """What an answer says, with figures as they would be without their groups."""
    body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return bytes(body).decode(errors="replace").replace("\u202f", "").replace(",", "")


@pytest.mark.parametrize("who", ["viewer", "lina", "hana"])
def test_no_page_and_no_list_tells_of_what_is_restricted(town: Town, who: str) -> None:
    user: User = getattr(town, who)
    client = browser(user)
    told = {}
    for address in addresses(town):
        answer = client.get(address)
        found = [secret for secret in SECRETS if secret in said(answer)] if answer.status_code == 200 else []
        if found or answer.status_code >= 500:
            told[address] = (answer.status_code, found)
    assert told == {}


def test_its_own_pages_do_not_exist_for_others(town: Town) -> None:
    client = browser(town.hana)
    found = {
        address: client.get(address).status_code
        for address in routes("QUIET-TALKS")
        if address.startswith("/initiatives/QUIET-TALKS/")
    }
    assert {address: status for address, status in found.items() if status not in (404, 405)} == {}
    assert len(found) > 10


def test_search_and_work_tell_only_those_who_may_know(town: Town) -> None:
    today = timezone.localdate()
    until = today + dt.timedelta(days=60)
    for user in (town.viewer, town.lina, town.hana):
        told = [
            *due_from(user, today, until),
            *[each for found in find(user, "quiet").values() for each in found],
        ]
        assert not [each for each in told if "QUIET-TALKS" in each.url], user
    assert [each.code for each in find(town.eve, "quiet")["initiatives"]] == ["QUIET-TALKS"]


def test_the_leadership_sees_it(town: Town) -> None:
    client = browser(town.eve)
    for route in ("initiatives", "initiative_board", "portfolio_status", "api-initiatives-list"):
        assert "QUIET-TALKS" in said(client.get(reverse(route))), route
