"""The way of a departmental plan: three people agree, each step is kept, the next version begins anew."""

import pytest
from django.utils import timezone

from core.due import due_from
from core.errors import Conflict, Refused
from org.actions import create_user, grant_role
from org.enums import AccountKind, Role
from org.models import User
from strategy.actions import change_plan
from strategy.actions.cascade import take_step
from strategy.actions.versions import keep_version
from strategy.cascade.document import moved_on
from strategy.cascade.stages import stage_of, steps_to_take
from strategy.due.cascade import TO_ANSWER
from strategy.enums.cascade import STEPS, Stage, Step
from strategy.models import Plan
from tests.strategy.cascade.conftest import Cascade, person


def go(cascade: Cascade, *steps: Step) -> Plan:
    """Take steps, each by whom it is for."""
    by = {Step.PROPOSE: cascade.head, Step.APPROVE: cascade.executive}
    for step in steps:
        take_step(by=by.get(step, cascade.staff), plan=cascade.works, step=step, comment="Because")
    return cascade.works


WAY = (Step.PROPOSE, Step.AGREE, Step.APPROVE, Step.ACTIVATE)


def spoken(plan: Plan) -> list[tuple[str, str, str, bool]]:
    """Who said what, and whether it stands."""
    return [(each.by.name, each.side, each.decision, each.stands) for each in plan.agreements.all()]


def test_it_goes_from_the_department_by_the_office_to_the_leadership(cascade: Cascade) -> None:
    plan = go(cascade, *WAY)
    assert (plan.state, stage_of(plan)) == ("active", Stage.ACTIVE)
    assert spoken(plan) == [
        ("Hana Head", "department", "agreed", True),
        ("Sam Staff", "office", "agreed", True),
        ("Elena", "leadership", "approved", True),
    ]
    assert plan.versions.get().number == plan.agreements.last().version.number == 1


def test_a_returned_one_is_a_draft_to_which_nobody_agrees(cascade: Cascade) -> None:
    plan = go(cascade, Step.PROPOSE, Step.AGREE, Step.RETURN)
    assert stage_of(plan) == Stage.DRAFT
    assert [each[2:] for each in spoken(plan)] == [("agreed", False), ("agreed", False), ("returned", False)]


@pytest.mark.parametrize("step", [Step.RETURN, Step.REOPEN])
def test_who_sends_it_back_says_why(cascade: Cascade, step: Step) -> None:
    go(cascade, *(WAY if step == Step.REOPEN else WAY[:1]))
    with pytest.raises(Refused) as refused:
        take_step(by=cascade.staff, plan=cascade.works, step=step, comment="  ")
    assert refused.value.faults[0].field == "comment"


def test_a_step_out_of_turn_is_refused_by_name(cascade: Cascade) -> None:
    with pytest.raises(Conflict, match="“Being written”; from there the step “Approve” cannot be taken"):
        take_step(by=cascade.executive, plan=cascade.works, step=Step.APPROVE)


def test_the_organisations_plan_takes_none(cascade: Cascade) -> None:
    with pytest.raises(Conflict, match="no departmental or functional plan"):
        take_step(by=cascade.staff, plan=cascade.strategy, step=Step.PROPOSE)


def test_the_next_version_begins_as_a_draft_and_keeps_the_last(cascade: Cascade) -> None:
    go(cascade, *WAY, Step.REOPEN)
    change_plan(by=cascade.head, plan=cascade.works, description="With the new bridge")
    plan = go(cascade, *WAY)
    assert [each.number for each in plan.versions.order_by("number")] == [1, 2]
    assert sum(each.stands for each in plan.agreements.all()) == 3


def offered(user: User, cascade: Cascade) -> list[Step]:
    """The steps that a person may take now; who they are is read anew."""
    return steps_to_take(User.objects.get(pk=user.pk), cascade.works)


def test_each_step_is_offered_to_whom_it_is_for(cascade: Cascade) -> None:
    people = {"head": cascade.head, "staff": cascade.staff, "executive": cascade.executive}
    found = [{name: offered(user, cascade) for name, user in people.items()}]
    for step in WAY:
        go(cascade, step)
        found.append({name: offered(user, cascade) for name, user in people.items()})
    assert found == [
        {"head": [Step.PROPOSE], "staff": [Step.ARCHIVE], "executive": []},
        {"head": [], "staff": [Step.AGREE, Step.RETURN], "executive": [Step.RETURN]},
        {"head": [], "staff": [Step.RETURN], "executive": [Step.RETURN, Step.APPROVE]},
        {"head": [Step.REOPEN], "staff": [Step.ACTIVATE, Step.REOPEN], "executive": []},
        {"head": [Step.REOPEN], "staff": [Step.REOPEN, Step.ARCHIVE], "executive": []},
    ]


def test_nobody_decides_twice(cascade: Cascade) -> None:
    grant_role(by=None, user=cascade.head, role=Role.SMO_STAFF)
    grant_role(by=None, user=cascade.head, role=Role.EXECUTIVE)
    go(cascade, Step.PROPOSE)
    assert Step.AGREE not in offered(cascade.head, cascade)
    go(cascade, Step.AGREE)
    assert Step.APPROVE not in offered(cascade.head, cascade)


def test_a_program_neither_agrees_nor_approves(cascade: Cascade) -> None:
    program = create_user(by=None, email="desk@city.example", name="Desk", kind=AccountKind.SERVICE)
    for role in (Role.SMO_STAFF, Role.EXECUTIVE, Role.DEPARTMENT_HEAD):
        grant_role(by=None, user=program, role=role)
    decided = {Step.PROPOSE, Step.AGREE, Step.APPROVE}
    for step in WAY[:3]:
        assert not decided & set(offered(program, cascade))
        go(cascade, step)


def test_the_office_proposes_where_nobody_heads(cascade: Cascade) -> None:
    cascade.head.memberships.all().delete()
    assert Step.PROPOSE in offered(cascade.staff, cascade)


def test_every_step_is_somebodys(cascade: Cascade) -> None:
    assert set(STEPS) == set(Step)


def due(user: User) -> list[str]:
    """What is due from somebody about plans."""
    today = timezone.localdate()
    found = due_from(User.objects.get(pk=user.pk), today, today + TO_ANSWER)
    return [each.title for each in found if each.kind == "strategy.department_plan"]


def test_each_is_asked_in_turn(cascade: Cascade) -> None:
    health = person("Harriet", Role.DEPARTMENT_HEAD, cascade.city, "health")
    people = (cascade.head, cascade.staff, cascade.executive, health)
    asked = []
    for step in (Step.PROPOSE, Step.RETURN, Step.PROPOSE, Step.AGREE, Step.APPROVE, Step.ACTIVATE):
        go(cascade, step)
        asked.append([due(user) for user in people])
    assert asked == [
        [[], ["Agree to Plan of Works, or return it"], [], []],
        [["Write Plan of Works anew"], [], [], []],
        [[], ["Agree to Plan of Works, or return it"], [], []],
        [[], [], ["Approve Plan of Works, or return it"], []],
        [[], ["Put Plan of Works into force"], [], []],
        [[], [], [], []],
    ]


def test_it_says_that_the_strategy_went_on_since_it_was_agreed(cascade: Cascade) -> None:
    keep_version(by=cascade.staff, plan=cascade.strategy, reason="Approved")
    plan = go(cascade, *WAY)
    assert moved_on(plan, plan.agreements.all()) is None
    change_plan(by=None, plan=cascade.strategy, vision="Calm water, even in winter")
    newer = keep_version(by=cascade.staff, plan=cascade.strategy, reason="A harder winter")
    found = moved_on(plan, plan.agreements.all())
    assert found is not None
    assert found.then is not None
    assert (found.then.number, found.now.number) == (newer.number - 1, newer.number)
