"""What a branch carries, what stays with the plan itself, and what was chosen within one."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from core.errors import Conflict
from kpis.engine.frequency import Frequency, Period
from org.models import User
from strategy.actions.options import add_option, choose_option
from strategy.actions.participation import Part, set_team, write_commentary
from strategy.actions.revisions import (
    approve_revision,
    begin_revision,
    propose_revision,
    take_back_revision,
    withdraw_revision,
)
from strategy.documents.stratml import plan_record
from strategy.enums import Lens, OptionState, Quadrant
from strategy.models import AnalysisItem, Objective, Plan, Priority, Stakeholder, StrategicOption
from strategy.revisions.comparing import compare

LAST = Period(Frequency.QUARTER, 2025 * 4)


@pytest.fixture
def first(active: Plan, staff: User) -> Objective:
    """An objective with a team, a commentary, somebody with a stake, and what an import kept."""
    first = active.objectives.get(code="O1")
    set_team(by=staff, objective=first, wanted=[Part(staff, "Counts")])
    write_commentary(by=staff, objective=first, period=LAST, text="It rained.")
    Stakeholder.objects.create(plan=active, objective=first, name="Passengers' union", kind="organisation")
    Stakeholder.objects.create(plan=active, name="The region", kind="organisation")
    Objective.objects.filter(pk=first.pk).update(extra={"other_information": "See annex 3"})
    Priority.objects.filter(plan=active).update(extra={"other_information": "See annex 1"})
    Plan.objects.filter(pk=active.pk).update(extra={"source": "https://city.example/plan.xml"})
    return first


def begun(active: Plan, by: User) -> tuple[Plan, Objective]:
    """A revision's branch, and its copy of the first objective."""
    revision = begin_revision(by=by, plan=Plan.objects.get(pk=active.pk), title="Bolder", reason="Storms")
    return revision.branch, revision.branch.objectives.get(code="O1")


def test_a_branch_reads_as_a_whole_plan(active: Plan, first: Objective, staff: User, client: Client) -> None:
    branch, copy = begun(active, staff)
    client.force_login(staff)
    page = client.get(reverse("objective", args=[copy.pk])).content.decode()

    ours, theirs = (plan_record(Plan.objects.get(pk=each.pk)) for each in (branch, active))
    for each in (ours, theirs):
        goal = each.goals[0]
        assert (each.source, goal.other_information) == ("https://city.example/plan.xml", "See annex 1")
        assert goal.objectives[0].other_information == "See annex 3"
        assert [one.name for one in goal.objectives[0].stakeholders] == ["Passengers' union"]
        assert [one.name for one in each.organisations[0].stakeholders] == ["The region"]
    assert [words in page for words in ("Passengers&#x27; union", "Theme team · Counts", "It rained.")] == [
        True
    ] * 3
    assert reverse("objective", args=[first.pk]) in page
    assert reverse("commentary", args=[copy.pk]) not in page


def test_a_new_objective_of_a_branch_has_nothing_of_anothers(
    active: Plan, first: Objective, staff: User
) -> None:
    branch, copy = begun(active, staff)
    Objective.objects.filter(pk=copy.pk).update(origin=None)

    record = plan_record(Plan.objects.get(pk=branch.pk))

    assert [len(each.stakeholders) for each in record.goals[0].objectives] == [0, 0]


def test_a_team_goes_with_the_revision_and_back(
    active: Plan, first: Objective, staff: User, executive: User
) -> None:
    _branch, copy = begun(active, staff)
    set_team(by=staff, objective=copy, wanted=[Part(executive)])
    revision = active.revisions.get()
    propose_revision(by=staff, revision=revision)
    approve_revision(by=executive, revision=revision)
    approved = [(each.person, each.part) for each in first.team.all()]
    changes = compare(active.revisions.get()).changes
    take_back_revision(by=executive, revision=revision, reason="Not now")

    assert approved == [(executive, "")]
    assert [(fact.label, fact.before, fact.after) for each in changes for fact in each.facts] == [
        (f"{staff.name} in the theme team", "Counts", ""),
        (f"{executive.name} in the theme team", "", "yes"),
    ]
    assert [(each.person, each.part) for each in first.team.all()] == [(staff, "Counts")]


def test_commentary_is_written_in_the_plan_itself(
    active: Plan, first: Objective, staff: User, client: Client
) -> None:
    _branch, copy = begun(active, staff)
    client.force_login(staff)

    answer = client.get(reverse("commentary", args=[copy.pk]))

    assert answer.status_code == 409
    assert reverse("objective", args=[first.pk]) in answer.content.decode()
    with pytest.raises(Conflict):
        write_commentary(by=staff, objective=copy, period=LAST, text="It shone.")


def chosen_within(active: Plan, by: User) -> StrategicOption:
    """An option that was chosen on the branch of a new revision."""
    weakness = active.analysis_items.get()
    threat = AnalysisItem.objects.create(
        plan=active, statement="Storms", lens=Lens.SWOT, quadrant=Quadrant.THREAT
    )
    option = add_option(by=by, plan=active, name="Build new walls", items=[weakness, threat])
    branch, _copy = begun(active, by)
    choose_option(by=by, option=option, plan=branch, code="P2")
    return option


def test_an_option_follows_its_priority_into_force(active: Plan, staff: User, executive: User) -> None:
    option = chosen_within(active, staff)
    revision = active.revisions.get()
    propose_revision(by=staff, revision=revision)
    approve_revision(by=executive, revision=revision)

    option.refresh_from_db()
    assert (option.state, option.priority) == (OptionState.CHOSEN, active.priorities.get(code="P2"))


def test_an_option_is_open_again_when_the_revision_is_given_up(active: Plan, staff: User) -> None:
    option = chosen_within(active, staff)
    withdraw_revision(by=staff, revision=active.revisions.get())

    option.refresh_from_db()
    assert (option.state, option.priority) == (OptionState.CONSIDERED, None)


def test_the_banner_of_a_branch_comes_first_under_the_header(
    active: Plan, staff: User, client: Client
) -> None:
    branch, copy = begun(active, staff)
    client.force_login(staff)

    pages = [reverse("plan", args=[branch.code]), reverse("objective", args=[copy.pk])]

    for page in pages:
        stack = client.get(page).content.decode().split('<div class="stack">')[1]
        assert re.match(r'\s*<div class="note revision-banner"', stack.split("-->")[-1])
