"""Plans: made, changed, moved on."""

import datetime as dt

import pytest

from core.errors import Conflict, Refused
from core.models import OutboxEvent
from org.models import User
from strategy.actions import add_value, change_plan, create_plan, set_plan_state
from strategy.enums import PLAN_TRANSITIONS, PlanState
from strategy.models import Plan


def test_a_new_plan_is_a_draft_with_the_four_perspectives(staff: User) -> None:
    plan = create_plan(by=staff, name="Harbour 2030")

    assert (plan.code, plan.state) == ("harbour-2030", PlanState.DRAFT)
    assert [each.code for each in plan.perspectives.all()] == ["customer", "financial", "process", "learning"]


def test_a_plan_can_begin_without_perspectives(staff: User) -> None:
    plan = create_plan(by=staff, name="Harbour 2030", default_perspectives=False)

    assert list(plan.perspectives.all()) == []


def test_a_second_plan_of_the_same_name_gets_a_code_of_its_own(staff: User, plan: Plan) -> None:
    codes = [create_plan(by=staff, name="Hafen: Öffnung!").code for _ in range(2)]

    assert codes == ["hafen-öffnung", "hafen-öffnung-2"]


def test_it_names_everything_that_is_wrong_with_a_plan(staff: User, plan: Plan) -> None:
    with pytest.raises(Refused) as refused:
        create_plan(
            by=staff,
            name=" ",
            code="H30",
            starts_on=dt.date(2026, 1, 1),
            ends_on=dt.date(2025, 1, 1),
            min_coverage=50,
        )

    assert [fault.field for fault in refused.value.faults] == ["name", "code", "ends_on", "min_coverage"]
    assert list(Plan.objects.all()) == [plan]


def test_a_code_with_a_space_is_refused(staff: User) -> None:
    with pytest.raises(Refused, match="no code"):
        create_plan(by=staff, name="Harbour", code="harbour 2030")


def test_a_plan_changes_only_what_it_says_about_itself(staff: User, plan: Plan) -> None:
    change_plan(by=staff, plan=plan, vision="A harbour for all", ends_on=dt.date(2030, 12, 31))
    with pytest.raises(Refused):
        change_plan(by=staff, plan=plan, state="active")

    stored = Plan.objects.get()
    assert (stored.vision, stored.ends_on, stored.state) == (
        "A harbour for all",
        dt.date(2030, 12, 31),
        "draft",
    )


def test_it_writes_an_event_with_the_change(staff: User, plan: Plan) -> None:
    OutboxEvent.objects.all().delete()

    set_plan_state(by=None, plan=plan, state="active")

    assert list(OutboxEvent.objects.values_list("name", "payload")) == [
        ("strategy.plan_state_changed", {"plan": plan.pk, "before": "draft", "after": "active"})
    ]


@pytest.mark.parametrize("before", PlanState.values)
@pytest.mark.parametrize("after", PlanState.values)
def test_a_plan_moves_only_as_the_transitions_allow(staff: User, plan: Plan, before: str, after: str) -> None:
    Plan.objects.update(state=before)

    if after == before or after in PLAN_TRANSITIONS[before]:
        assert set_plan_state(by=None, plan=plan, state=after).pk == plan.pk
        assert Plan.objects.get().state == after
    else:
        with pytest.raises(Conflict):
            set_plan_state(by=staff, plan=plan, state=after)
        assert Plan.objects.get().state == before


def test_an_archived_plan_does_not_change(staff: User, plan: Plan) -> None:
    plan.state = PlanState.ARCHIVED
    plan.save()

    with pytest.raises(Conflict):
        change_plan(by=staff, plan=plan, name="Other")
    with pytest.raises(Conflict):
        add_value(by=staff, plan=plan, name="Candour")


def test_values_keep_their_order(staff: User, plan: Plan) -> None:
    for name in ("Candour", "Care"):
        add_value(by=staff, plan=plan, name=name)

    assert [value.name for value in plan.values_held.all()] == ["Candour", "Care"]
