"""Objectives of departments: adopted as they are, set to support, never in a circle."""

import pytest

from core.errors import Conflict, Refused
from strategy.actions import add_objective, create_plan, set_plan_state
from strategy.actions.cascade import (
    adopt_objective,
    begin_part,
    change_contribution,
    contribute,
    support_objective,
    take_step,
    withdraw_contribution,
)
from strategy.enums import PlanState
from strategy.enums.cascade import Step
from strategy.models import Contribution
from strategy.objective_column import objective_named
from strategy.queries import objective_placed
from tests.strategy.cascade.conftest import Cascade


def test_an_adopted_objective_comes_with_the_kpis_that_the_department_reports(cascade: Cascade) -> None:
    own = adopt_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"))
    placed = objective_placed(own)
    assert (own.code, own.name, own.lead, own.owner) == (
        "O1",
        "Objective O1",
        cascade.city["works"],
        cascade.head,
    )
    assert placed.perspective is not None
    assert (placed.perspective.plan, placed.perspective.code, placed.weight) == (cascade.works, "customer", 2)
    assert [(link.kpi.code, link.weight) for link in placed.kpi_links] == [("complaints", 3)]
    assert [(row.above.code, row.kind) for row in own.contributes_to.all()] == [("O1", "adopts")]


def test_an_objective_is_adopted_once(cascade: Cascade) -> None:
    adopt_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"))
    with pytest.raises(Refused, match="adopted already"):
        adopt_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"))


def test_an_own_objective_has_a_code_unlike_the_strategys(cascade: Cascade) -> None:
    adopt_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"))
    made = [
        support_objective(
            by=cascade.head, plan=cascade.works, above=cascade.objective("O2"), name=name, note=" So "
        )
        for name in ("Mended in a day", "Mended for good")
    ]
    assert [each.code for each in made] == ["D1", "D2"]
    assert [(row.above.code, row.kind, row.note) for row in made[0].contributes_to.all()] == [
        ("O2", "supports", "So")
    ]


def test_said_again_it_changes_the_words(cascade: Cascade) -> None:
    own = support_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"), name="Own")
    row = contribute(by=cascade.head, objective=own, above=cascade.objective("O1"), note="Sooner")
    change_contribution(by=cascade.head, contribution=row, kind="adopts")
    assert list(Contribution.objects.values_list("kind", "note")) == [("adopts", "Sooner")]
    withdraw_contribution(by=cascade.head, contribution=row)
    assert not Contribution.objects.exists()


def test_a_circle_is_refused_and_named(cascade: Cascade) -> None:
    roads = begin_part(by=cascade.head, part_of=cascade.strategy, department=cascade.city["roads"])
    works = support_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"), name="A")
    below = support_objective(by=cascade.head, plan=roads, above=works, name="B")
    with pytest.raises(Refused, match="h30-works:D1 → h30-roads:D1 → h30-works:D1"):
        contribute(by=cascade.head, objective=works, above=below)
    assert Contribution.objects.count() == 2


def test_it_supports_nothing_of_another_strategy(cascade: Cascade) -> None:
    other = create_plan(by=cascade.staff, name="Other", code="other")
    elsewhere = add_objective(by=cascade.staff, plan=other, code="X", name="X")
    own = support_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"), name="Own")
    for objective, above in (
        (own, elsewhere),
        (cascade.objective("O1"), cascade.objective("O2")),
        (own, own),
    ):
        with pytest.raises((Refused, Conflict)):
            contribute(by=cascade.head, objective=objective, above=above)
    assert Contribution.objects.count() == 1


def test_a_file_that_names_a_code_means_the_strategys_objective(cascade: Cascade) -> None:
    adopt_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"))
    set_plan_state(by=None, plan=cascade.works, state=PlanState.ACTIVE)
    assert objective_named("O1") == cascade.objective("O1")
    assert objective_named("h30-works:O1").plan == cascade.works


def test_what_is_proposed_takes_no_more(cascade: Cascade) -> None:
    take_step(by=cascade.head, plan=cascade.works, step=Step.PROPOSE)
    with pytest.raises(Conflict, match="is proposed"):
        adopt_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"))
