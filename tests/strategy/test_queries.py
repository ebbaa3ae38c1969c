"""Which plans a user may know of, and what a plan is made of."""

from collections.abc import Callable
from typing import Any

import pytest

from kpis.models import KPI
from org.enums import Role
from org.models import User
from strategy.actions import add_objective, create_plan, link_kpi
from strategy.enums import PlanState
from strategy.models import Objective, Plan
from strategy.queries import current_plan, next_code, plan_structure, visible_objectives, visible_plans

EVERY = {"draft", "consultation", "approved", "active", "archived"}
PUBLISHED = {"approved", "active", "archived"}


@pytest.mark.parametrize(
    ("role", "states"),
    [
        (Role.ADMINISTRATOR, EVERY),
        (Role.SMO_STAFF, EVERY),
        (Role.EXECUTIVE, EVERY),
        (Role.DEPARTMENT_HEAD, PUBLISHED | {"consultation"}),
        (Role.CONTRIBUTOR, PUBLISHED),
        (Role.VIEWER, PUBLISHED),
    ],
)
def test_a_role_sees_the_plans_of_these_states(
    person: Callable[[str], User], role: str, states: set[str]
) -> None:
    for state in PlanState.values:
        plan = Plan.objects.create(code=state, name=state, state=state)
        Objective.objects.create(plan=plan, code="O", name="O")
    user = person(role)

    assert {plan.state for plan in visible_plans(user)} == states
    assert {objective.plan.code for objective in visible_objectives(user)} == states


def test_the_current_plan_is_the_latest_active_one(person: Callable[[str], User]) -> None:
    viewer = person(Role.VIEWER)
    seen = [current_plan(viewer)]
    for code, state in (("a", "draft"), ("b", "approved"), ("c", "active"), ("d", "active"), ("e", "draft")):
        Plan.objects.create(code=code, name=code, state=state)
        seen.append(current_plan(viewer))

    assert [plan and plan.code for plan in seen] == [None, None, "b", "c", "d", "d"]


def test_the_structure_takes_as_many_queries_for_ten_objectives_as_for_one(
    staff: User, plan: Plan, objective: Objective, kpi: KPI, django_assert_num_queries: Any
) -> None:
    link_kpi(by=staff, objective=objective, kpi=kpi)
    with django_assert_num_queries(6):
        plan_structure(plan)
    for number in range(9):
        another = add_objective(
            by=staff, plan=plan, code=f"N{number}", name="N", perspective=plan.perspectives.last()
        )
        link_kpi(by=staff, objective=another, kpi=kpi)

    with django_assert_num_queries(6):
        structure = plan_structure(plan)
    assert [len(structure.in_perspective(each)) for each in [None, *structure.perspectives]] == [
        1,
        0,
        0,
        0,
        9,
    ]
    assert [link.kpi.code for one in structure.objectives for link in one.kpi_links] == ["injuries"] * 10


def test_the_structure_of_another_plan_is_not_mixed_in(staff: User, objective: Objective) -> None:
    other = create_plan(by=staff, name="Other")

    assert plan_structure(other).objectives == ()


@pytest.mark.parametrize(
    ("codes", "following"),
    [
        ([], ""),
        (["customers"], ""),
        (["O1", "O2"], "O3"),
        (["1.1", "1.9"], "1.10"),
        (["O3", "o2", "O1"], "O4"),
        (["12"], "13"),
    ],
)
def test_it_proposes_the_code_that_follows(codes: list[str], following: str) -> None:
    assert next_code(codes) == following
