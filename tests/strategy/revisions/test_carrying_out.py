"""A revision is carried out and taken back: what the plan says then is exactly what was agreed."""

import datetime as dt
from typing import Any

import pytest

from core.errors import Conflict, Refused
from kpis.models import KPI
from org.models import User
from strategy.actions import (
    add_objective,
    add_perspective,
    add_value,
    change_link_weight,
    change_objective,
    change_perspective,
    change_perspective_weight,
    change_plan,
    link_cause,
    link_kpi,
    place_objective,
    remove_element,
    unlink_cause,
    unlink_kpi,
)
from strategy.actions.revisions import (
    approve_revision,
    begin_revision,
    bring_up_to_date,
    propose_revision,
    take_back_revision,
    withdraw_revision,
)
from strategy.models import Goal, GoalStep, Objective, ObjectiveKPI, ObjectivePlacement, Plan, Revision
from strategy.revisions import differences, snapshot_of
from strategy.validators import applying_to

SPRING = dt.date(2026, 3, 1)
JUNE = dt.date(2026, 6, 1)


@pytest.fixture
def revision(active: Plan, staff: User) -> Revision:
    """A revision that was just begun."""
    return begin_revision(by=staff, plan=active, title="Bolder", reason="The sea rises faster", since=SPRING)


def of_branch(revision: Revision, code: str) -> Objective:
    return revision.branch.objectives.get(code=code)


def change_everything(revision: Revision, by: User, second_kpi: KPI) -> None:
    """Some of each kind is changed, added and removed on the branch."""
    branch = revision.branch
    first, second = of_branch(revision, "O1"), of_branch(revision, "O2")
    kpi = first.kpi_links.current().get().kpi
    change_plan(by=by, plan=branch, vision="Calm and clean water for all", ends_on=dt.date(2031, 12, 31))
    remove_element(by=by, element=branch.values_held.get())
    add_value(by=by, plan=branch, name="Courage")
    sea = add_perspective(by=by, plan=branch, code="sea", name="Sea", weight=3.0)
    process = branch.perspectives.get(code="process")
    change_perspective_weight(by=by, perspective=process, weight=2.5, since=SPRING)
    change_perspective(by=by, perspective=process, name="How we work")
    change_objective(by=by, objective=first, code="O2x", name="Safest streets")
    change_objective(by=by, objective=second, code="O1")
    change_objective(by=by, objective=first, code="O2")
    place_objective(by=by, objective=first, perspective=sea, priority=None, weight=4.0, since=JUNE)
    change_link_weight(by=by, objective=first, kpi=kpi, weight=7.0, since=JUNE)
    third = add_objective(by=by, plan=branch, code="O3", name="A beach for all", perspective=sea)
    link_kpi(by=by, objective=third, kpi=second_kpi, weight=1.5)
    unlink_cause(by=by, cause=second, effect=first)
    link_cause(by=by, cause=first, effect=third, note="Safe ways to the beach")
    goal = Goal.objects.create(objective=third, statement="A beach by 2029", due_on=dt.date(2029, 6, 1))
    GoalStep.objects.create(goal=goal, name="Buy the sand")
    branch.sections.update(text="The sea rises by 4 mm a year.")
    branch.statement_parts.all().delete()


def decided(revision: Revision, staff: User, executive: User) -> Revision:
    return approve_revision(by=executive, revision=propose_revision(by=staff, revision=revision))


def test_a_branch_says_what_its_plan_says(revision: Revision) -> None:
    assert snapshot_of(revision.branch) == snapshot_of(revision.plan) == revision.base
    assert (revision.branch.code, revision.branch.state, revision.state) == ("h30-r1", "draft", "drafting")


def test_what_was_approved_is_what_the_plan_says_and_taken_back_it_says_the_first_again(
    revision: Revision, staff: User, executive: User, second_kpi: KPI
) -> None:
    first = snapshot_of(revision.plan)
    ids = {each.code: each.pk for each in revision.plan.objectives.all()}
    change_everything(revision, staff, second_kpi)
    wanted = differences(revision.base, snapshot_of(revision.branch))

    revision = decided(revision, staff, executive)

    assert snapshot_of(revision.plan) == snapshot_of(revision.branch)
    assert [each.deed for each in wanted] == [
        each.deed
        for each in differences(revision.before.snapshot, revision.after.snapshot)  # type: ignore[union-attr]
    ]
    assert (revision.before.snapshot, revision.after.snapshot) == (first, snapshot_of(revision.plan))  # type: ignore[union-attr]
    after = {each.code: each.pk for each in revision.plan.objectives.all()}
    assert (after["O1"], after["O2"]) == (ids["O2"], ids["O1"])  # in place: the codes changed hands

    take_back_revision(by=executive, revision=revision, reason="Too bold")

    assert snapshot_of(Plan.objects.get(code="h30")) == first
    assert Revision.objects.get().state == "taken_back"
    assert list(revision.plan.versions.values_list("number", flat=True)) == [3, 2, 1]


def test_an_objective_that_goes_is_archived_and_comes_back_with_all_it_had(
    revision: Revision, staff: User, executive: User
) -> None:
    first = snapshot_of(revision.plan)
    gone = of_branch(revision, "O1")
    gone.delete()
    revision = decided(revision, staff, executive)

    kept = Objective.objects.get(plan=revision.plan, code="O1")
    assert kept.archived_on == SPRING
    held = [row.valid for row in (*kept.placements.current(), *kept.kpi_links.current())]
    assert [each.upper for each in held] == [SPRING, SPRING]
    assert snapshot_of(revision.plan) == snapshot_of(revision.branch)

    take_back_revision(by=executive, revision=revision, reason="We need it")
    assert snapshot_of(revision.plan) == first
    kept.refresh_from_db()
    assert kept.archived_on is None


def test_before_its_day_the_plan_says_what_it_said(
    revision: Revision, staff: User, executive: User, kpi: KPI
) -> None:
    own = Objective.objects.get(plan=revision.plan, code="O1")
    unlink_kpi(by=staff, objective=of_branch(revision, "O1"), kpi=kpi, since=JUNE)
    copy = of_branch(revision, "O1")
    place_objective(by=staff, objective=copy, perspective=None, priority=None, weight=9.0, since=JUNE)
    decided(revision, staff, executive)

    links = ObjectiveKPI.objects.current().filter(objective=own)
    assert [(row.valid.upper, row.weight) for row in links] == [(SPRING, 2.0)]
    places = ObjectivePlacement.objects.current().filter(objective=own).order_by("valid")
    assert [(row.valid.upper, row.weight) for row in places] == [(SPRING, 1.0), (None, 9.0)]
    assert {row.recorded_by for row in places if row.valid.upper is None} == {
        User.objects.get(name="Executive")
    }


def test_what_is_kept_up_meanwhile_stays(revision: Revision, staff: User, executive: User) -> None:
    change_objective(by=staff, objective=of_branch(revision, "O1"), name="Safest streets")
    own = revision.plan.objectives.get(code="O1")
    change_objective(by=staff, objective=own, description="Said meanwhile")

    decided(revision, staff, executive)

    own.refresh_from_db()
    assert (own.name, own.description) == ("Safest streets", "Said meanwhile")


def test_the_second_of_two_that_change_the_same_is_refused_and_both_are_named(
    active: Plan, revision: Revision, staff: User, executive: User
) -> None:
    other = begin_revision(by=staff, plan=active, title="Milder", reason="Money")
    change_plan(by=staff, plan=revision.branch, vision="Wild water")
    change_plan(by=staff, plan=other.branch, vision="Still water")
    change_plan(by=staff, plan=other.branch, mission="We keep the harbour")
    propose_revision(by=staff, revision=other)
    decided(revision, staff, executive)

    with pytest.raises(Conflict) as refused:
        approve_revision(by=executive, revision=other)

    said = str(refused.value)
    assert all(words in said for words in ("Vision", "“Wild water”", "“Still water”"))
    active.refresh_from_db()
    assert (active.vision, active.mission, Revision.objects.get(pk=other.pk).state) == (
        "Wild water",
        "",
        "proposed",
    )


def test_brought_up_to_date_it_can_be_approved(
    active: Plan, revision: Revision, staff: User, executive: User
) -> None:
    change_plan(by=staff, plan=revision.branch, vision="Wild water")
    with applying_to(active):
        change_plan(by=staff, plan=active, vision="Still water", mission="We keep the harbour")
        add_value(by=staff, plan=active, name="Courage")

    revision = bring_up_to_date(by=staff, revision=revision)

    branch = revision.branch
    branch.refresh_from_db()
    assert (branch.vision, branch.mission) == ("Wild water", "We keep the harbour")
    decided(revision, staff, executive)
    assert snapshot_of(Plan.objects.get(pk=active.pk)) == snapshot_of(branch)


def test_what_changed_since_stays_when_a_revision_is_taken_back(
    active: Plan, revision: Revision, staff: User, executive: User
) -> None:
    change_plan(by=staff, plan=revision.branch, vision="Wild water")
    revision = decided(revision, staff, executive)
    with applying_to(active):
        change_plan(by=staff, plan=Plan.objects.get(pk=active.pk), mission="We keep the harbour")
    take_back_revision(by=executive, revision=revision, reason="No")
    active.refresh_from_db()
    assert (active.vision, active.mission) == ("Calm water for all", "We keep the harbour")


def test_it_is_not_taken_back_over_a_later_change_of_the_same(
    active: Plan, revision: Revision, staff: User, executive: User
) -> None:
    change_plan(by=staff, plan=revision.branch, vision="Wild water")
    revision = decided(revision, staff, executive)
    with applying_to(active):
        change_plan(by=staff, plan=Plan.objects.get(pk=active.pk), vision="Wilder water")
    with pytest.raises(Conflict, match="Wilder water"):
        take_back_revision(by=executive, revision=revision, reason="No")


def test_a_circle_that_two_revisions_make_together_is_refused(
    active: Plan, revision: Revision, staff: User, executive: User
) -> None:
    link = of_branch(revision, "O1"), of_branch(revision, "O2")
    unlink_cause(by=staff, cause=link[1], effect=link[0])
    link_cause(by=staff, cause=link[0], effect=link[1])
    revision = propose_revision(by=staff, revision=revision)
    Revision.objects.update(base={**revision.base, "elements": _without_causes(revision.base["elements"])})
    with pytest.raises(Conflict, match=r"circle: .*O1 Safer streets"):
        approve_revision(by=executive, revision=revision)


def _without_causes(elements: dict[str, Any]) -> dict[str, Any]:
    return {key: facts for key, facts in elements.items() if not key.startswith("cause_effect")}


def test_nothing_changed_is_nothing_to_propose(revision: Revision, staff: User) -> None:
    with pytest.raises(Refused, match="Nothing has been changed"):
        propose_revision(by=staff, revision=revision)


def test_what_was_proposed_or_decided_stays_as_it_is(revision: Revision, staff: User) -> None:
    change_plan(by=staff, plan=revision.branch, vision="Wild water")
    propose_revision(by=staff, revision=revision)
    branch = Plan.objects.get(pk=revision.branch_id)
    with pytest.raises(Conflict, match="Waiting for approval"):
        change_plan(by=staff, plan=branch, vision="Wilder water")
    withdraw_revision(by=staff, revision=revision)
    with pytest.raises(Conflict, match="is archived"):
        change_plan(by=staff, plan=Plan.objects.get(pk=branch.pk), vision="Wilder water")
    with pytest.raises(Conflict, match="“Withdrawn”; it cannot become “In force”"):
        approve_revision(by=None, revision=revision)


def test_only_a_plan_in_force_is_revised(plan: Plan, staff: User) -> None:
    with pytest.raises(Conflict, match="Only the organisation"):
        begin_revision(by=staff, plan=plan, title="Bolder", reason="Why not")


def test_a_new_code_that_something_archived_has_is_refused(
    active: Plan, revision: Revision, staff: User, executive: User
) -> None:
    Objective.objects.filter(plan=active, code="O2").update(archived_on=SPRING)
    of_branch(revision, "O2").delete()
    add_objective(by=staff, plan=revision.branch, code="O2", name="Other nights")
    propose_revision(by=staff, revision=revision)
    with pytest.raises(Conflict, match="code O2 belongs to something archived"):
        approve_revision(by=executive, revision=revision)
