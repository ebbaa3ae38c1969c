"""Storing StratML documents: a plan with all that belongs to it, or nothing."""

import datetime as dt
from typing import Any

import pytest
from django.apps import apps

from core.errors import Refused
from kpis.models import KPI, Definition, Measurement, SeriesTarget, SeriesTerm
from org.actions import create_department
from org.models import Department, User
from strategy.actions.stratml import ImportReport, import_document
from strategy.enums import PlanState
from strategy.models import Objective, ObjectiveKPI, ObjectivePlacement, Plan, Priority, Stakeholder
from strategy.stratml.reader import read
from tests.strategy.stratml import plans

ORGANISATION = (
    "<Organization><Name>Port authority</Name><Acronym>PA</Acronym>"
    "<Stakeholder StakeholderTypeType='Generic_Group'><Name>Fishers</Name></Stakeholder></Organization>"
)
FOG = "<Description>Fog</Description>"
REPORT = plans.plan(
    ORGANISATION
    + "<Vision><Description>Calm water</Description></Vision>"
    + "<Value><Name>Candour</Name></Value>"
    + plans.goal(
        plans.objective(
            "<Stakeholder StakeholderTypeType='Person'><Name>Harbour master</Name>"
            "<Role><Name>Pilot</Name><RoleType>Performer</RoleType></Role></Stakeholder>"
            + plans.indicator(
                [
                    plans.result("Target", "2024-01-01", "2024-12-31", "10"),
                    plans.result(
                        "Actual", "2024-01-01", "2024-12-31", "12.5", "<Description>Fog</Description>"
                    ),
                    plans.result("Actual", "", "", "7"),
                ],
                more="<OtherInformation>Counted by hand</OtherInformation>",
            )
        )
    ),
    head="<Name>Harbour plan</Name><OtherInformation>Draft of spring</OtherInformation>",
)


def imported(**options: Any) -> ImportReport:
    """Import the small report."""
    return import_document(by=None, document=read(REPORT), **options)


def rows() -> dict[str, int]:
    """How many rows each table of ours has."""
    ours = [apps.get_app_config(label) for label in ("core", "org", "kpis", "strategy")]
    return {model._meta.label: model.objects.count() for app in ours for model in app.get_models()}


def test_it_stores_the_plan_and_says_what(db: None) -> None:
    report = imported()

    assert report.counts == {
        "priorities": 1,
        "objectives": 1,
        "KPIs": 1,
        "targets": 1,
        "measurements": 1,
        "stakeholders": 2,
    }
    plan = Plan.objects.get()
    assert (report.plan_code, plan.code, plan.name, plan.vision) == (
        "harbour-plan",
        "harbour-plan",
        "Harbour plan",
        "Calm water",
    )
    assert plan.extra == {
        "format": "stratml",
        "root": "PerformancePlanOrReport",
        "other_information": "Draft of spring",
        "organisations": [{"name": "Port authority", "acronym": "PA"}],
    }
    assert [value.name for value in plan.values_held.all()] == ["Candour"]


def test_a_goal_is_a_priority_and_its_objectives_serve_it_in_no_perspective(db: None) -> None:
    imported()

    placement = ObjectivePlacement.objects.get()
    assert (placement.objective, placement.priority, placement.perspective) == (
        Objective.objects.get(name="Fewer accidents"),
        Priority.objects.get(name="Calm water"),
        None,
    )


def test_an_indicator_is_a_kpi_at_the_root_department(staff: User) -> None:
    city = create_department(by=staff, code="city", name="City")
    report = imported()

    kpi = KPI.objects.get()
    definition = Definition.objects.get()
    assert (kpi.code, kpi.name, kpi.decimals, kpi.purpose) == (
        "harbour-plan.1.1.1",
        "Collisions",
        1,
        "Counted by hand",
    )
    assert (definition.frequency, definition.direction) == ("year", "up")
    assert (ObjectiveKPI.objects.get().kpi, kpi.series.get().department) == (kpi, city)
    assert SeriesTerm.objects.get().valid.lower == dt.date(2024, 1, 1)
    assert (report.department, report.department_created) == ("City", False)
    assert [aside["reason"] for aside in kpi.extra["set_aside"]] == ["undated"]


def test_targets_and_actuals_are_those_of_their_periods(db: None) -> None:
    imported()

    target, value = SeriesTarget.objects.get(), Measurement.objects.get()
    assert (target.period, target.target) == (2024, 10)
    assert (value.period, value.value, value.note) == (2024, 12.5, "Fog")
    assert value.known_from.date() == dt.date(2024, 12, 31)


def test_values_are_known_since_the_publication(db: None) -> None:
    day = b"<PublicationDate>2025-02-03</PublicationDate>"
    published = b"<AdministrativeInformation>" + day + b"</AdministrativeInformation>"
    document = read(REPORT.replace(b"</StrategicPlanCore>", b"</StrategicPlanCore>" + published))
    import_document(by=None, document=document)

    assert Measurement.objects.get().known_from.date() == dt.date(2025, 2, 3)


def test_everybody_with_a_stake_is_stored_where_they_have_it(db: None) -> None:
    imported()

    fishers, master = Stakeholder.objects.all()
    assert (fishers.name, fishers.kind, fishers.objective) == ("Fishers", "group", None)
    assert (master.kind, master.objective) == ("person", Objective.objects.get())
    assert master.roles == [{"name": "Pilot", "description": "", "types": ["Performer"]}]


def test_a_house_without_departments_gets_one_named_after_the_organisation(db: None) -> None:
    report = imported()

    department = Department.objects.get()
    assert (department.code, department.name, department.short_name) == ("pa", "Port authority", "PA")
    assert report.department_created


def test_it_is_active_where_no_other_plan_is_and_else_a_draft(db: None) -> None:
    states = [imported().state, imported(code="second").state]

    assert states == [PlanState.ACTIVE, PlanState.DRAFT]
    assert list(Plan.objects.order_by("pk").values_list("state", flat=True)) == states


def test_a_dry_run_says_the_same_and_stores_nothing(db: None) -> None:
    before = rows()
    would = imported(dry_run=True)
    assert rows() == before

    did = imported()
    assert (would.counts, would.plan_code, would.warnings) == (did.counts, did.plan_code, did.warnings)


def test_the_same_file_again_is_refused_and_names_the_plan(db: None) -> None:
    imported()
    before = rows()

    with pytest.raises(Refused, match="“Harbour plan” with the code harbour-plan"):
        imported()
    assert rows() == before


def test_two_imports_share_no_kpi(db: None) -> None:
    imported()
    imported(code="harbour-plan.1")

    assert sorted(KPI.objects.values_list("code", flat=True)) == [
        "harbour-plan.1.1.1",
        "harbour-plan.1.1.1.1",
    ]


def test_a_plan_that_ends_before_it_starts_is_read_the_other_way_round(db: None) -> None:
    dates = (
        b"<AdministrativeInformation><StartDate>2025-12-31</StartDate><EndDate>2025-01-01</EndDate>"
        b"</AdministrativeInformation>"
    )
    document = read(REPORT.replace(b"</StrategicPlanCore>", b"</StrategicPlanCore>" + dates))
    report = import_document(by=None, document=document)

    plan = Plan.objects.get()
    assert (plan.starts_on, plan.ends_on) == (dt.date(2025, 1, 1), dt.date(2025, 12, 31))
    assert any("other way round" in remark.message for remark in report.warnings)


def test_names_that_are_too_long_are_cut_and_kept_in_full(db: None) -> None:
    long = "Quay " * 200
    core = plans.goal(plans.objective(plans.indicator(dimension=long, unit=long), name=long), name=long)
    import_document(by=None, document=read(plans.plan(core, head=f"<Name>{long}</Name>")))

    full = long.strip()
    assert [len(Plan.objects.get().name), len(KPI.objects.get().name)] <= [300, 300]
    assert Plan.objects.get().extra["name"] == Objective.objects.get().extra["name"] == full
    assert KPI.objects.get().extra["name"] == full


def test_an_objective_that_says_nothing_is_called_after_its_goal(db: None) -> None:
    core = plans.goal("<Objective><Identifier>_1</Identifier></Objective>")
    import_document(by=None, document=read(plans.plan(core)))

    objective = Objective.objects.get()
    assert (objective.name, objective.extra) == ("Calm water", {"name": "", "identifier": "_1"})
