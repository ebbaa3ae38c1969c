"""Where objectives stand on the map."""

import pytest
from django.utils import timezone

from core.errors import Conflict, Refused
from org.actions import FAR_PAST
from org.models import User
from strategy.actions import arrange_objective, create_plan, set_plan_state
from strategy.models import Objective, ObjectivePlacement, Perspective, Plan


def order(plan: Plan, lane: str) -> list[str]:
    """The codes of a lane from its start."""
    placed = ObjectivePlacement.objects.current().filter(perspective__code=lane, objective__plan=plan)
    found = sorted(placed.select_related("objective"), key=lambda row: row.objective.map_slot or 0)
    return [row.objective.code for row in found]


def lane(plan: Plan, code: str) -> Perspective:
    """A perspective by its code."""
    return plan.perspectives.get(code=code)


@pytest.mark.parametrize(("place", "expected"), [(0, ["B", "A"]), (1, ["A", "B"]), (99, ["A", "B"])])
def test_an_objective_moves_within_its_lane(
    staff: User, plan: Plan, mapped: dict[str, Objective], place: int, expected: list[str]
) -> None:
    arrange_objective(by=staff, objective=mapped["B"], perspective=lane(plan, "process"), place=place)

    assert order(plan, "process") == expected


def test_into_another_lane_it_takes_its_priority_and_weight_along(
    staff: User, plan: Plan, mapped: dict[str, Objective]
) -> None:
    mapped["A"].placements.update(weight=3)

    arrange_objective(by=staff, objective=mapped["A"], perspective=lane(plan, "customer"), place=0)

    assert (order(plan, "customer"), order(plan, "process")) == (["A", "C"], ["B"])
    assert ObjectivePlacement.objects.current().get(objective=mapped["A"]).weight == 3


def test_in_a_draft_it_stands_there_from_the_beginning(
    staff: User, plan: Plan, mapped: dict[str, Objective]
) -> None:
    arrange_objective(by=staff, objective=mapped["A"], perspective=None, place=0)

    row = ObjectivePlacement.objects.current().get(objective=mapped["A"])
    assert (row.perspective, row.valid.lower) == (None, FAR_PAST)


def test_in_a_plan_in_force_people_arrange_a_lane_but_do_not_change_it(
    staff: User, plan: Plan, mapped: dict[str, Objective]
) -> None:
    set_plan_state(by=None, plan=plan, state="active")

    arrange_objective(by=staff, objective=mapped["B"], perspective=lane(plan, "process"), place=0)
    with pytest.raises(Conflict, match="revision"):
        arrange_objective(by=staff, objective=mapped["B"], perspective=lane(plan, "customer"), place=0)

    assert (order(plan, "process"), order(plan, "customer")) == (["B", "A"], ["C"])


def test_what_comes_into_a_plan_in_force_holds_from_today(plan: Plan, mapped: dict[str, Objective]) -> None:
    set_plan_state(by=None, plan=plan, state="active")

    arrange_objective(by=None, objective=mapped["A"], perspective=lane(plan, "customer"), place=0)

    rows = ObjectivePlacement.objects.current().filter(objective=mapped["A"]).order_by("valid")
    assert [row.valid.lower for row in rows] == [FAR_PAST, timezone.localdate()]


def test_a_lane_of_another_plan_is_refused(staff: User, mapped: dict[str, Objective]) -> None:
    other = create_plan(by=staff, name="Other").perspectives.first()

    with pytest.raises(Refused, match="another plan"):
        arrange_objective(by=staff, objective=mapped["A"], perspective=other, place=0)


def test_history_does_not_move(staff: User, plan: Plan, mapped: dict[str, Objective]) -> None:
    Plan.objects.update(state="archived")
    mapped["A"].plan.refresh_from_db()

    with pytest.raises(Conflict, match="archived"):
        arrange_objective(by=staff, objective=mapped["A"], perspective=lane(plan, "process"), place=1)
