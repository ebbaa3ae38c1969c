"""Capabilities, competitors, scenarios and assumptions: what may be said of them."""

import pytest

from core.errors import Conflict, Refused
from org.models import User
from strategy.actions import add_priority, create_plan
from strategy.actions.analysis import add_finding, change_finding, judge_effect, remove_finding
from strategy.enums import PlanState
from strategy.models import Capability, Plan, Priority, ScenarioEffect


@pytest.fixture
def priority(plan: Plan, staff: User) -> Priority:
    return add_priority(by=staff, plan=plan, code="calm", name="Calm water")


def test_a_capability_stands_after_the_others(plan: Plan, staff: User) -> None:
    for name in ("Data", " People "):
        add_finding(by=staff, plan=plan, kind="capability", name=name, now=2, wanted=4)

    assert [(each.name, each.position) for each in plan.capabilities.all()] == [("Data", 0), ("People", 1)]


@pytest.mark.parametrize(
    ("kind", "fields", "faults"),
    [
        ("capability", {"name": "", "now": 0, "wanted": 6}, ["name", "now", "wanted"]),
        ("competitor", {"name": "Quay", "share": 120.0, "threat": 9}, ["threat", "share"]),
        ("scenario", {"name": "x" * 201, "year": 30}, ["name", "year"]),
        (
            "assumption",
            {"statement": "It rains", "tripwire": "kpi"},
            ["kpi", "crossing", "threshold", "owner"],
        ),
        ("assumption", {"statement": "It rains", "tripwire": "date"}, ["trips_on", "owner"]),
        ("assumption", {"statement": "It rains", "tripwire": "moon"}, ["tripwire"]),
    ],
)
def test_everything_that_is_wrong_is_named(
    plan: Plan, staff: User, kind: str, fields: dict[str, object], faults: list[str]
) -> None:
    with pytest.raises(Refused) as refused:
        add_finding(by=staff, plan=plan, kind=kind, **fields)

    assert [fault.field for fault in refused.value.faults] == faults


def test_an_assumption_is_about_its_own_plan(plan: Plan, staff: User, priority: Priority) -> None:
    other = create_plan(by=staff, name="Another")

    with pytest.raises(Refused, match="another plan"):
        add_finding(by=staff, plan=other, kind="assumption", statement="It rains", priority=priority)


def test_a_change_leaves_the_rest_as_it_was(plan: Plan, staff: User) -> None:
    found = add_finding(by=staff, plan=plan, kind="competitor", name="Quay", threat=3, share=40.0)

    change_finding(by=staff, finding=found, share=None, moves=None)

    found.refresh_from_db()
    assert (found.name, found.threat, found.share, found.moves) == ("Quay", 3, None, "")


def test_a_field_that_it_has_not_is_a_mistake_of_the_programmer(plan: Plan, staff: User) -> None:
    with pytest.raises(TypeError, match="colour"):
        add_finding(by=staff, plan=plan, kind="capability", name="Data", colour="red")


def test_a_removed_finding_is_gone(plan: Plan, staff: User) -> None:
    remove_finding(by=staff, finding=add_finding(by=staff, plan=plan, kind="capability", name="Data"))

    assert not Capability.objects.exists()


def test_what_a_scenario_means_for_a_priority_is_said_once(
    plan: Plan, staff: User, priority: Priority
) -> None:
    scenario = add_finding(by=staff, plan=plan, kind="scenario", name="Dry summers", year=2032)

    for effect in (1, -2):
        judge_effect(by=staff, scenario=scenario, priority=priority, effect=effect, meaning="Less water")
    assert list(ScenarioEffect.objects.values_list("effect", "meaning")) == [(-2, "Less water")]

    assert judge_effect(by=staff, scenario=scenario, priority=priority, effect=0) is None
    assert not ScenarioEffect.objects.exists()


def test_an_effect_goes_from_minus_two_to_two(plan: Plan, staff: User, priority: Priority) -> None:
    scenario = add_finding(by=staff, plan=plan, kind="scenario", name="Dry summers")

    with pytest.raises(Refused):
        judge_effect(by=staff, scenario=scenario, priority=priority, effect=3)


def test_the_analysis_of_an_archived_plan_is_not_added_to(plan: Plan, staff: User) -> None:
    Plan.objects.update(state=PlanState.ARCHIVED)
    plan.refresh_from_db()

    with pytest.raises(Conflict):
        add_finding(by=staff, plan=plan, kind="capability", name="Data")
