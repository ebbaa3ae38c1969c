"""Items of the analysis: added, changed, arranged on the SWOT board, archived."""

from collections.abc import Callable

import pytest

from core.errors import Conflict, Refused
from org.models import User
from strategy.actions.analysis import add_item, archive_item, change_item, place_item, restore_item
from strategy.enums import ItemState, PlanState
from strategy.models import AnalysisItem, Plan

Add = Callable[..., AnalysisItem]


@pytest.fixture
def add(staff: User, plan: Plan) -> Add:
    """Add an item to the plan's board, a strength unless said otherwise."""

    def make(statement: str, quadrant: str = "strength", **more: object) -> AnalysisItem:
        return add_item(by=staff, plan=plan, statement=statement, quadrant=quadrant, **more)  # type: ignore[arg-type]

    return make


def board(plan: Plan, quadrant: str) -> list[str]:
    """Statements of a quadrant from the top."""
    return [each.statement for each in plan.analysis_items.filter(quadrant=quadrant).order_by("position")]


def test_an_item_stands_at_the_end_of_its_quadrant(plan: Plan, add: Add, staff: User) -> None:
    add("Deep water")
    item = add("  Loyal crews ")

    assert board(plan, "strength") == ["Deep water", "Loyal crews"]
    assert (item.contributor, item.state, item.lens) == (staff, ItemState.SHARED, "swot")


def test_everything_that_is_wrong_with_an_item_is_named(add: Add) -> None:
    with pytest.raises(Refused) as refused:
        add(" ", "", impact=6, likelihood=0, course="up", horizon="soonish", evidence_url="ftp://x")

    assert [fault.field for fault in refused.value.faults] == [
        "statement",
        "quadrant",
        "impact",
        "likelihood",
        "course",
        "horizon",
        "evidence_url",
    ]
    assert AnalysisItem.objects.count() == 0


@pytest.mark.parametrize(
    ("lens", "category", "quadrant", "field"),
    [
        ("swot", "legal", "threat", "category"),
        ("pestel", "", "", "category"),
        ("pestel", "rivalry", "", "category"),
        ("trends", "demand", "elsewhere", "quadrant"),
        ("stars", "", "", "lens"),
    ],
)
def test_an_item_stands_in_a_field_of_its_lens(
    add: Add, lens: str, category: str, quadrant: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        add("Rules tighten", quadrant, lens=lens, category=category)

    assert [fault.field for fault in refused.value.faults] == [field]


def test_an_item_moves_to_a_place_in_another_quadrant(plan: Plan, add: Add, staff: User) -> None:
    for statement in ("A", "B", "C"):
        add(statement, "weakness")
    moved = add("D")

    place_item(by=staff, item=moved, quadrant="weakness", position=1)

    assert (board(plan, "strength"), board(plan, "weakness")) == ([], ["A", "D", "B", "C"])


def test_a_place_past_the_end_is_the_end(plan: Plan, add: Add, staff: User) -> None:
    first, _second = add("A"), add("B")

    place_item(by=staff, item=first, quadrant="strength", position=99)

    assert board(plan, "strength") == ["B", "A"]


def test_what_another_lens_saw_goes_on_the_board_and_off_it(plan: Plan, add: Add, staff: User) -> None:
    rules = add("Emission rules", "", lens="pestel", category="legal")

    place_item(by=staff, item=rules, quadrant="threat")
    on_board = board(plan, "threat")
    place_item(by=staff, item=rules, quadrant="")

    assert (on_board, board(plan, "threat")) == (["Emission rules"], [])


def test_a_swot_item_does_not_leave_the_board(plan: Plan, add: Add, staff: User) -> None:
    with pytest.raises(Refused):
        place_item(by=staff, item=add("A"), quadrant="")

    assert board(plan, "strength") == ["A"]


def test_only_what_is_on_the_board_is_moved(add: Add, staff: User) -> None:
    item = archive_item(by=staff, item=add("A"))

    with pytest.raises(Conflict):
        place_item(by=staff, item=item, quadrant="weakness")


def test_an_archived_item_comes_back(add: Add, staff: User) -> None:
    item = archive_item(by=staff, item=add("A"))
    with pytest.raises(Conflict):
        archive_item(by=staff, item=item)

    restore_item(by=staff, item=item)

    item.refresh_from_db()
    assert item.state == ItemState.SHARED
    with pytest.raises(Conflict):
        restore_item(by=staff, item=item)


def test_a_change_leaves_the_rest_as_it_was(add: Add, staff: User) -> None:
    item = add("A", impact=4, evidence="Survey of 2025")

    change_item(by=staff, item=item, likelihood=2)

    item.refresh_from_db()
    assert (item.statement, item.impact, item.likelihood, item.evidence) == ("A", 4, 2, "Survey of 2025")


def test_a_merged_item_is_not_changed(add: Add, staff: User) -> None:
    item, other = add("A"), add("B")
    AnalysisItem.objects.filter(pk=item.pk).update(state=ItemState.MERGED, merged_into=other)
    item.refresh_from_db()

    with pytest.raises(Conflict):
        change_item(by=staff, item=item, impact=3)


def test_the_analysis_of_an_archived_plan_stays(plan: Plan, add: Add, staff: User) -> None:
    item = add("A")
    Plan.objects.update(state=PlanState.ARCHIVED)
    plan.refresh_from_db()
    item = AnalysisItem.objects.get(pk=item.pk)

    for act in (lambda: add("B"), lambda: change_item(by=staff, item=item, impact=1)):
        with pytest.raises(Conflict):
            act()
    assert AnalysisItem.objects.get().impact is None
