"""What risks ask of people: each once, of the one who can do it, and never of who may not know."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from core.due import due_from
from core.models import OutboxEvent
from kpis.models import KPI
from org.models import User
from risks.actions.contingency import add_plan
from risks.actions.indicators import escalate
from risks.actions.response import add_mitigation, change_mitigation
from risks.events import INDICATOR_CROSSED
from risks.indicators.telling import tell_crossed, told
from risks.models import Risk, RiskIndicator
from tests.risks.conftest import Register

TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def undone(register: Register) -> Iterator[None]:
    """What a test stores is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    register.frost.refresh_from_db()
    register.secret.refresh_from_db()


def asked(user: User) -> list[tuple[str, int]]:
    """Titles of what risks ask of somebody within three weeks, and in how many days."""
    found = due_from(user, TODAY, TODAY + dt.timedelta(days=21))
    return [(each.title, (each.due_on - TODAY).days) for each in found if each.kind.startswith("risks.")]


def done(risk: Risk) -> None:
    """An action of the risk is done and proposes a rating."""
    action = add_mitigation(by=None, risk=risk, name="Salt", to_likelihood=1, to_impact=1)
    change_mitigation(by=None, mitigation=action, state="done")


def test_the_head_is_asked_where_nobody_owns_the_risk(register: Register) -> None:
    register.frost.department = register.town.works
    register.frost.save()
    done(register.frost)
    escalate(by=None, risk=register.frost, reason="Ice on every mast")
    assert asked(register.town.hana) == [
        ("Escalated, and nobody owns it: Lamps fail in frost", 3),
        ("A new rating? Salt is done", 7),
    ]
    register.frost.owner = register.town.lina
    register.frost.save()
    assert asked(register.town.hana) == []
    assert asked(register.town.lina) == [("A new rating? Salt is done", 7)]


def test_the_office_and_the_leadership_answer_escalations(register: Register) -> None:
    escalate(by=None, risk=register.secret, reason="It is in the paper")
    wanted = [("Answer the escalation: Whispered bankruptcy", 3)]
    town = register.town
    assert [asked(each) for each in (town.staff, town.eve)] == [wanted, wanted]
    assert [asked(each) for each in (town.hana, town.lina, town.viewer)] == [[], [], []]


def test_a_plan_is_tested_every_year_by_its_owner(register: Register) -> None:
    for name, ago, owner in (
        ("Torches", 400, register.town.lina),
        ("Lanterns", 350, None),
        ("Candles", 300, None),
    ):
        tested_on = TODAY - dt.timedelta(days=ago)
        add_plan(by=None, risk=register.frost, name=name, owner=owner, tested_on=tested_on)
    register.frost.owner = register.town.hana
    register.frost.save()
    assert asked(register.town.lina) == [("Test the plan again: Torches", -35)]
    assert asked(register.town.hana) == [("Test the plan again: Lanterns", 15)]


def test_a_mail_about_a_restricted_risk_goes_to_who_may_know_of_it(register: Register) -> None:
    town = register.town
    kpi = KPI.objects.create(code="dark-nights", name="Dark nights")
    for risk in (register.frost, register.secret):
        risk.department = town.works
        risk.save()
        RiskIndicator.objects.create(risk=risk, kpi=kpi, trigger=10)
    assert told(register.frost, triggered=True) == sorted([town.hana, town.staff], key=lambda one: one.pk)
    register.secret.department = town.city  # which nobody heads
    register.secret.save()
    indicator = RiskIndicator.objects.get(risk=register.secret)
    payload = {"indicator": indicator.pk, "state": "triggered", "words": "It was 12"}
    tell_crossed(OutboxEvent(name=INDICATOR_CROSSED, payload=payload))
    assert {address for each in mail.outbox for address in each.to} >= {town.staff.email}
    assert not {each.email for each in (town.hana, town.lina, town.viewer)} & {
        address for each in mail.outbox for address in each.to
    }
