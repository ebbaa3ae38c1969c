"""Rounds of scoring: who sees whose scores when, and what is refused."""

import datetime as dt

import pytest

from core.due import due_from
from core.errors import Conflict, Refused
from initiatives.actions.scoring import (
    Given,
    archive_criterion,
    begin_scoring_round,
    change_scoring_round,
    give_scores,
    move_scoring_round,
    remove_criterion,
    remove_scoring_round,
    say_scored,
    suggest_criteria,
)
from initiatives.models import Score
from initiatives.scoring.reading import read_sheet, result_by_initiative
from initiatives.scoring.visible import shows_all, visible_scores
from tests.initiatives.scoring.conftest import World


def seen(world: World, who: str) -> set[tuple[str, str, int]]:
    """The scores that somebody sees: scorer, initiative, value."""
    rows = visible_scores(world.people[who]).select_related("scorer", "initiative")
    return {(each.scorer.name, each.initiative.code, each.value) for each in rows}


def test_others_scores_are_hidden_until_one_is_through(world: World) -> None:
    world.give("ann", "BUS", value=5)
    world.give("ben", "BUS", value=2)
    assert seen(world, "ann") == {("Ann", "BUS", 5)}
    assert seen(world, "office") == set()

    say_scored(by=world.people["ann"], round=world.round)
    assert seen(world, "ann") == {("Ann", "BUS", 5), ("Ben", "BUS", 2)}
    assert (shows_all(world.round, world.people["ann"]), shows_all(world.round, world.people["ben"])) == (
        True,
        False,
    )


def test_a_restricted_initiative_is_in_nobodys_result_who_may_not_see_it(world: World) -> None:
    world.give("office", "SALE", value=5)
    world.give("office", "BUS", value=1)
    move_scoring_round(by=None, round=world.round, state="closed")

    assert seen(world, "ann") == {("Office", "BUS", 1)}
    sheet = read_sheet(world.round, world.people["ann"])
    assert [each.code for each in sheet.initiatives] == ["BUS", "LAMP"]
    assert sheet.result.ranks.tolist() == [1, 0]
    office = read_sheet(world.round, world.people["office"])
    assert [each.code for each in office.initiatives] == ["BUS", "LAMP", "SALE"]


def test_nobody_scores_what_they_may_not_see_or_what_is_not_asked(world: World) -> None:
    for code in ("SALE",):
        with pytest.raises(Refused):
            world.give("ann", code, value=3)
    with pytest.raises(Refused) as refused:
        world.give("ann", "BUS", value=6)
    assert [fault.field for fault in refused.value.faults] == ["value"]
    assert not Score.objects.exists()


def test_a_score_is_changed_and_taken_back_until_one_is_through(world: World) -> None:
    world.give("ann", "BUS", value=5, effort=2)
    world.give("ann", "BUS", value=4, effort=None)
    assert [(each.criterion.name, each.value) for each in Score.objects.all()] == [("Value", 4)]
    say_scored(by=world.people["ann"], round=world.round)
    with pytest.raises(Conflict):
        world.give("ann", "BUS", value=3)
    say_scored(by=world.people["ann"], round=world.round, done=False)
    world.give("ann", "BUS", value=3)
    move_scoring_round(by=None, round=world.round, state="closed")
    with pytest.raises(Conflict):
        world.give("ann", "BUS", value=2)


def test_who_is_not_asked_does_not_score(world: World) -> None:
    change_scoring_round(by=None, round=world.round, scorers=[world.people["ben"]])
    with pytest.raises(Conflict):
        world.give("ann", "BUS", value=3)


def test_who_has_scored_and_what_was_scored_stay_in_the_round(world: World) -> None:
    world.give("ann", "BUS", value=3)
    with pytest.raises(Refused):
        change_scoring_round(by=None, round=world.round, scorers=[world.people["ben"]])
    with pytest.raises(Refused):
        change_scoring_round(by=None, round=world.round, initiatives=[world.initiatives["LAMP"]])
    with pytest.raises(Conflict):
        remove_scoring_round(by=None, round=world.round)
    with pytest.raises(Conflict):
        remove_criterion(by=None, criterion=world.criteria["Value"])


def test_a_closed_round_keeps_its_criteria_when_they_are_archived(world: World) -> None:
    world.give("ann", "BUS", value=5, risk=5)
    move_scoring_round(by=None, round=world.round, state="closed")
    archive_criterion(by=None, criterion=world.criteria["Risk"])
    # Value weighs 4 (100), risk 1 (0, because less is better).
    assert result_by_initiative(world.round) == {world.initiatives["BUS"].pk: 80.0}


def test_it_is_due_until_one_is_through_and_then_from_who_began_it(world: World) -> None:
    today = dt.date.today()
    change_scoring_round(by=None, round=world.round, closes_on=today - dt.timedelta(days=2))

    def due(who: str) -> list[str]:
        found = due_from(world.people[who], today, today + dt.timedelta(days=30))
        return [each.kind for each in found if each.kind.startswith("initiatives.scor")]

    assert (due("ann"), due("office")) == (
        ["initiatives.scores"],
        ["initiatives.scores", "initiatives.scoring_over"],
    )
    say_scored(by=world.people["ann"], round=world.round)
    assert due("ann") == []
    move_scoring_round(by=None, round=world.round, state="closed")
    assert due("office") == []


def test_five_criteria_are_suggested_once(world: World) -> None:
    assert list(world.criteria) == ["Value", "Urgency", "Fit", "Effort", "Risk"]
    with pytest.raises(Conflict):
        suggest_criteria(by=None)


def test_a_round_asks_somebody_about_something(world: World) -> None:
    with pytest.raises(Refused) as refused:
        begin_scoring_round(by=None, name=" ", initiatives=[], scorers=[])
    assert {fault.field for fault in refused.value.faults} == {"name", "initiatives", "scorers"}
    with pytest.raises(Conflict):
        move_scoring_round(by=None, round=world.round, state="open")


def test_a_note_stays_with_its_score(world: World) -> None:
    bus, value = world.initiatives["BUS"], world.criteria["Value"]
    give_scores(by=world.people["ann"], round=world.round, scores=[Given(bus, value, 4, "Two lines")])
    assert Score.objects.get().note == "Two lines"
