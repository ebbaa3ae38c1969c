"""What a review begins with: what happened since the last one."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kpis.models import KPI
from risks.models import Mitigation, Risk, RiskIndicator, RiskRating, RiskReview
from risks.reviewing.since import Movement, changes_since, movement_of
from tests.risks.conftest import Register

TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def undone(register: Register) -> Iterator[None]:
    """What a test stores is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


@pytest.fixture
def reviewed(register: Register) -> Risk:
    """The frost, reviewed 50 days ago: before and after it ratings, actions done, and a late one."""
    frost = register.frost
    for day, likelihood in ((90, 1), (60, 2), (30, 1), (10, 3)):
        RiskRating.objects.create(
            risk=frost, matrix=register.matrix, likelihood=likelihood, impact=2, score=2 * likelihood,
            rated_on=ago(day),
        )  # fmt: skip
    actions: tuple[tuple[str, dict[str, Any]], ...] = (
        ("Old lamps out", {"state": "done", "done_on": ago(70)}),
        ("Salt", {"state": "done", "done_on": ago(20), "due_on": ago(25)}),
        ("Heaters", {"state": "under_way", "due_on": ago(5)}),
        ("Spare masts", {"state": "planned", "due_on": TODAY}),
        ("Torches", {"state": "dropped", "due_on": ago(5)}),
    )
    for name, fields in actions:
        Mitigation.objects.create(risk=frost, name=name, **fields)
    kpi = KPI.objects.create(code="dark-nights", name="Dark nights")
    RiskIndicator.objects.create(risk=frost, kpi=kpi, trigger=3, value=4, state="triggered")
    for day in (120, 50):
        RiskReview.objects.create(risk=frost, reviewed_on=ago(day), note=f"{day} days ago")
    return frost


def test_it_says_what_happened_since_the_last_review(
    register: Register, reviewed: Risk, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(4):
        found = changes_since([reviewed.pk, register.secret.pk], TODAY)
    since, never = found[reviewed.pk], found[register.secret.pk]
    assert since.review is not None
    assert since.review.note == "50 days ago"
    assert (since.before and since.before.score, [each.score for each in since.ratings]) == (4, [2, 6])
    assert (since.moved, [each.name for each in since.done]) == (2, ["Salt"])
    assert [each.name for each in since.late] == ["Heaters"]
    assert (never.review, never.now, never.moved, never.done, never.late) == (None, None, None, [], [])
    assert movement_of(found.values()) == Movement(rose=1, fell=0, done=1, late=1, triggered=1)


def test_the_review_and_its_meeting_show_it(register: Register, reviewed: Risk, client: Client) -> None:
    Risk.objects.filter(pk=reviewed.pk).update(next_review_on=ago(1))
    client.force_login(register.staff)
    wanted = ("50 days ago", "4 → 6", "up by 2", "Salt", "Heaters", "Triggered")
    for address in (reverse("risk_review"), reverse("review_risk", args=["FROST"])):
        page = client.get(address).content.decode()
        assert [words for words in wanted if words not in page] == [], address


def test_the_meeting_tells_heads_nothing_of_restricted_risks(register: Register, client: Client) -> None:
    register.secret.next_review_on = ago(1)
    register.secret.save()
    said = {}
    for user in (register.town.hana, register.town.eve):
        client.force_login(user)
        said[user] = "Whispered bankruptcy" in client.get(reverse("risk_review")).content.decode()
    assert said == {register.town.hana: False, register.town.eve: True}
