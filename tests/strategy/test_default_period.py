"""A page of a plan opens on a period that has something to say."""

import datetime as dt

import pytest
from django.test import Client

from kpis.actions import Entry, create_kpi, open_series, record_measurements
from kpis.engine.frequency import Frequency
from kpis.queries import calendar
from org.actions import create_department
from org.models import User
from strategy.actions import link_kpi
from strategy.default_period import default_period
from strategy.models import Objective, Plan

TODAY = dt.date(2026, 5, 4)


def measure(staff: User, objective: Objective, frequency: str, *periods: str) -> None:
    """Link a KPI of this frequency that has a value in each of the periods."""
    city = create_department(by=staff, code="city", name="City")
    kpi = create_kpi(
        by=staff,
        code="k",
        name="K",
        frequency=frequency,
        direction="up",
        time_rollup="sum",
        department_rollup="sum",
    )
    open_series(by=staff, kpi=kpi, department=city)
    link_kpi(by=staff, objective=objective, kpi=kpi, weight=1.0)
    now = calendar()
    rows = [Entry(kpi.pk, city.pk, now.parse(text, Frequency(frequency)).ordinal, 1.0) for text in periods]
    record_measurements(by=staff, rows=rows)


@pytest.mark.parametrize(
    ("frequency", "periods", "opens"),
    [
        ("month", ["2026-02", "2026-04"], "2026-Q1"),
        ("year", ["2025"], "2026-Q1"),
        ("year", ["2021", "2022"], "2022"),
        ("month", ["2023-02"], "2023-Q1"),
        ("month", [], "2026-Q1"),
    ],
)
def test_a_plan_opens_on_the_last_quarter_or_on_its_newest_values(
    staff: User, plan: Plan, objective: Objective, frequency: str, periods: list[str], opens: str
) -> None:
    measure(staff, objective, frequency, *periods)
    now = calendar()
    assert now.format(default_period(plan, now, TODAY)) == opens


def test_a_scorecard_by_week_is_refused_in_words(staff: User, plan: Plan, objective: Objective) -> None:
    measure(staff, objective, "day", "2026-03-01")
    client = Client()
    client.force_login(staff)
    answer = client.get("/performance/scorecard/?period=2026-W09")
    assert answer.status_code == 404
    assert "month, quarter, half-year or year" in answer.content.decode()
    problem = client.get(f"/api/v1/scorecards/{plan.code}/?period=2026-W09")
    assert problem.status_code == 400
    assert problem.json()["errors"][0]["field"] == "period"
