"""Options pair what is inside with what is outside, become priorities or are dropped; gaps are named."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.changes import changes_of
from core.errors import Conflict, Refused
from org.enums import Role
from org.models import User
from strategy.actions import add_objective, add_priority, create_plan
from strategy.actions.analysis import add_item
from strategy.actions.options import (
    add_option,
    add_part,
    change_option,
    choose_option,
    drop_option,
    link_priority,
    reconsider_option,
    remove_option,
)
from strategy.enums import OptionState, Quadrant
from strategy.models import AnalysisItem, Plan, Priority, StrategicOption
from strategy.options import gaps_of, kind_of, read_matrix
from strategy.options.clauses import clauses, unpicked
from strategy.options.picture import MARGIN, STEP, spots
from tests.strategy.collecting.conftest import browser

Items = dict[str, AnalysisItem]


@pytest.fixture
def items(plan: Plan, staff: User) -> Items:
    """One item in each quadrant."""
    return {
        quadrant: add_item(by=staff, plan=plan, statement=f"A {quadrant}", quadrant=quadrant)
        for quadrant in Quadrant.values
    }


@pytest.fixture
def option(plan: Plan, staff: User, items: Items) -> StrategicOption:
    """A winter port."""
    pair = [items["strength"], items["opportunity"]]
    return add_option(by=staff, plan=plan, name="Winter port", items=pair, value=4, effort=2)


@pytest.mark.parametrize(
    ("quadrants", "kind"),
    [
        (("strength", "opportunity"), "so"),
        (("strength", "threat"), "st"),
        (("weakness", "opportunity"), "wo"),
        (("weakness", "threat"), "wt"),
        (("strength", "weakness"), None),
        (("strength",), None),
        (("strength", "opportunity", "threat"), None),
        ((), None),
    ],
)
def test_what_an_option_pairs_says_its_kind(
    plan: Plan, staff: User, items: Items, quadrants: tuple[str, ...], kind: str | None
) -> None:
    paired = [items[quadrant] for quadrant in quadrants]
    assert kind_of(paired) == kind
    if kind:
        assert add_option(by=staff, plan=plan, name="A way", items=paired).kind == kind
        return
    with pytest.raises(Refused) as refusal:
        add_option(by=staff, plan=plan, name="A way", items=paired)
    assert [fault.field for fault in refusal.value.faults] == ["items"]


def test_items_of_another_plan_and_ratings_beyond_five_are_refused(staff: User, items: Items) -> None:
    other = create_plan(by=staff, name="Another", code="other")
    paired = [items["strength"], items["threat"]]
    with pytest.raises(Refused) as refusal:
        add_option(by=staff, plan=other, name="", items=paired, value=6, effort=0)
    assert [fault.field for fault in refusal.value.faults] == ["name", "items", "value", "effort"]


def test_other_items_give_an_option_another_kind(
    plan: Plan, staff: User, items: Items, option: StrategicOption
) -> None:
    change_option(by=staff, option=option, items=[items["weakness"], items["threat"]], effort=None)
    option.refresh_from_db()
    assert (option.kind, option.effort, option.value) == ("wt", None, 4)
    cells = {cell.kind: [*cell.options] for _edge, row in read_matrix(plan).rows for cell in row}
    assert cells == {"so": [], "st": [], "wo": [], "wt": [option]}


def test_a_chosen_option_becomes_a_priority_that_remembers(
    plan: Plan, staff: User, items: Items, option: StrategicOption
) -> None:
    part = add_part(by=staff, plan=plan, of="vision", text="Calm water")
    priority = choose_option(by=staff, option=option, code="P1", serves=[part], reason="Best of all")
    option.refresh_from_db()
    assert (priority.name, [*priority.serves.all()]) == ("Winter port", [part])
    assert {answer.item for answer in priority.answers.all()} == {items["strength"], items["opportunity"]}
    assert (option.state, option.priority, option.reason) == (OptionState.CHOSEN, priority, "Best of all")
    for act in (
        lambda: choose_option(by=staff, option=option, code="P2"),
        lambda: drop_option(by=staff, option=option, reason="No"),
        lambda: remove_option(by=staff, option=option),
    ):
        with pytest.raises(Conflict):
            act()


def test_an_existing_priority_takes_an_option_up_and_keeps_what_it_answers(
    plan: Plan, staff: User, items: Items, option: StrategicOption
) -> None:
    priority = add_priority(by=staff, plan=plan, code="P1", name="Sea")
    link_priority(by=staff, priority=priority, answers=[items["threat"]])
    assert choose_option(by=staff, option=option, priority=priority) == priority
    assert {answer.item.quadrant for answer in priority.answers.all()} == {
        "threat",
        "strength",
        "opportunity",
    }


def test_a_plan_in_force_takes_an_option_up_by_a_revision(
    plan: Plan, staff: User, option: StrategicOption
) -> None:
    Plan.objects.update(state="active")
    option.plan.refresh_from_db()
    with pytest.raises(Conflict, match="revision"):
        choose_option(by=staff, option=option, code="P1")
    assert not Priority.objects.exists()
    option.refresh_from_db()
    assert option.state == OptionState.CONSIDERED


def test_an_option_is_dropped_for_a_reason_and_considered_again(staff: User, option: StrategicOption) -> None:
    with pytest.raises(Refused):
        drop_option(by=staff, option=option, reason=" ")
    drop_option(by=staff, option=option, reason="Too dear")
    assert (option.state, option.reason) == (OptionState.DROPPED, "Too dear")
    reconsider_option(by=staff, option=option)
    with pytest.raises(Conflict):
        reconsider_option(by=staff, option=option)
    remove_option(by=staff, option=option)
    assert not StrategicOption.objects.exists()


def test_clauses_are_proposed_until_they_are_picked() -> None:
    vision = "A child walks to school, swims in the bay, and so on. Everyone has a home!"
    assert clauses(vision) == [
        "A child walks to school",
        "swims in the bay",
        "and so on",
        "Everyone has a home",
    ]
    assert clauses("") == []
    assert clauses("Clean air; ok; clean air") == ["Clean air, ok", "clean air"]
    assert unpicked(vision, ["a child walks to school", "Everyone"]) == ["swims in the bay", "and so on"]


def test_every_gap_is_named_with_what_to_do(plan: Plan, staff: User, items: Items) -> None:
    Plan.objects.update(vision="Calm water, clean air.", mission="We look after the city.")
    plan.refresh_from_db()
    part = add_part(by=staff, plan=plan, of="vision", text="Calm water")
    alone = add_priority(by=staff, plan=plan, code="P1", name="Alone")
    served = add_priority(by=staff, plan=plan, code="P2", name="Served")
    add_objective(by=staff, plan=plan, code="O1", name="Fewer waves", priority=served)
    add_item(by=staff, plan=plan, statement="Storms", quadrant="threat", impact=5, likelihood=3)
    add_item(by=staff, plan=plan, statement="Drizzle", quadrant="threat", impact=2, likelihood=5)
    found = [(gap.kind.value, gap.what) for gap in gaps_of(plan)]
    assert found == [
        ("statement_not_picked", "Mission: no part of it was picked out"),
        ("part_without_priority", "Calm water"),
        ("priority_without_part", "Alone"),
        ("priority_without_part", "Served"),
        ("item_unanswered", "Storms"),
        ("priority_without_objective", "Alone"),
    ]
    storms = AnalysisItem.objects.get(statement="Storms")
    link_priority(by=staff, priority=served, serves=[part], answers=[storms])
    assert [gap.what for gap in gaps_of(plan)] == ["Mission: no part of it was picked out", "Alone", "Alone"]
    assert alone.answers.count() == 0


def test_gaps_take_as_many_queries_for_many_as_for_few(plan: Plan, staff: User, items: Items) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            gaps_of(plan)
        return len(captured)

    add_priority(by=staff, plan=plan, code="P", name="Sea")
    few = queries()
    for number in range(5):
        add_priority(by=staff, plan=plan, code=f"P{number}", name="Sea")
        add_part(by=staff, plan=plan, of="vision", text="Calm water")
    assert queries() == few


def test_options_stand_by_value_and_effort(
    plan: Plan, staff: User, items: Items, option: StrategicOption
) -> None:
    pair = [items["weakness"], items["threat"]]
    unrated = add_option(by=staff, plan=plan, name="Unrated", items=pair)
    beside = add_option(by=staff, plan=plan, name="Beside", items=pair, value=4, effort=2)
    placed = [(each.number, each.x, each.y) for each in spots([option, unrated, beside])]
    assert placed == [
        (1, pytest.approx(MARGIN + STEP * 4 / 3), 1.5 * STEP),
        (3, pytest.approx(MARGIN + STEP * 5 / 3), 1.5 * STEP),
    ]


def test_the_pages_take_an_option_from_the_matrix_to_a_priority(
    plan: Plan, staff: User, items: Items, person: Callable[[str], User]
) -> None:
    client = browser(staff)
    pair = [items["strength"].pk, items["threat"].pk]
    offered = client.get(reverse("add_option", args=["h30"]), {"item": pair}).content.decode()
    assert offered.count("checked") == 2
    client.post(reverse("add_option", args=["h30"]), {"name": "A wall", "items": pair, "value": "5"})
    option = StrategicOption.objects.get()
    assert (option.kind, option.value) == ("st", 5)
    matrix = client.get(reverse("options", args=["h30"])).content.decode()
    assert "A wall" in matrix
    client.post(reverse("statement_parts", args=["h30"]), {"own": "Calm water", "of": "vision"})
    part = plan.statement_parts.get()
    path = reverse("decide_option", args=[option.pk, "choose"])
    answer = client.post(path, {"code": "P1", "name": "Walls", "serves": [part.pk]})
    priority = Priority.objects.get()
    assert answer["Location"] == reverse("priority", args=[priority.pk])
    shown = client.get(answer["Location"]).content.decode()
    assert [words for words in ("Calm water", "A strength", "A wall") if words not in shown] == []
    Plan.objects.update(state="active")
    public = browser(person(Role.VIEWER)).get(answer["Location"]).content.decode()
    assert ("Calm water" in public, "A strength" in public, "A wall" in public) == (True, False, False)


def test_the_history_tells_what_a_priority_serves_and_an_option_pairs(
    plan: Plan, staff: User, option: StrategicOption, items: Items
) -> None:
    part = add_part(by=staff, plan=plan, of="vision", text="Calm water")
    priority = add_priority(by=staff, plan=plan, code="P1", name="Short ways")
    link_priority(by=staff, priority=priority, serves=[part], answers=[items["threat"]])
    link_priority(by=staff, priority=priority, serves=[], answers=[])
    change_option(by=staff, option=option, items=[items["strength"], items["threat"]])

    def told(kind: str, pk: int) -> set[tuple[str, str, str]]:
        changes = (each for each in changes_of(kind, pk) if each.kind != kind)
        return {(each.deed, each.kind_name, each.title) for each in changes}

    assert told("strategy.priority", priority.pk) == {
        (deed, *said)
        for deed in ("insert", "delete")
        for said in [
            ("Part that a priority serves", "Short ways · Calm water"),
            ("Priority answer", "Short ways · A threat"),
        ]
    }
    assert told("strategy.strategicoption", option.pk) == {
        ("insert", "Item that an option pairs", "Winter port · A strength"),
        ("insert", "Item that an option pairs", "Winter port · A opportunity"),
        ("delete", "Item that an option pairs", "Winter port · A opportunity"),
        ("insert", "Item that an option pairs", "Winter port · A threat"),
    }
