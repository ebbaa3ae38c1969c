"""Cause-and-effect links between objectives."""

import datetime as dt
from itertools import pairwise

import pytest
from django.utils import timezone

from core.errors import Refused
from org.models import User
from strategy.actions import add_objective, create_plan, link_cause, unlink_cause
from strategy.enums import Influence
from strategy.mapping.claims import claims_of
from strategy.models import CauseEffect, Objective, Plan


@pytest.fixture
def chain(staff: User, plan: Plan) -> list[Objective]:
    """Objectives A → B → C."""
    made = [add_objective(by=staff, plan=plan, code=code, name=code) for code in "ABC"]
    for cause, effect in pairwise(made):
        link_cause(by=staff, cause=cause, effect=effect)
    return made


def test_it_refuses_a_circle_and_names_it(staff: User, chain: list[Objective]) -> None:
    with pytest.raises(Refused, match="C → A → B → C"):
        link_cause(by=staff, cause=chain[2], effect=chain[0])

    assert CauseEffect.objects.count() == 2


def test_it_refuses_an_objective_as_its_own_cause(staff: User, objective: Objective) -> None:
    with pytest.raises(Refused, match="O1 → O1"):
        link_cause(by=staff, cause=objective, effect=objective)


def test_two_ways_to_the_same_effect_are_no_circle(staff: User, chain: list[Objective]) -> None:
    link_cause(by=staff, cause=chain[0], effect=chain[2], note="directly, too")

    assert CauseEffect.objects.count() == 3


def test_the_same_claim_again_changes_its_note(staff: User, chain: list[Objective]) -> None:
    link_cause(by=staff, cause=chain[0], effect=chain[1], note="because")

    current = CauseEffect.objects.current().order_by("pk")
    assert list(current.values_list("note", flat=True)) == ["because", ""]


def test_the_past_keeps_what_was_claimed_then(staff: User, chain: list[Objective]) -> None:
    before = timezone.now()
    link = link_cause(by=staff, cause=chain[0], effect=chain[1], influence=Influence.HINDERS)
    between = timezone.now()
    unlink_cause(by=staff, cause=chain[0], effect=chain[1])
    again = link_cause(by=staff, cause=chain[0], effect=chain[1], note="after all")

    def claimed(moment: dt.datetime | None) -> list[tuple[str, str, str]]:
        links = claims_of(chain[0].plan, timezone.localdate(), moment)
        return [(f"{each.cause}{each.effect}", each.influence, each.note) for each in links]

    assert claimed(before) == [("AB", "helps", ""), ("BC", "helps", "")]
    assert claimed(between) == [("AB", "hinders", ""), ("BC", "helps", "")]
    assert claimed(None) == [("AB", "helps", "after all"), ("BC", "helps", "")]
    assert claimed(before - dt.timedelta(days=1)) == []
    assert CauseEffect.objects.current().get(cause=chain[0]).pk == again.pk != link.pk


def test_new_words_keep_the_id_and_the_same_words_change_nothing(staff: User, chain: list[Objective]) -> None:
    known = CauseEffect.objects.get(cause=chain[0])
    changed = link_cause(by=staff, cause=chain[0], effect=chain[1], note="because")
    link_cause(by=staff, cause=chain[0], effect=chain[1], note="because")

    assert (changed.pk, CauseEffect.objects.filter(cause=chain[0]).count()) == (known.pk, 2)


def test_it_refuses_a_claim_across_plans(staff: User, objective: Objective) -> None:
    other = create_plan(by=staff, name="Other")
    stranger = add_objective(by=staff, plan=other, code="X", name="X")

    with pytest.raises(Refused, match="two plans"):
        link_cause(by=staff, cause=objective, effect=stranger)


def test_a_claim_can_be_withdrawn_once(staff: User, chain: list[Objective]) -> None:
    unlink_cause(by=staff, cause=chain[0], effect=chain[1])
    with pytest.raises(Refused):
        unlink_cause(by=staff, cause=chain[0], effect=chain[1])

    assert CauseEffect.objects.current().count() == 1
