"""Key risk indicators: what trips them, who is told, once, and what follows."""

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.models import OutboxEvent
from core.outbox import deliver
from kpis.actions import Entry, record_measurements
from kpis.actions.rollup import roll_up_dirty
from risks.actions.contingency import add_plan
from risks.actions.indicators import answer_escalation, watch
from risks.actions.register import create_risk
from risks.models import Escalation, Risk, RiskIndicator
from tests.kpis.city import City, make_city, month


@pytest.fixture
def city(db: None) -> City:
    return make_city()


@pytest.fixture
def risk(city: City) -> Risk:
    """Complaints flood the office of Health: 5 warns, 10 triggers its plan."""
    made = create_risk(by=None, code="FLOOD", title="A flood of complaints", owner=city.staff)
    plan = add_plan(by=None, risk=made, name="More people at the phone")
    watch(
        by=None,
        risk=made,
        kpi=city.complaints,
        trigger=10.0,
        warning=5.0,
        department=city["health"],
        plan=plan,
    )
    return made


def last_month() -> Any:
    day = timezone.localdate().replace(day=1) - dt.timedelta(1)
    return month(day.year, day.month)


def report(city: City, value: float) -> tuple[str, int]:
    """A value for last month and everything that follows: the indicator's state, and how many mails went."""
    before = len(mail.outbox)
    rows = [Entry(city.complaints.pk, city["health"].pk, last_month(), value)]
    record_measurements(by=city.staff, rows=rows)
    roll_up_dirty()
    for _round in range(2):  # the roll-up moves the indicator, which tells
        for event in OutboxEvent.objects.filter(delivered_at__isnull=True):
            deliver(event.pk)
            deliver(event.pk)
    return RiskIndicator.objects.get().state, len(mail.outbox) - before


def test_a_value_that_comes_in_escalates_the_risk_once_and_calls_up_its_plan(city: City, risk: Risk) -> None:
    assert report(city, 6.0) == ("warning", 1)
    assert Escalation.objects.count() == 0
    assert report(city, 12.0) == ("triggered", 1)
    assert report(city, 14.0) == ("triggered", 0)  # told already
    risk.refresh_from_db()
    escalation = Escalation.objects.get()
    assert escalation.reason == risk.escalation
    assert "was 12 in" in risk.escalation
    plan = risk.contingency_plans.get()
    assert (plan.state, plan.called_why) == ("called", escalation.reason)
    assert mail.outbox[-1].subject == "Escalated: A flood of complaints"
    assert mail.outbox[-1].to == [city.staff.email]
    assert "More people at the phone" in mail.outbox[-1].body

    answer_escalation(by=city.staff, escalation=escalation, answer="Two more people until June")
    risk.refresh_from_db()
    assert risk.escalated_at is None


def test_a_corrected_value_makes_it_calm_and_able_to_trigger_again(city: City, risk: Risk) -> None:
    assert report(city, 12.0) == ("triggered", 1)
    assert report(city, 3.0) == ("calm", 0)
    assert report(city, 10.0) == ("triggered", 1)  # the threshold itself counts
    assert Escalation.objects.count() == 2


def test_the_page_of_the_kpi_says_of_which_risks_it_warns_to_who_may_know(
    city: City, risk: Risk, client: Client
) -> None:
    report(city, 12.0)
    wanted = ("Warns of these risks", "A flood of complaints", "trigger at 10")
    said = {}
    for user in (city.staff, city.viewer):
        client.force_login(user)
        page = client.get(reverse("kpi", args=["complaints"])).content.decode()
        said[user] = [words for words in wanted if words in page]
    assert said == {city.staff: list(wanted), city.viewer: []}
