"""Two that look alike: suggested to those who know both, judged, merged without loss."""

import datetime as dt
from decimal import Decimal

import pytest

from core.errors import Conflict, Refused
from initiatives.actions.coordination import judge_overlap, merge_initiatives
from initiatives.actions.means import add_allocation, add_money_line, add_skill
from initiatives.coordination.overlaps import read_overlaps
from initiatives.enums import Confidentiality, GateOutcome, Stage, Verdict
from initiatives.models import Initiative, OverlapVerdict, Task
from org.models import User
from strategy.actions import add_objective, create_plan
from tests.kpis.city import City, make_city

D = Decimal


@pytest.fixture
def city(db: None) -> City:
    return make_city()


@pytest.fixture
def pair(city: City) -> tuple[Initiative, Initiative]:
    """Roads' and Parks' permits, nearly the same."""
    words = {"stage": Stage.ACTIVE, "purpose": "Applications, drawings and answers in one place."}
    return (
        Initiative.objects.create(code="A", name="Permits online", department=city["roads"], **words),
        Initiative.objects.create(code="B", name="Online permits", department=city["parks"], **words),
    )


def suggested(user: User) -> list[tuple[str, str]]:
    return [(each.first.code, each.second.code) for each in read_overlaps(user)]


def test_two_alike_are_suggested_until_judged(city: City, pair: tuple[Initiative, Initiative]) -> None:
    Initiative.objects.create(code="C", name="Sea wall", department=city["roads"])
    assert suggested(city.viewer) == [("A", "B")]
    judge_overlap(by=city.staff, first=pair[1], second=pair[0], verdict=Verdict.DIFFERENT, note=" No ")
    assert suggested(city.viewer) == []
    [judged] = read_overlaps(city.viewer, judged=True)
    assert judged.verdict is not None
    assert (judged.first.code, judged.verdict.verdict, judged.verdict.note, judged.verdict.judged_by) == (
        "A",
        "different",
        "No",
        city.staff,
    )


def test_what_is_restricted_is_suggested_to_nobody_else(
    city: City, pair: tuple[Initiative, Initiative]
) -> None:
    Initiative.objects.filter(pk=pair[1].pk).update(confidentiality=Confidentiality.RESTRICTED)
    assert (suggested(city.viewer), suggested(city.staff)) == ([], [("A", "B")])


def test_merging_moves_everything_and_adds_up_money(city: City, pair: tuple[Initiative, Initiative]) -> None:
    keep, other = pair
    plan = create_plan(by=None, name="Plan", code="p")
    shared = add_objective(by=None, plan=plan, code="O1", name="Shared")
    own = add_objective(by=None, plan=plan, code="O2", name="Own")
    keep.contributions.create(objective=shared, strength=1)
    other.contributions.create(objective=shared, strength=3)
    other.contributions.create(objective=own, strength=2)
    for each in pair:
        add_money_line(by=None, initiative=each, year=2027, budget=D(10), actual=D(1))
    add_money_line(by=None, initiative=other, year=2028, budget=D(5))
    task = Task.objects.create(initiative=other, name="Dig")
    add_allocation(
        by=None,
        initiative=other,
        department=city["parks"],
        skill=add_skill(by=None, code="s", name="S"),
        first_month=dt.date(2027, 1, 1),
        last_month=dt.date(2027, 1, 1),
        fte=1.0,
    )
    earlier = Initiative.objects.create(code="D", name="Earlier", merged_into=other)

    merge_initiatives(by=city.staff, keep=keep, other=other, note="One team")

    assert list(keep.contributions.order_by("pk").values_list("objective__code", "strength")) == [
        ("O1", 3),
        ("O2", 2),
    ]
    assert list(keep.taking_part.values_list("department__code", flat=True)) == ["parks"]
    assert list(keep.money.order_by("year").values_list("year", "budget", "actual")) == [
        (2027, D(20), D(2)),
        (2028, D(5), None),
    ]
    assert (list(keep.tasks.all()), keep.allocations.count()) == ([task], 1)
    other.refresh_from_db()
    earlier.refresh_from_db()
    assert (other.merged_into, other.archived_on is not None, earlier.merged_into) == (keep, True, keep)
    assert list(OverlapVerdict.objects.values_list("verdict", "note")) == [("merged", "One team")]


def test_what_is_not_ticked_stays_with_the_other(pair: tuple[Initiative, Initiative]) -> None:
    keep, other = pair
    add_money_line(by=None, initiative=other, year=2028, budget=D(5))
    merge_initiatives(by=None, keep=keep, other=other, moves=["people"])
    assert (keep.money.count(), other.money.count()) == (0, 1)


def test_merging_shows_nobody_what_is_restricted(pair: tuple[Initiative, Initiative]) -> None:
    keep, other = pair
    other.confidentiality = Confidentiality.RESTRICTED
    other.save()
    with pytest.raises(Conflict, match="restricted"):
        merge_initiatives(by=None, keep=keep, other=other)
    merge_initiatives(by=None, keep=other, other=keep)


def test_merging_waits_for_a_gate_and_happens_once(pair: tuple[Initiative, Initiative]) -> None:
    keep, other = pair
    gate = other.gates.create(from_stage=Stage.ACTIVE, to_stage=Stage.COMPLETED, outcome=GateOutcome.WAITING)
    with pytest.raises(Conflict, match="gate"):
        merge_initiatives(by=None, keep=keep, other=other)
    gate.delete()
    with pytest.raises(Refused):
        merge_initiatives(by=None, keep=keep, other=keep)
    merge_initiatives(by=None, keep=keep, other=other)
    with pytest.raises(Conflict):
        merge_initiatives(by=None, keep=keep, other=other)
    with pytest.raises(Conflict, match="merged"):
        judge_overlap(by=None, first=keep, second=other, verdict=Verdict.RELATED)
