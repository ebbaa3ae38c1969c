"""What the check of a plan's measures finds, on its page and by REST."""

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kpis.actions import (
    CellTargetEntry,
    Entry,
    TargetEntry,
    change_kpi,
    change_steward,
    create_kpi,
    open_series,
    record_measurements,
    roll_up_dirty,
    set_cell_targets,
    set_targets,
)
from kpis.models import KPI, Definition
from org.actions import create_api_token
from strategy.actions import add_objective, create_plan, link_kpi
from strategy.linter import findings
from strategy.models import Objective, Plan
from tests.kpis.city import City, make_city, month
from tests.kpis.test_import_pages import browser

TODAY = timezone.localdate()
YEAR = TODAY.year


@pytest.fixture
def city(db: None) -> City:
    """City → {Works → {Roads, Parks}, Health}; its complaints are cared for and leading."""
    city = make_city()
    change_kpi(by=None, kpi=city.complaints, owner=city.staff, tendency="leading")
    for series in city.complaints.series.all():
        change_steward(by=None, series=series, steward=city.steward_of_health)
    record_measurements(by=None, rows=[Entry(city.complaints.pk, city["roads"].pk, month(YEAR, 1), 7.0)])
    return city


@pytest.fixture
def plan(city: City) -> Plan:
    """A plan with one objective, measured by the complaints."""
    plan = create_plan(by=city.staff, name="Harbour 2030", code="h30")
    objective = add_objective(by=city.staff, plan=plan, code="O1", name="Safer streets")
    link_kpi(by=city.staff, objective=objective, kpi=city.complaints)
    return plan


def found(plan: Plan) -> list[tuple[str, str]]:
    """The rules that found something, with the KPI's or the objective's code."""
    return [
        (each.rule, each.kpi.code if each.kpi else each.objectives[0].code) for each in findings(plan, TODAY)
    ]


def linked(city: City, plan: Plan, code: str, *places: str, **fields: Any) -> KPI:
    """One more KPI of the objective, with steward, owner and target unless it says otherwise."""
    counted = {"frequency": "month", "direction": "up", "time_rollup": "sum", "department_rollup": "sum"}
    usual = {"name": code, "owner": city.staff, "tendency": "leading", "target": 90.0}
    kpi = create_kpi(by=None, code=code, **{**counted, **usual, **fields})
    for place in places:
        open_series(by=None, kpi=kpi, department=city[place], steward=city.steward_of_health)
        record_measurements(by=None, rows=[Entry(kpi.pk, city[place].pk, month(YEAR, 1), 7.0)])
    link_kpi(by=None, objective=Objective.objects.get(plan=plan), kpi=kpi)
    return kpi


def test_a_sound_plan_has_nothing_to_mend(plan: Plan) -> None:
    assert found(plan) == []


@pytest.mark.parametrize(
    ("places", "fields", "rules"),
    [
        (("roads", "parks"), {"department_rollup": "mean", "time_rollup": "mean"}, ["averaged_ratio"]),
        (("roads",), {"department_rollup": "mean", "time_rollup": "mean"}, ["averaged_ratio_over_time"]),
        (("roads",), {"department_rollup": "mean", "time_rollup": "last"}, []),
        (("roads", "parks"), {"department_rollup": "weighted", "time_rollup": "last"}, []),
        (("roads", "parks"), {"department_rollup": "none", "time_rollup": "mean"}, []),
        (("roads", "parks"), {"department_rollup": "sum", "time_rollup": "last"}, ["summed_ratio"]),
        (("roads",), {"department_rollup": "weighted", "time_rollup": "sum"}, ["summed_ratio"]),
    ],
)
def test_ratios_are_not_averaged_or_added(
    city: City, plan: Plan, places: tuple[str, ...], fields: dict[str, str], rules: list[str]
) -> None:
    linked(city, plan, "rate", *places, unit="%", **fields)
    assert found(plan) == [(rule, "rate") for rule in rules]


def test_a_formula_that_adds_units_is_found(city: City, plan: Plan) -> None:
    change_kpi(by=None, kpi=city.complaints, unit="complaints")
    linked(city, plan, "cost", "roads", unit="EUR")
    both = linked(city, plan, "both")
    Definition.objects.filter(kpi=both).update(kind="formula", formula="complaints + cost")
    [finding] = findings(plan, TODAY)
    assert (finding.rule, finding.what) == ("mixed_units", "The formula adds complaints and EUR")


@pytest.mark.parametrize(("target", "rules"), [(59.0, []), (60.0, []), (61.0, ["easier_target"])])
def test_a_target_easier_than_last_years_actual_is_found(
    city: City, plan: Plan, target: float, rules: list[str]
) -> None:
    last = linked(city, plan, "faults", direction="down", frequency="year", target=None)
    open_series(by=None, kpi=last, department=city["city"], steward=city.staff)
    record_measurements(by=None, rows=[Entry(last.pk, city["city"].pk, YEAR - 1, 60.0)])
    set_targets(by=None, rows=[TargetEntry(last.pk, city["city"].pk, YEAR, target)])
    roll_up_dirty()
    assert found(plan) == [(rule, "faults") for rule in rules]


def test_a_higher_target_than_last_years_actual_is_none(city: City, plan: Plan) -> None:
    best = linked(city, plan, "trips", frequency="year", target=50.0)
    open_series(by=None, kpi=best, department=city["city"], steward=city.staff)
    record_measurements(by=None, rows=[Entry(best.pk, city["city"].pk, YEAR - 1, 60.0)])
    roll_up_dirty()
    [finding] = findings(plan, TODAY)
    assert finding.what == f"50.0 is asked for in {YEAR}, 60.0 was reached in {YEAR - 1}"


def test_targets_that_do_not_fit_a_new_direction_are_found(city: City, plan: Plan) -> None:
    key = (city.complaints.pk, city["roads"].pk)
    rows = [TargetEntry(*key, month(YEAR, 1), 8.0, 12.0), TargetEntry(*key, month(YEAR, 2), 8.0)]
    set_targets(by=None, rows=[*rows, TargetEntry(*key, month(YEAR - 1, 2), 8.0, 12.0)])
    set_cell_targets(by=None, rows=[CellTargetEntry(*key, YEAR, "year", 8.0, 12.0)])
    assert found(plan) == []
    change_kpi(by=None, kpi=city.complaints, direction="up", target=None, red_line=None)
    [finding] = findings(plan, TODAY)
    assert finding.what == "Targets do not fit the direction: 2 of 3"


def test_lines_of_the_kpi_out_of_order_are_found(city: City, plan: Plan) -> None:
    Definition.objects.filter(kpi=city.complaints).update(red_line=8.0)
    [finding] = findings(plan, TODAY)
    assert (finding.rule, finding.url) == ("lines_out_of_order", "/performance/define/complaints/")


def test_what_nobody_cares_for_is_found(city: City, plan: Plan) -> None:
    change_kpi(by=None, kpi=city.complaints, owner=None)
    change_steward(by=None, series=city.complaints.series.get(department=city["parks"]), steward=None)
    assert [each.what for each in findings(plan, TODAY)] == ["No steward at Parks", "No owner"]


def test_what_cannot_be_scored_is_found(city: City, plan: Plan) -> None:
    linked(city, plan, "unaimed", "roads", target=None)
    linked(city, plan, "unreported")
    silent = linked(city, plan, "silent")
    open_series(by=None, kpi=silent, department=city["roads"], steward=city.staff)
    assert found(plan) == [
        ("no_target", "unaimed"),
        ("nobody_reports", "unreported"),
        ("never_reported", "silent"),
    ]


def test_objectives_are_looked_at_too(city: City, plan: Plan) -> None:
    add_objective(by=None, plan=plan, code="O2", name="Calm water")
    lagging = add_objective(by=None, plan=plan, code="O3", name="Clean air")
    change_kpi(by=None, kpi=city.budget, owner=city.staff, target=5.0)
    change_steward(by=None, series=city.budget.series.get(), steward=city.staff)
    record_measurements(by=None, rows=[Entry(city.budget.pk, city["city"].pk, YEAR - 1, 4.0)])
    link_kpi(by=None, objective=lagging, kpi=city.budget, weight=0)
    rules = [("unmeasured", "O2"), ("weight_zero", "O3"), ("only_lagging", "O3")]
    assert found(plan) == rules


def test_a_kpi_of_two_objectives_is_told_of_once(city: City, plan: Plan) -> None:
    change_kpi(by=None, kpi=city.complaints, owner=None)
    other = add_objective(by=None, plan=plan, code="O2", name="Calm water")
    link_kpi(by=None, objective=other, kpi=city.complaints)
    [finding] = findings(plan, TODAY)
    assert [each.code for each in finding.objectives] == ["O1", "O2"]


def test_the_check_asks_equally_often_for_one_kpi_and_for_five(city: City, plan: Plan) -> None:
    asked = []
    for number in range(2):
        with CaptureQueriesContext(connection) as captured:
            findings(plan, TODAY)
        asked.append(len(captured))
        for each in range(4 * (1 - number)):
            linked(city, plan, f"kpi{each}", "roads", "parks", unit="%")
    assert asked[0] == asked[1]


def test_the_page_says_what_why_and_where_to_mend(city: City, plan: Plan) -> None:
    change_kpi(by=None, kpi=city.complaints, owner=None)
    page = browser(city.staff).get("/strategy/check/h30/").content.decode()
    assert "Nobody answers for the result." in page
    assert "/performance/define/complaints/" in page
    kept = browser(city.staff).get("/strategy/check/h30/?rule=no_target")
    assert kept.context["count"] == 0


def test_the_plan_page_counts_what_misleads(city: City, plan: Plan) -> None:
    linked(city, plan, "unreported")
    assert browser(city.staff).get(reverse("plan", args=["h30"])).context["to_mend"] == 1


def test_findings_are_read_by_rest(city: City, plan: Plan) -> None:
    cache.clear()
    change_kpi(by=None, kpi=city.complaints, owner=None)
    _token, secret = create_api_token(by=city.staff, user=city.staff, scopes=["read"])
    answer = browser(city.staff).get(
        "/api/v1/plans/h30/findings/", headers={"Authorization": f"Bearer {secret}"}
    )
    assert answer.json() == {
        "plan": "h30",
        "findings": [
            {
                "rule": "no_owner",
                "severity": "weak",
                "kpi": "complaints",
                "objectives": ["O1"],
                "what": "No owner",
                "why": "Nobody answers for the result.",
                "mend": "Name an owner.",
                "url": "/performance/define/complaints/",
            }
        ],
    }
