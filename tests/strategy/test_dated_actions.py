"""What holds from one day to another: placements, weights and links; the past stays readable."""

import datetime as dt
from collections.abc import Iterable

import pytest
from django.utils import timezone

from core.errors import Conflict, Refused
from core.models import Known
from kpis.models import KPI
from org.actions import FAR_PAST
from org.models import User
from strategy.actions import (
    add_objective,
    add_perspective,
    add_priority,
    change_link_weight,
    change_perspective_weight,
    create_plan,
    link_kpi,
    place_objective,
    unlink_kpi,
)
from strategy.models import Objective, ObjectiveKPI, ObjectivePlacement, PerspectiveWeight, Plan
from strategy.queries import plan_structure

NEW_YEAR = dt.date(2026, 1, 1)
JULY = dt.date(2026, 7, 1)


def spans(rows: Iterable[Known]) -> list[tuple[dt.date, dt.date | None, float]]:
    """First day, end and weight of each row by first day."""
    return sorted((row.valid.lower, row.valid.upper, row.weight) for row in rows)  # type: ignore[attr-defined]


def test_a_new_weight_leaves_the_days_before_alone(staff: User, objective: Objective, kpi: KPI) -> None:
    link_kpi(by=staff, objective=objective, kpi=kpi, weight=2)
    change_link_weight(by=staff, objective=objective, kpi=kpi, weight=3, since=NEW_YEAR)

    assert spans(ObjectiveKPI.objects.current()) == [(FAR_PAST, NEW_YEAR, 2), (NEW_YEAR, None, 3)]


def test_what_was_known_before_a_change_stays_readable(staff: User, objective: Objective, kpi: KPI) -> None:
    link_kpi(by=staff, objective=objective, kpi=kpi, weight=2)
    before = timezone.now()
    unlink_kpi(by=staff, objective=objective, kpi=kpi, since=NEW_YEAR)

    assert spans(ObjectiveKPI.objects.known_at(before)) == [(FAR_PAST, None, 2)]
    assert spans(ObjectiveKPI.objects.current()) == [(FAR_PAST, NEW_YEAR, 2)]


def test_a_change_replaces_all_that_was_said_of_later_days(
    staff: User, objective: Objective, kpi: KPI
) -> None:
    link_kpi(by=staff, objective=objective, kpi=kpi)
    change_link_weight(by=staff, objective=objective, kpi=kpi, weight=3, since=JULY)
    change_link_weight(by=staff, objective=objective, kpi=kpi, weight=5, since=NEW_YEAR)

    assert spans(ObjectiveKPI.objects.current()) == [(FAR_PAST, NEW_YEAR, 1), (NEW_YEAR, None, 5)]


def test_the_same_weight_again_adds_no_row(staff: User, objective: Objective, kpi: KPI) -> None:
    link_kpi(by=staff, objective=objective, kpi=kpi, weight=2)
    change_link_weight(by=staff, objective=objective, kpi=kpi, weight=2, since=NEW_YEAR)

    assert ObjectiveKPI.objects.count() == 1


def test_a_kpi_can_be_linked_again_after_a_pause(staff: User, objective: Objective, kpi: KPI) -> None:
    link_kpi(by=staff, objective=objective, kpi=kpi)
    unlink_kpi(by=staff, objective=objective, kpi=kpi, since=NEW_YEAR)
    link_kpi(by=staff, objective=objective, kpi=kpi, weight=4, since=JULY)

    assert spans(ObjectiveKPI.objects.current()) == [(FAR_PAST, NEW_YEAR, 1), (JULY, None, 4)]


def test_it_refuses_to_weigh_or_unlink_what_is_not_linked(
    staff: User, objective: Objective, kpi: KPI
) -> None:
    with pytest.raises(Refused):
        change_link_weight(by=staff, objective=objective, kpi=kpi, weight=2, since=NEW_YEAR)
    with pytest.raises(Refused):
        unlink_kpi(by=staff, objective=objective, kpi=kpi, since=NEW_YEAR)


@pytest.mark.parametrize("weight", [-1, float("nan"), float("inf")])
def test_it_refuses_a_weight_that_cannot_weigh(
    staff: User, objective: Objective, kpi: KPI, weight: float
) -> None:
    with pytest.raises(Refused):
        link_kpi(by=staff, objective=objective, kpi=kpi, weight=weight)


def test_an_objective_moves_from_a_day_on(staff: User, plan: Plan, objective: Objective) -> None:
    customer = plan.perspectives.get(code="customer")
    safety = add_priority(by=staff, plan=plan, code="P1", name="Safety")
    place_objective(
        by=staff, objective=objective, perspective=customer, priority=safety, weight=2, since=NEW_YEAR
    )

    def standing(day: dt.date) -> tuple[object, ...]:
        placed = plan_structure(plan, day).objectives[0]
        return (placed.perspective, placed.priority, placed.weight)

    assert standing(dt.date(2025, 12, 31)) == (None, None, 1.0)
    assert standing(NEW_YEAR) == (customer, safety, 2.0)


def test_it_refuses_a_place_in_another_plan(staff: User, objective: Objective) -> None:
    other = create_plan(by=staff, name="Other")
    with pytest.raises(Refused) as refused:
        place_objective(
            by=staff,
            objective=objective,
            perspective=other.perspectives.first(),
            priority=None,
            since=NEW_YEAR,
        )

    assert [fault.field for fault in refused.value.faults] == ["perspective"]
    assert spans(ObjectivePlacement.objects.all()) == [(FAR_PAST, None, 1.0)]


def test_a_perspective_counts_with_another_weight_from_a_day_on(staff: User, plan: Plan) -> None:
    perspective = add_perspective(by=staff, plan=plan, code="residents", name="Residents", weight=2)
    change_perspective_weight(by=staff, perspective=perspective, weight=0, since=JULY)

    assert spans(PerspectiveWeight.objects.current()) == [(FAR_PAST, JULY, 2), (JULY, None, 0)]
    assert plan_structure(plan, JULY).weights == {perspective.pk: 0.0}


def test_it_refuses_two_objectives_of_one_code(staff: User, objective: Objective) -> None:
    with pytest.raises(Refused) as refused:
        add_objective(by=staff, plan=objective.plan, code="o1", name="Calmer streets")

    assert [(fault.field, fault.code) for fault in refused.value.faults] == [("code", "unique")]


def test_an_archived_plan_keeps_its_links(staff: User, objective: Objective, kpi: KPI) -> None:
    objective.plan.state = "archived"
    objective.plan.save()

    with pytest.raises(Conflict):
        link_kpi(by=staff, objective=objective, kpi=kpi)
