"""What an initiative is, whom it serves, and what becomes of it."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse
from pghistory.models import Events

from core.errors import Conflict, Refused
from initiatives.actions.portfolio import (
    archive_initiative,
    change_initiative,
    create_initiative,
    remove_initiative,
    restore_initiative,
)
from initiatives.actions.serving import Serves, TakesPart, set_departments, set_objectives
from initiatives.enums import Stage
from initiatives.models import Initiative
from strategy.actions import add_objective, create_plan
from strategy.actions.cascade.plans import begin_part, remove_part
from strategy.removing import uses_of
from tests.initiatives.portfolio.conftest import Town
from tests.kpis.test_import_pages import browser


def faults_of(call: Any, **said: Any) -> list[str]:
    """The fields that an action refuses."""
    with pytest.raises(Refused) as refused:
        call(**said)
    return [fault.field for fault in refused.value.faults]


@pytest.mark.parametrize("code", ["", "A/B", "two words", "lamps", "X" * 41, "?a"])
def test_a_code_is_a_step_of_an_address_and_nobody_elses(town: Town, code: str) -> None:
    assert faults_of(create_initiative, by=town.staff, code=code, name="New") == ["code"]


def test_an_initiative_begins_as_an_idea_and_ends_after_its_start(town: Town) -> None:
    made = create_initiative(by=town.hana, code="NEW", name=" New ", department=town.roads, must_do=True)

    assert (made.name, made.stage, made.added_by, made.must_do) == ("New", Stage.IDEA, town.hana, True)
    days = {"starts_on": dt.date(2026, 5, 1), "ends_on": dt.date(2026, 4, 1)}
    assert faults_of(change_initiative, by=town.hana, initiative=made, **days) == ["ends_on"]


def test_heads_keep_to_the_departments_that_they_head(town: Town) -> None:
    said: dict[str, Any] = {"code": "NEW", "name": "New"}

    assert faults_of(create_initiative, by=town.hana, department=town.city, **said) == ["department"]
    assert faults_of(create_initiative, by=town.hana, **said) == ["department"]
    moving = {"by": town.hana, "initiative": town.lamps, "department": town.city}
    assert faults_of(change_initiative, **moving) == ["department"]
    assert create_initiative(by=town.staff, **said).department is None


def test_only_an_empty_idea_is_removed_everything_else_is_archived(town: Town) -> None:
    with pytest.raises(Conflict, match="Only ideas"):
        remove_initiative(by=town.staff, initiative=town.lamps)
    town.trees.tasks.create(name="Dig")
    with pytest.raises(Conflict, match="holds 1 tasks"):
        remove_initiative(by=town.staff, initiative=town.trees)
    town.trees.tasks.all().delete()
    remove_initiative(by=town.staff, initiative=town.trees)
    assert not Initiative.objects.filter(code="TREES").exists()

    archive_initiative(by=town.staff, initiative=town.lamps)
    with pytest.raises(Conflict, match="bring it back"):
        change_initiative(by=town.staff, initiative=town.lamps, name="Other")
    restore_initiative(by=town.staff, initiative=town.lamps)
    with pytest.raises(Conflict, match="is active"):
        archive_initiative(by=town.staff, initiative=town.talks)


def test_objectives_are_set_together_and_what_did_not_change_leaves_no_trace(town: Town) -> None:
    other = add_objective(by=None, plan=create_plan(by=None, name="Draft", code="d"), code="X1", name="Later")
    hidden = town.lamps.contributions.create(objective=other)
    seen = [each for each in town.lamps.contributions.all() if each.pk != hidden.pk]
    wanted = [Serves(town.objective, 3, "")]
    before = Events.objects.count()

    set_objectives(by=town.hana, initiative=town.lamps, wanted=wanted, among=seen)
    assert Events.objects.count() == before

    twice = [*wanted, *wanted]
    assert faults_of(set_objectives, by=None, initiative=town.lamps, wanted=twice) == ["objective"]
    set_objectives(by=town.hana, initiative=town.lamps, wanted=[], among=seen)
    assert [each.objective for each in town.lamps.contributions.all()] == [other]


def test_the_department_that_leads_does_not_take_part_as_well(town: Town) -> None:
    wrong = [TakesPart(town.roads), TakesPart(town.city)]
    assert faults_of(set_departments, by=None, initiative=town.lamps, wanted=wrong) == ["department"]

    set_departments(by=None, initiative=town.lamps, wanted=[TakesPart(town.city, "Money")])
    assert [(each.department, each.part) for each in town.lamps.taking_part.all()] == [(town.city, "Money")]


def test_pages_add_change_and_archive(town: Town) -> None:
    client = browser(town.hana)
    form = {
        "code": "PATHS",
        "name": "Paths",
        "department": "roads",
        "cadence": "monthly",
        "confidentiality": "open",
    }

    assert client.post(reverse("add_initiative"), form | {"code": "LAMPS"}).status_code == 400
    made = client.post(reverse("add_initiative"), form)
    assert (made.status_code, made["Location"]) == (302, reverse("initiative", args=["PATHS"]))
    client.post(reverse("change_initiative", args=["PATHS"]), form | {"name": "New paths", "must_do": "on"})
    rows = {"objective_0": town.objective.pk, "strength_0": "2", "note_0": "Lit", "objective_1": ""}
    rows |= {"strength_1": "1", "note_1": ""}
    client.post(reverse("initiative_objectives", args=["PATHS"]), rows)
    client.post(reverse("initiative_departments", args=["PATHS"]), {"department_0": "city", "part_0": "Pays"})

    paths = Initiative.objects.get(code="PATHS")
    assert (paths.name, paths.must_do, paths.lead) == ("New paths", True, None)
    assert [(each.strength, each.note) for each in paths.contributions.all()] == [(2, "Lit")]
    assert [each.part for each in paths.taking_part.all()] == ["Pays"]
    assert client.post(reverse("remove_initiative", args=["PATHS"]), {"deed": "remove"}).status_code == 302
    assert client.get(reverse("initiative", args=["PATHS"])).status_code == 404


def test_an_objective_that_initiatives_serve_is_not_removed_unseen(town: Town) -> None:
    kinds = [(str(use.kind), use.name) for use in uses_of(town.objective)]

    assert ("Initiative", "Lamps that last") in kinds


def test_a_departments_plan_whose_objective_is_served_is_not_removed(town: Town) -> None:
    part = begin_part(by=None, part_of=town.plan, department=town.roads)
    objective = add_objective(by=None, plan=part, code="R1", name="Even roads")
    town.lamps.contributions.create(objective=objective)

    with pytest.raises(Conflict, match="Lamps that last"):
        remove_part(by=town.hana, plan=part)


def test_rest_and_pages_leave_the_same_rows(town: Town) -> None:
    said = {"name": "Paths", "department": "roads", "cadence": "weekly", "confidentiality": "open"}
    client = browser(town.hana)

    assert client.post(reverse("add_initiative"), said | {"code": "ONE"}).status_code == 302
    answer = client.post(reverse("api-initiatives-list"), said | {"code": "TWO"}, "application/json")
    assert answer.status_code == 201
    one, two = (
        Initiative.objects.filter(code=code).values().get() | {"id": 0, "code": "", "added_at": 0}
        for code in ("ONE", "TWO")
    )
    assert one == two
