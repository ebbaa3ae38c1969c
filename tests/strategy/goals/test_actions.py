"""Goals, steps, teams and commentary as they are written."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from core.changes import changes_of
from core.errors import Conflict, Refused
from kpis.engine.frequency import Frequency, Period
from strategy.actions.goals import (
    add_goal,
    add_step,
    change_goal,
    change_step,
    remove_step,
    set_goal_state,
    tick_step,
)
from strategy.actions.participation import (
    Part,
    Support,
    period_named,
    remove_commentary,
    set_supporting,
    set_team,
    write_commentary,
)
from strategy.enums import ActivityState, GoalState
from strategy.models import Commentary, Goal, GoalStep, Plan
from tests.strategy.goals.conftest import Town


def fields_of(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    """The fields that a refusal names."""
    return [fault.field for fault in refused.value.faults]


def test_a_goal_of_a_plan_in_force_is_agreed_and_its_upkeep_is_not(town: Town) -> None:
    with pytest.raises(Conflict):
        add_goal(by=town.city.staff, objective=town.objective, statement="Another")
    with pytest.raises(Conflict):
        change_goal(by=town.city.staff, goal=town.goal, target=5.0)
    change_goal(by=town.city.staff, goal=Goal.objects.get(), resources="Two crews", target=6.0)
    assert list(Goal.objects.values_list("resources", "target")) == [("Two crews", 6.0)]


def test_in_a_draft_everything_of_a_goal_changes(town: Town) -> None:
    Plan.objects.update(state="draft")
    goal = Goal.objects.select_related("objective__plan").get()
    change_goal(by=town.city.staff, goal=goal, target=5.0)
    added = add_goal(by=town.city.staff, objective=goal.objective, statement=" Another ")
    assert [goal.target for goal in Goal.objects.all()] == [5.0, None]
    assert (added.statement, added.position) == ("Another", 1)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"statement": " "}, "statement"),
        ({"statement": "x" * 501}, "statement"),
        ({"budget": -1}, "budget"),
        ({"baseline_on": dt.date(2028, 1, 1)}, "due_on"),
    ],
)
def test_what_no_goal_can_say_is_refused(town: Town, changed: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        change_goal(by=None, goal=town.goal, **changed)
    assert fields_of(refused) == [field]


def test_a_goal_is_closed_with_a_note_and_opened_again(town: Town) -> None:
    staff = town.city.staff
    with pytest.raises(Refused) as refused:
        set_goal_state(by=staff, goal=town.goal, state=GoalState.MISSED)
    assert fields_of(refused) == ["note"]
    set_goal_state(by=staff, goal=town.goal, state=GoalState.MISSED, note="No crew")
    with pytest.raises(Conflict):
        set_goal_state(by=staff, goal=town.goal, state=GoalState.REACHED)
    stored = Goal.objects.values_list("state", "closing_note")
    assert list(stored) == [("missed", "No crew")]
    set_goal_state(by=staff, goal=town.goal, state=GoalState.OPEN)
    assert list(stored.all()) == [("open", "")]


def test_a_step_knows_since_when_it_is_done(town: Town) -> None:
    tick_step(by=town.stan, step=town.step)
    tick_step(by=town.stan, step=town.step)
    seen = [(town.step.state, town.step.done_on)]
    tick_step(by=town.stan, step=town.step, done=False)
    seen.append((town.step.state, town.step.done_on))
    assert seen == [(ActivityState.DONE, timezone.localdate()), (ActivityState.UNDER_WAY, None)]
    deeds = changes_of("strategy.goalstep", town.step.pk)
    assert [(each.action, each.user_pk) for each in deeds[:2]] == [("strategy.tick_step", town.stan.pk)] * 2


def test_steps_are_added_changed_and_removed(town: Town) -> None:
    added = add_step(by=town.gil, goal=town.goal, name=" Mend them ")
    change_step(by=town.gil, step=added, who=town.olga, state=ActivityState.DONE)
    assert (added.name, added.who, added.done_on) == ("Mend them", town.olga, timezone.localdate())
    remove_step(by=town.gil, step=town.step)
    assert list(GoalStep.objects.all()) == [added]
    with pytest.raises(Refused) as refused:
        change_step(by=town.gil, step=added, name=" ")
    assert fields_of(refused) == ["name"]


def test_who_supports_is_said_as_a_whole(town: Town) -> None:
    city, olga = town.city, town.olga
    set_supporting(
        by=olga, objective=town.objective, wanted=[Support(city["parks"], " Trees "), Support(city["health"])]
    )
    set_supporting(by=olga, objective=town.objective, wanted=[Support(city["parks"], "Trees")])
    assert [(each.department, each.note) for each in town.objective.supporting.all()] == [
        (city["parks"], "Trees")
    ]
    row = town.objective.supporting.get()
    assert [each.deed for each in changes_of("strategy.supportingdepartment", row.pk)] == ["insert"]


def test_the_lead_supports_not_and_nobody_stands_twice(town: Town) -> None:
    parks = town.city["parks"]
    with pytest.raises(Refused) as refused:
        set_supporting(
            by=None,
            objective=town.objective,
            wanted=[Support(town.city["roads"]), Support(parks), Support(parks)],
        )
    assert fields_of(refused) == ["supporting", "supporting"]
    with pytest.raises(Refused):
        set_team(by=None, objective=town.objective, wanted=[Part(town.gil), Part(town.gil)])


def test_a_team_is_said_as_a_whole(town: Town) -> None:
    set_team(by=None, objective=town.objective, wanted=[Part(town.gil, "Traffic"), Part(town.stan)])
    set_team(by=None, objective=town.objective, wanted=[Part(town.gil, "Noise")])
    assert [(each.person, each.part) for each in town.objective.team.all()] == [(town.gil, "Noise")]


def test_a_period_has_one_commentary(town: Town) -> None:
    period = Period(Frequency.QUARTER, 2026 * 4 + 1)
    for text, assessment in (("Rain", "red"), ("Rain, then sun", "")):
        write_commentary(
            by=town.olga, objective=town.objective, period=period, text=text, assessment=assessment
        )
    kept = Commentary.objects.get()
    assert (kept.text, kept.assessment, kept.author) == ("Rain, then sun", "", town.olga)
    remove_commentary(by=town.olga, commentary=kept)
    assert not Commentary.objects.exists()


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ({"text": " "}, ["text"]),
        ({"assessment": "splendid"}, ["assessment"]),
        ({"period": Period(Frequency.QUARTER, 2999 * 4)}, ["period"]),
        ({"period": Period(Frequency.DAY, dt.date(2026, 1, 1).toordinal())}, ["period"]),
    ],
)
def test_a_commentary_that_cannot_be_is_refused(town: Town, said: dict[str, Any], fields: list[str]) -> None:
    given = {"text": "Rain", "assessment": "", "period": Period(Frequency.QUARTER, 2026 * 4)} | said
    with pytest.raises(Refused) as refused:
        write_commentary(by=None, objective=town.objective, **given)
    assert fields_of(refused) == fields
    with pytest.raises(Refused):
        period_named("some day")


def test_an_archived_plan_stays_as_it_was(town: Town) -> None:
    Plan.objects.update(state="archived")
    goal = Goal.objects.select_related("objective__plan").get()
    step = GoalStep.objects.select_related("goal__objective__plan").get()
    objective, period = goal.objective, Period(Frequency.QUARTER, 2026 * 4)
    for write in (
        lambda: change_goal(by=None, goal=goal, resources="More"),
        lambda: set_goal_state(by=None, goal=goal, state=GoalState.REACHED),
        lambda: add_step(by=None, goal=goal, name="One"),
        lambda: tick_step(by=None, step=step),
        lambda: remove_step(by=None, step=step),
        lambda: set_supporting(by=None, objective=objective, wanted=[]),
        lambda: set_team(by=None, objective=objective, wanted=[]),
        lambda: write_commentary(by=None, objective=objective, period=period, text="Rain"),
    ):
        with pytest.raises(Conflict):
            write()
