"""Signals on the scorecard: the mark in the row, the filter, the fields of REST."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from kpis.actions import Entry, record_measurements
from kpis.actions.rollup import roll_up_dirty
from kpis.engine.frequency import Frequency, Period
from kpis.engine.signals import Reading
from strategy.actions import add_objective, create_plan, link_kpi, set_plan_state
from strategy.enums import PlanState
from strategy.models import Plan
from strategy.scoring import as_data, read_scorecard
from tests.kpis.city import City, make_city, month

JANUARY = Period(Frequency.MONTH, month(2026, 1))
PAGE = "/performance/scorecard/?department=health&period=2026-01"


@pytest.fixture
def city(db: None) -> City:
    return make_city()


@pytest.fixture
def plan(city: City) -> Plan:
    """Complaints of Health lie above their natural limits in January 2026."""
    plan = create_plan(by=city.staff, name="Harbour 2030", code="harbour", default_perspectives=False)
    objective = add_objective(by=city.staff, plan=plan, code="O1", name="Listen to residents")
    for kpi in (city.complaints, city.budget):
        link_kpi(by=city.staff, objective=objective, kpi=kpi, weight=1.0, since=dt.date(2020, 1, 1))
    set_plan_state(by=None, plan=plan, state=PlanState.ACTIVE)
    values = [*[10.0, 14.0] * 12, 40.0]
    rows = [Entry(city.complaints.pk, city["health"].pk, month(2024, 1) + n, v) for n, v in enumerate(values)]
    record_measurements(by=city.staff, rows=rows)
    roll_up_dirty()
    return plan


def card_of(plan: Plan, city: City, **options: Any) -> Any:
    return read_scorecard(plan, city["health"], JANUARY, dt.date(2026, 2, 20), **options)


def test_a_kpi_says_its_signal_and_reading(city: City, plan: Plan) -> None:
    lines = {line.kpi.code: (line.signal, line.reading) for line in card_of(plan, city).kpis}
    assert lines == {"complaints": (1, Reading.FIND_THE_CAUSE), "budget": (0, None)}


def test_signals_need_not_be_read(city: City, plan: Plan) -> None:
    assert [line.signal for line in card_of(plan, city, signals=False).kpis] == [0, 0]


def test_rest_and_reports_say_it(city: City, plan: Plan) -> None:
    kpis = as_data(card_of(plan, city))["perspectives"][0]["objectives"][0]["kpis"]
    assert {each["code"]: (each["signal"], each["reading"]) for each in kpis} == {
        "complaints": (1, "find_the_cause"),
        "budget": (0, None),
    }


def test_the_row_shows_it_and_the_filter_keeps_it(client: Client, city: City, plan: Plan) -> None:
    client.force_login(city.staff)
    page = client.get(PAGE)
    complaints = next(row for row in page.context["rows"] if row.code == "complaints")
    assert (complaints.signal, complaints.advice) == (
        "high",
        "Not on target, and a signal: find out what changed.",
    )
    assert 'class="signal"' in page.content.decode()
    shown = client.get(f"{PAGE}&show=signals").context["rows"]
    assert [row.code for row in shown if row.kind == "kpi"] == ["complaints"]
    assert [each.hint for each in page.context["segments"]] == ["2", "1", "0", "1"]
