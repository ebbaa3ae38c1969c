"""Home says which KPIs have a signal since the period before."""

import datetime as dt

import pytest
from django.test import Client

from kpis.actions import Entry, record_measurements
from kpis.actions.rollup import roll_up_dirty
from kpis.engine.frequency import Frequency, Period
from smo.home.new_signals import new_signals
from strategy.actions import add_objective, create_plan, link_kpi, set_plan_state
from strategy.enums import PlanState
from strategy.models import Plan
from strategy.scoring import Scorecard, read_scorecard
from tests.kpis.city import City, make_city, month


@pytest.fixture
def city(db: None) -> City:
    return make_city()


@pytest.fixture
def plan(city: City) -> Plan:
    """Complaints of Health lie above their natural limits in January and February 2026."""
    plan = create_plan(by=city.staff, name="Harbour 2030", code="harbour", default_perspectives=False)
    objective = add_objective(by=city.staff, plan=plan, code="O1", name="Listen to residents")
    link_kpi(by=city.staff, objective=objective, kpi=city.complaints, weight=1.0, since=dt.date(2020, 1, 1))
    set_plan_state(by=None, plan=plan, state=PlanState.ACTIVE)
    values = [*[10.0, 14.0] * 12, 27.0, 28.0]
    rows = [Entry(city.complaints.pk, city["health"].pk, month(2024, 1) + n, v) for n, v in enumerate(values)]
    record_measurements(by=city.staff, rows=rows)
    roll_up_dirty()
    return plan


def card_of(plan: Plan, city: City, number: int) -> Scorecard:
    """The scorecard of Health in a month of 2026."""
    period = Period(Frequency.MONTH, month(2026, number))
    return read_scorecard(plan, city["health"], period, dt.date(2026, 3, 20))


@pytest.mark.parametrize(("number", "codes"), [(1, ["complaints"]), (2, []), (3, [])])
def test_a_signal_is_new_once(plan: Plan, city: City, number: int, codes: list[str]) -> None:
    assert [line.kpi.code for line in new_signals(card_of(plan, city, number))] == codes


def test_the_home_page_says_it(client: Client, plan: Plan, city: City) -> None:
    client.force_login(city.staff)
    page = client.get("/?department=health&period=2026-01").content.decode()
    assert "New signal:" in page
    assert "New signal:" not in client.get("/?department=health&period=2026-02").content.decode()
