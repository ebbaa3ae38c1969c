"""What is restricted leaks nowhere: no page, list, file, sum, picture, search, REST or item of one's work."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from core.due import due_from
from core.search import find
from kpis.actions import create_kpi
from kpis.models import KPI
from org.models import User
from risks.api.urls import router
from risks.enums import RatingKind, Spread
from risks.models import (
    ContingencyPlan,
    ContingencyStep,
    Escalation,
    Mitigation,
    RatingProposal,
    Risk,
    RiskControl,
    RiskFactor,
    RiskIndicator,
    RiskQuantity,
    RiskRating,
    RiskReview,
)
from risks.urls import urlpatterns
from tests.initiatives.portfolio.conftest import make_town
from tests.initiatives.test_leaks import names_of, said
from tests.kpis.test_import_pages import browser
from tests.risks.conftest import Register, make_register

pytestmark = pytest.mark.django_db
SECRETS = ("HUSHED", "Whisper", "7654321")
"""The code, the word in whatever it holds, and an amount that stands nowhere else."""


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Register]:
    """The register, with one of everything for the restricted risk beside as much for the frost."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = make_register(make_town())
        create_kpi(
            by=None,
            code="dark-nights",
            name="Dark nights",
            frequency="month",
            direction="down",
            time_rollup="sum",
            department_rollup="sum",
        )
        Risk.objects.filter(pk=made.frost.pk).update(owner=made.town.lina)
        for risk, word, amount in ((made.secret, "Whispered", 7654321), (made.frost, "Bright", 1000)):
            fill(made, risk, word, amount)
        yield made
        transaction.set_rollback(True)


def fill(made: Register, risk: Risk, word: str, amount: int) -> None:
    """One of everything, late where it can be."""
    late = timezone.localdate() - dt.timedelta(days=40)
    for kind in RatingKind.values:
        RiskRating.objects.create(
            risk=risk, kind=kind, matrix=made.matrix, likelihood=3, impact=3, score=9, rated_on=late,
            rationale=f"{word} reasons",
        )  # fmt: skip
    factor = RiskFactor.objects.create(risk=risk, side="cause", text=f"{word} cause")
    RiskControl.objects.create(risk=risk, factor=factor, name=f"{word} control")
    action = Mitigation.objects.create(risk=risk, name=f"{word} action", due_on=late, cost=amount)
    RatingProposal.objects.create(risk=risk, mitigation=action, likelihood=1, impact=1)
    plan = ContingencyPlan.objects.create(risk=risk, name=f"{word} plan", cost=amount)
    ContingencyStep.objects.create(plan=plan, name=f"{word} step")
    Escalation.objects.create(risk=risk, reason=f"{word} escalation")
    RiskIndicator.objects.create(
        risk=risk, kpi=KPI.objects.get(code="dark-nights"), trigger=amount, value=amount
    )
    RiskReview.objects.create(risk=risk, reviewed_on=late, note=f"{word} review")
    RiskQuantity.objects.create(
        risk=risk, probability=0.5, spread=Spread.THREE_POINT, low=0, likely=1, high=amount
    )
    Risk.objects.filter(pk=risk.pk).update(next_review_on=late, escalated_at=timezone.now())


def routes(code: str) -> Iterator[str]:
    """What of the register, and of the risk of this code, asks for nothing else: pages and REST."""
    for name in names_of([*urlpatterns, *router.urls]):
        for arguments in ([], [code]):
            try:
                yield reverse(name, args=arguments)
            except NoReverseMatch:
                continue


def addresses(made: Register) -> Iterator[str]:
    """Every page and REST list of the register, and pages of other floors that list risks."""
    town = made.town
    yield from routes("FROST")
    yield f"{reverse('risks')}?format=csv"
    yield f"{reverse('risks')}?rating=above&who=restricted"
    yield f"{reverse('risks')}?objective={town.objective.pk}"
    yield reverse("home")
    yield reverse("my_work")
    yield f"{reverse('search')}?q=whispered"
    yield reverse("objective", args=[town.objective.pk])
    yield reverse("kpi", args=["dark-nights"])
    yield reverse("department", args=["city"])
    yield reverse("department", args=["roads"])


@pytest.mark.parametrize("who", ["viewer", "lina", "hana"])
def test_no_page_and_no_list_tells_of_what_is_restricted(filled: Register, who: str) -> None:
    user: User = getattr(filled.town, who)
    client = browser(user)
    told = {}
    for address in addresses(filled):
        answer = client.get(address)
        text = said(answer).replace("q=whispered", "") if answer.status_code == 200 else ""
        found = [secret for secret in SECRETS if secret in text]
        if found or answer.status_code >= 500:
            told[address] = (answer.status_code, found)
    assert told == {}


def test_its_own_pages_do_not_exist_for_others(filled: Register) -> None:
    client = browser(filled.town.hana)
    found = {
        address: client.get(address).status_code
        for address in routes("HUSHED")
        if "/risks/HUSHED/" in address
    }
    assert {address: status for address, status in found.items() if status not in (404, 405)} == {}
    assert len(found) > 5


def test_search_and_work_tell_only_those_who_may_know(filled: Register) -> None:
    today = timezone.localdate()
    for user in (filled.town.viewer, filled.town.lina, filled.town.hana):
        told = [
            *due_from(user, today, today + dt.timedelta(days=60)),
            *[each for found in find(user, "whispered").values() for each in found],
        ]
        assert not [each for each in told if "HUSHED" in each.url], user
    assert [each.code for each in find(filled.town.eve, "whispered")["risks"]] == ["HUSHED"]


def test_the_leadership_sees_it(filled: Register) -> None:
    client = browser(filled.town.eve)
    for route in ("risks", "api-risks-list", "heat_map"):
        assert "HUSHED" in said(client.get(reverse(route))), route
