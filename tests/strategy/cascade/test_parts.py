"""Plans of departments and functions: begun within the strategy, removed, seen by whom they concern."""

import pytest

from core.errors import Conflict, Refused
from org.enums import Role
from strategy.actions import change_plan, set_plan_state
from strategy.actions.cascade import add_activity, begin_part, change_activity, remove_part, take_step
from strategy.cascade.parts import department_rows
from strategy.enums import PlanState
from strategy.enums.cascade import Stage, Step
from strategy.models import Plan
from strategy.queries import current_plan, organisation_plans, visible_plans
from tests.strategy.cascade.conftest import Cascade, person


def test_it_begins_with_the_perspectives_and_years_of_the_strategy(cascade: Cascade) -> None:
    works = cascade.works
    assert (works.kind, works.department, works.part_of, works.state, works.code, works.name) == (
        "department",
        cascade.city["works"],
        cascade.strategy,
        "draft",
        "h30-works",
        "Plan of Works",
    )
    copied, above = (
        list(plan.perspectives.values_list("code", "name", "weights__weight"))
        for plan in (works, cascade.strategy)
    )
    assert [row[:2] for row in copied] == [row[:2] for row in above]


def test_a_department_has_one_plan_and_so_has_a_function(cascade: Cascade) -> None:
    begin_part(
        by=cascade.staff, part_of=cascade.strategy, department=cascade.city["works"], function="people"
    )
    for place, function in (("works", ""), ("health", "people")):
        with pytest.raises(Refused, match="There is one already"):
            begin_part(
                by=cascade.staff,
                part_of=cascade.strategy,
                department=cascade.city[place],
                function=function,
            )


def test_it_is_a_part_of_the_organisations_plan_only(cascade: Cascade) -> None:
    with pytest.raises(Refused, match="organisation's plan only"):
        begin_part(by=cascade.staff, part_of=cascade.works, department=cascade.city["roads"])


def test_only_who_writes_or_reads_drafts_knows_of_a_draft(cascade: Cascade) -> None:
    health = person("Harriet", Role.DEPARTMENT_HEAD, cascade.city, "health")
    seen = {
        user.name: visible_plans(user).filter(pk=cascade.works.pk).exists()
        for user in (cascade.staff, cascade.executive, cascade.head, health, cascade.city.viewer)
    }
    assert seen == {
        "Sam Staff": True,
        "Elena": True,
        "Hana Head": True,
        "Harriet": False,
        "Vera Viewer": False,
    }


def test_it_is_none_of_the_organisations_plans(cascade: Cascade) -> None:
    assert list(organisation_plans(cascade.staff)) == [cascade.strategy]
    assert current_plan(cascade.head) == cascade.strategy


def test_one_that_was_proposed_is_archived_not_removed(cascade: Cascade) -> None:
    take_step(by=cascade.head, plan=cascade.works, step=Step.PROPOSE)
    take_step(by=cascade.staff, plan=cascade.works, step=Step.RETURN, comment="Numbers, please")
    with pytest.raises(Conflict, match="archive it"):
        remove_part(by=cascade.head, plan=cascade.works)
    take_step(by=cascade.staff, plan=cascade.works, step=Step.ARCHIVE)
    assert Plan.objects.get(pk=cascade.works.pk).state == PlanState.ARCHIVED


def test_one_that_nobody_saw_is_removed(cascade: Cascade) -> None:
    remove_part(by=cascade.head, plan=cascade.works)
    assert not Plan.objects.filter(part_of=cascade.strategy).exists()


def test_what_is_proposed_stays_as_it_is(cascade: Cascade) -> None:
    activity = add_activity(by=cascade.head, plan=cascade.works, name="Sweep")
    take_step(by=cascade.head, plan=cascade.works, step=Step.PROPOSE)
    activity.plan.refresh_from_db()
    with pytest.raises(Conflict, match="is proposed"):
        change_plan(by=cascade.staff, plan=cascade.works, description="Otherwise")
    with pytest.raises(Conflict, match="is proposed"):
        change_activity(by=cascade.head, activity=activity, name="Sweep twice")


def test_who_does_an_activity_and_its_state_are_kept_up(cascade: Cascade) -> None:
    activity = add_activity(by=cascade.head, plan=cascade.works, name="Sweep")
    take_step(by=cascade.head, plan=cascade.works, step=Step.PROPOSE)
    activity.plan.refresh_from_db()
    change_activity(by=cascade.head, activity=activity, name="Sweep", state="done", who=cascade.head)
    activity.refresh_from_db()
    assert (activity.state, activity.who) == ("done", cascade.head)


def test_its_state_changes_by_steps_only(cascade: Cascade) -> None:
    with pytest.raises(Conflict):
        set_plan_state(by=cascade.staff, plan=cascade.works, state=PlanState.CONSULTATION)


def test_every_department_is_listed_with_its_plan(cascade: Cascade) -> None:
    rows = department_rows(cascade.strategy, cascade.staff)
    assert [(row.node.code, [(each.plan.code, each.stage) for each in row.parts]) for row in rows] == [
        ("city", []),
        ("works", [("h30-works", Stage.DRAFT)]),
        ("roads", []),
        ("parks", []),
        ("health", []),
    ]
