"""Rounds: begun, changed, shared, voted on, closed."""

from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage

from core.errors import Conflict, Refused
from core.models import OutboxEvent
from core.outbox import deliver
from org.actions import create_user
from org.enums import AccountKind
from org.models import User
from strategy.actions.collecting import (
    begin_round,
    change_contribution,
    change_round,
    contribute,
    move_round,
    place_dots,
    remove_round,
    say_done,
    take_back_contribution,
)
from strategy.collecting import board_items, read_board
from strategy.enums import Quadrant, RoundState
from strategy.models import AnalysisItem, AnalysisRound, ItemVote, Plan

Write = Callable[..., AnalysisItem]
Share = Callable[[], None]


def faults(refusal: Refused) -> list[tuple[str, str]]:
    """Field and code of each fault."""
    return [(each.field, each.code) for each in refusal.faults]


def test_a_round_asks_people_and_nobody_else(
    plan: Plan, staff: User, round: AnalysisRound, people: dict[str, User]
) -> None:
    assert (round.state, round.begun_by, round.dots) == (RoundState.COLLECTING, staff, 3)
    assert {each.person for each in round.invitations.all()} == set(people.values())
    with pytest.raises(Conflict, match="not invited"):
        contribute(by=staff, round=round, place="strength", statement="A deep harbour")


def test_a_round_without_name_people_or_votes_is_refused(plan: Plan, staff: User) -> None:
    program = create_user(by=None, email="desk@city.example", name="Desk", kind=AccountKind.SERVICE)
    with pytest.raises(Refused) as none:
        begin_round(by=staff, plan=plan, name=" ", people=[], dots=0, lens="tarot")
    assert faults(none.value) == [
        ("name", "required"),
        ("lens", "invalid_choice"),
        ("dots", "invalid"),
        ("people", "required"),
    ]
    with pytest.raises(Refused, match="cannot sign in"):
        begin_round(by=staff, plan=plan, name="Looking around", people=[program])


def test_an_archived_plan_is_asked_about_no_more(plan: Plan, staff: User, round: AnalysisRound) -> None:
    Plan.objects.update(state="archived")
    plan.refresh_from_db()
    with pytest.raises(Conflict, match="archived"):
        begin_round(by=staff, plan=plan, name="Again", people=[staff])


def test_what_was_written_is_changed_and_taken_back_by_who_wrote_it(
    people: dict[str, User], write: Write
) -> None:
    item = write("ann", "A deep harbor")
    change_contribution(by=people["ann"], item=item, statement="A deep harbour", place="opportunity")
    item.refresh_from_db()
    assert (item.statement, item.quadrant, item.contributor) == (
        "A deep harbour",
        "opportunity",
        people["ann"],
    )
    with pytest.raises(Conflict):
        change_contribution(by=people["ben"], item=item, statement="Mine")
    with pytest.raises(Conflict):
        take_back_contribution(by=people["ben"], item=item)
    take_back_contribution(by=people["ann"], item=item)
    assert not AnalysisItem.objects.exists()


def test_an_item_that_stands_nowhere_is_refused(people: dict[str, User], round: AnalysisRound) -> None:
    with pytest.raises(Refused) as refusal:
        contribute(by=people["ann"], round=round, place="political", statement="")
    assert faults(refusal.value) == [("statement", "required"), ("place", "invalid_choice")]


def test_nothing_is_written_changed_or_taken_back_once_it_is_shared(
    people: dict[str, User], round: AnalysisRound, write: Write, share: Share
) -> None:
    item = write("ann", "A deep harbour")
    share()
    item.refresh_from_db()
    assert item.state == "shared"
    for act in (
        lambda: contribute(by=people["ann"], round=round, place="threat", statement="Storms"),
        lambda: change_contribution(by=people["ann"], item=item, statement="Mine"),
        lambda: take_back_contribution(by=people["ann"], item=item),
    ):
        with pytest.raises(Conflict):
            act()


def test_collecting_again_leaves_shared_what_was_shared(
    staff: User, round: AnalysisRound, write: Write, share: Share
) -> None:
    first = write("ann", "A deep harbour")
    share()
    move_round(by=staff, round=round, state=RoundState.COLLECTING)
    second = write("ben", "A strong team")
    states = dict(AnalysisItem.objects.values_list("pk", "state"))
    assert states == {first.pk: "shared", second.pk: "own"}


def test_a_closed_round_puts_its_items_on_the_board_and_can_vote_again(
    plan: Plan, staff: User, round: AnalysisRound, write: Write, share: Share
) -> None:
    item = write("ann", "A deep harbour")
    share()
    assert [*board_items(plan)] == []
    move_round(by=staff, round=round, state=RoundState.CLOSED)
    assert [*board_items(plan)] == [item]
    with pytest.raises(Conflict, match="cannot become"):
        move_round(by=staff, round=round, state=RoundState.COLLECTING)
    move_round(by=staff, round=round, state=RoundState.VOTING)
    assert [*board_items(plan)] == []


def test_who_says_to_be_done_and_writes_again_is_not_done(
    people: dict[str, User], round: AnalysisRound, write: Write
) -> None:
    assert say_done(by=people["ann"], round=round).done_at is not None
    write("ann", "One thing more")
    assert round.invitations.get(person=people["ann"]).done_at is None


def test_people_are_invited_and_left_out_unless_they_have_taken_part(
    staff: User, people: dict[str, User], round: AnalysisRound, write: Write
) -> None:
    write("ann", "A deep harbour")
    change_round(by=staff, round=round, people=[people["ann"], staff], name="Around us")
    assert {each.person for each in round.invitations.all()} == {people["ann"], staff}
    with pytest.raises(Refused, match="Ann has taken part"):
        change_round(by=staff, round=round, people=[staff])


def test_a_round_in_which_somebody_wrote_is_closed_and_not_removed(
    staff: User, round: AnalysisRound, write: Write, plan: Plan
) -> None:
    write("ann", "A deep harbour")
    with pytest.raises(Conflict, match="close it instead"):
        remove_round(by=staff, round=round)
    empty = begin_round(by=staff, plan=plan, name="Nobody came", people=[staff])
    remove_round(by=staff, round=empty)
    assert [*AnalysisRound.objects.all()] == [round]


def test_votes_are_spread_taken_back_and_never_more_than_one_has(
    people: dict[str, User], round: AnalysisRound, write: Write, share: Share
) -> None:
    harbour, team = write("ann", "A deep harbour"), write("ben", "A strong team")
    share()
    for each in (harbour, team):
        each.refresh_from_db()
    assert place_dots(by=people["ann"], item=harbour, dots=2) == 1
    assert place_dots(by=people["ann"], item=team, dots=1) == 0
    with pytest.raises(Refused) as refusal:
        place_dots(by=people["ann"], item=team, dots=2)
    assert faults(refusal.value) == [("dots", "invalid")]
    with pytest.raises(Refused):
        place_dots(by=people["ann"], item=team, dots=-1)
    assert place_dots(by=people["ann"], item=harbour, dots=0) == 2
    assert [(vote.item, vote.dots) for vote in ItemVote.objects.all()] == [(team, 1)]


def test_only_who_is_invited_votes_and_only_while_the_round_votes(
    staff: User, people: dict[str, User], round: AnalysisRound, write: Write, share: Share
) -> None:
    item = write("ann", "A deep harbour")
    with pytest.raises(Conflict):
        place_dots(by=people["ann"], item=item, dots=1)
    share()
    item.refresh_from_db()
    with pytest.raises(Conflict):
        place_dots(by=staff, item=item, dots=1)
    move_round(by=staff, round=round, state=RoundState.CLOSED)
    with pytest.raises(Conflict):
        place_dots(by=people["ann"], item=item, dots=1)


def test_results_are_told_when_the_round_is_closed(
    staff: User, people: dict[str, User], round: AnalysisRound, write: Write, share: Share
) -> None:
    for who, statement in (("ann", "A deep harbour"), ("ben", "A strong team"), ("cas", "Old pumps")):
        write(who, statement, Quadrant.WEAKNESS if "Old" in statement else Quadrant.STRENGTH)
    share()
    items = {item.statement: item for item in AnalysisItem.objects.all()}
    place_dots(by=people["ann"], item=items["Old pumps"], dots=3)
    place_dots(by=people["ben"], item=items["A strong team"], dots=1)
    round.refresh_from_db()
    voting = read_board(round, people["ann"])
    assert [(each.item.statement, each.mine, each.dots) for each in voting.items] == [
        ("A deep harbour", 0, None),
        ("A strong team", 0, None),
        ("Old pumps", 3, None),
    ]
    assert (voting.left, voting.voted) == (0, {people["ann"].pk, people["ben"].pk})
    move_round(by=staff, round=round, state=RoundState.CLOSED)
    round.refresh_from_db()
    result = read_board(round, staff).ranking
    assert [(each.rank, each.item.statement, each.dots) for each in result] == [
        (1, "Old pumps", 3),
        (2, "A strong team", 1),
        (3, "A deep harbour", 0),
    ]


@pytest.mark.parametrize("dots", [1, 2])
def test_votes_each_do_not_fall_below_what_somebody_placed(
    staff: User, people: dict[str, User], round: AnalysisRound, write: Write, share: Share, dots: int
) -> None:
    item = write("ann", "A deep harbour")
    share()
    item.refresh_from_db()
    place_dots(by=people["ann"], item=item, dots=2)
    if dots < 2:
        with pytest.raises(Refused, match="placed 2"):
            change_round(by=staff, round=round, dots=dots)
    else:
        assert change_round(by=staff, round=round, dots=dots).dots == dots


def test_who_is_invited_gets_one_mail_and_who_comes_later_another(
    plan: Plan, staff: User, round: AnalysisRound, people: dict[str, User], mailoutbox: list[EmailMessage]
) -> None:
    late = create_user(by=None, email="dan@city.example", name="Dan")
    change_round(by=staff, round=round, people=[*people.values(), late])

    for event in OutboxEvent.objects.filter(name="strategy.round_invited").order_by("pk"):
        deliver(event.pk)
        deliver(event.pk)

    told = ["ann@city.example", "ben@city.example", "cas@city.example", "dan@city.example"]
    assert [to for each in mailoutbox for to in each.to] == told
    body = str(mailoutbox[0].body)
    assert (f"/strategy/round/{round.pk}/" in body, plan.name in body) == (True, False)


def test_nobody_is_told_of_a_round_that_is_over(
    staff: User, round: AnalysisRound, mailoutbox: list[EmailMessage]
) -> None:
    move_round(by=staff, round=round, state=RoundState.CLOSED)
    deliver(OutboxEvent.objects.get(name="strategy.round_invited").pk)

    assert mailoutbox == []
