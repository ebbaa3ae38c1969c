"""How far a plan is supported, by what its departments' heads say."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.errors import Conflict, Refused
from org.enums import Role
from org.models import Department, User
from strategy.actions import create_plan, set_plan_state
from strategy.actions.consultation import (
    answer_remark,
    begin_consultation,
    change_remark,
    close_consultation,
    invite,
    open_consultation,
    remove_consultation,
    say,
    withdraw_remark,
)
from strategy.consultation import support_of, supports_of
from strategy.consultation.asking import is_asked
from strategy.models import Consultation, Plan, Remark
from strategy.queries import visible_plans
from tests.strategy.consultation.conftest import someone


def stances(plan: Plan) -> dict[str, str]:
    return {each.department.name: each.stance.value for each in support_of(plan).departments}


def test_an_invited_department_is_silent_until_its_head_speaks(
    consultation: Consultation, draft: Plan, head: User, works: Department
) -> None:
    staged = [stances(draft)]
    someone_else = someone("Rolf", Role.CONTRIBUTOR, Department.objects.get(code="roads"))
    say(by=someone_else, consultation=consultation, about="plan", kind="objection", text="Not for Works")
    staged.append(stances(draft))
    say(by=head, consultation=consultation, about="vision", kind="comment", text="Hm")
    staged.append(stances(draft))
    say(by=head, consultation=consultation, about="plan", kind="endorsement")
    staged.append(stances(draft))
    objection = say(by=head, consultation=consultation, about="mission", kind="objection", text="No")
    staged.append(stances(draft))
    withdraw_remark(by=head, remark=objection)
    staged.append(stances(draft))

    assert [each["Works"] for each in staged] == [
        "silent",
        "silent",
        "comments",
        "endorses",
        "objects",
        "endorses",
    ]


@pytest.mark.parametrize(
    ("outcome", "stance", "standing"), [("taken_up", "comments", 0), ("not_taken_up", "objects", 1)]
)
def test_an_objection_stands_unless_it_is_taken_up(
    consultation: Consultation, draft: Plan, staff: User, head: User, outcome: str, stance: str, standing: int
) -> None:
    remark = say(by=head, consultation=consultation, about="plan", kind="objection", text="No money")
    before = support_of(draft)

    answer_remark(by=staff, remark=remark, outcome=outcome, answer="So it is.")

    after = support_of(draft)
    assert (len(before.open_objections), before.unanswered) == (1, 1)
    assert (len(after.open_objections), len(after.standing), after.unanswered) == (0, standing, 0)
    assert stances(draft) == {"Works": stance}


def test_a_later_round_outweighs_an_earlier_one(
    consultation: Consultation, draft: Plan, staff: User, head: User
) -> None:
    say(by=head, consultation=consultation, about="plan", kind="objection", text="Not yet")
    close_consultation(by=staff, consultation=consultation)
    second = begin_consultation(by=staff, plan=draft, name="Second")
    open_consultation(by=staff, consultation=second)

    say(by=head, consultation=second, about="plan", kind="endorsement")

    assert (stances(draft), support_of(draft).rounds) == ({"Works": "endorses"}, 1 + 1)


def test_the_support_of_many_plans_asks_as_often_as_that_of_one(
    consultation: Consultation, draft: Plan, head: User, staff: User
) -> None:
    say(by=head, consultation=consultation, about="plan", kind="endorsement")
    others = [create_plan(by=staff, name=f"Other {number}") for number in range(3)]

    def counted(plans: list[Plan]) -> int:
        with CaptureQueriesContext(connection) as captured:
            supports_of(plans)
        return len(captured)

    assert counted([draft]) == counted([draft, *others])


@pytest.mark.parametrize(
    ("role", "place", "expected"),
    [
        (Role.CONTRIBUTOR, "works", True),
        (Role.CONTRIBUTOR, "roads", True),
        (Role.CONTRIBUTOR, "health", False),
        (Role.CONTRIBUTOR, "city", False),
        (Role.DEPARTMENT_HEAD, "city", True),
        (Role.VIEWER, None, False),
        (Role.EXECUTIVE, None, True),
        (Role.SMO_STAFF, None, False),
    ],
)
def test_an_invited_department_asks_its_people(
    consultation: Consultation, role: str, place: str | None, expected: bool
) -> None:
    department = Department.objects.get(code=place) if place else None
    person = someone("Petra", role, department)

    assert is_asked(person, consultation) is expected
    reads = visible_plans(person).filter(pk=consultation.plan_id).exists()
    assert reads is (expected or role == Role.SMO_STAFF)


def test_the_city_asks_everybody(
    consultation: Consultation, staff: User, city: Department, viewer: User
) -> None:
    invite(by=staff, consultation=consultation, departments=[city])
    clerk = someone("Clara", Role.CONTRIBUTOR, Department.objects.get(code="health"))

    assert (is_asked(clerk, consultation), is_asked(viewer, consultation)) == (True, True)


def test_nothing_is_said_in_a_round_that_is_not_open(
    consultation: Consultation, staff: User, head: User
) -> None:
    remark = say(by=head, consultation=consultation, about="plan", kind="comment", text="Hm")
    close_consultation(by=staff, consultation=consultation)

    with pytest.raises(Conflict):
        say(by=head, consultation=consultation, about="plan", kind="endorsement")
    with pytest.raises(Conflict):
        change_remark(by=head, remark=remark, kind="comment", text="Oh")
    withdraw_remark(by=head, remark=remark)


@pytest.mark.parametrize(
    ("about", "words", "field"),
    [
        ("plan", {"kind": "comment"}, "text"),
        ("plan", {"kind": "objection", "text": " "}, "text"),
        ("plan", {"kind": "proposal", "text": "Better"}, "proposed"),
        ("plan", {"kind": "shout", "text": "Hey"}, "kind"),
        ("plan", {"kind": "comment", "text": "a" * 10_001}, "text"),
        ("nowhere", {"kind": "endorsement"}, "about"),
        ("objective:99999999", {"kind": "endorsement"}, "about"),
        ("objective", {"kind": "endorsement"}, "about"),
    ],
)
def test_words_that_say_nothing_are_refused(
    consultation: Consultation, head: User, about: str, words: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refusal:
        say(by=head, consultation=consultation, about=about, **words)

    assert [each.field for each in refusal.value.faults] == [field]
    assert not Remark.objects.exists()


def test_who_endorses_twice_endorses_once(consultation: Consultation, head: User) -> None:
    say(by=head, consultation=consultation, about="plan", kind="endorsement")
    say(by=head, consultation=consultation, about="plan", kind="endorsement", text="Gladly")

    assert [each.text for each in Remark.objects.all()] == ["Gladly"]


def test_a_plan_that_is_decided_is_not_consulted(staff: User, draft: Plan) -> None:
    prepared = begin_consultation(by=staff, plan=draft, name="Too late")
    set_plan_state(by=None, plan=draft, state="active")
    prepared.plan.refresh_from_db()

    with pytest.raises(Conflict):
        open_consultation(by=staff, consultation=prepared)
    with pytest.raises(Conflict):
        begin_consultation(by=staff, plan=draft, name="Later still")


def test_a_round_in_which_somebody_spoke_stays(consultation: Consultation, staff: User, head: User) -> None:
    say(by=head, consultation=consultation, about="plan", kind="endorsement")

    with pytest.raises(Conflict):
        remove_consultation(by=staff, consultation=consultation)


def test_an_answer_says_why_not(consultation: Consultation, staff: User, head: User) -> None:
    remark = say(by=head, consultation=consultation, about="plan", kind="objection", text="No")

    for outcome, field in (("not_taken_up", "answer"), ("partly", "answer"), ("", "outcome")):
        with pytest.raises(Refused) as refusal:
            answer_remark(by=staff, remark=remark, outcome=outcome)
        assert [each.field for each in refusal.value.faults] == [field]
