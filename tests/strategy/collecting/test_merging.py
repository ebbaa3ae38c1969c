"""Items that say the same thing twice are found and merged; nothing is lost, and it can be undone."""

from collections.abc import Callable

import pytest

from core.errors import Conflict
from org.models import User
from strategy.actions.collecting import merge_items, move_round, place_dots, split_item
from strategy.collecting import BoardItem, possible_duplicates, read_board
from strategy.models import AnalysisItem, AnalysisRound, ItemVote

Write = Callable[..., AnalysisItem]


@pytest.fixture
def items(write: Write, share: Callable[[], None]) -> list[AnalysisItem]:
    """Three shared items, two of which say the same."""
    for who, statement in (("ann", "The harbour is deep"), ("ben", "A deep harbour"), ("cas", "Old pumps")):
        write(who, statement)
    share()
    return [*AnalysisItem.objects.order_by("pk")]


def shown(round: AnalysisRound, reader: User) -> list[tuple[str, list[str], int]]:
    """Statement, merged statements and own dots of each item on the board."""

    def told(each: BoardItem) -> tuple[str, list[str], int]:
        return each.item.statement, [item.statement for item in each.merged], each.mine

    round.refresh_from_db()
    return [told(each) for each in read_board(round, reader).items]


def test_items_in_like_words_are_offered_as_a_pair(round: AnalysisRound, items: list[AnalysisItem]) -> None:
    [pair] = possible_duplicates(round)
    assert (pair.item, pair.other) == (items[0], items[1])
    assert 0.35 <= pair.alike <= 1


def test_own_items_are_compared_with_nobody_s(round: AnalysisRound, write: Write) -> None:
    write("ann", "The harbour is deep")
    write("ben", "A deep harbour")
    assert possible_duplicates(round) == []


def test_a_merge_keeps_both_texts_and_adds_the_votes_up(
    round: AnalysisRound, people: dict[str, User], staff: User, items: list[AnalysisItem]
) -> None:
    place_dots(by=people["ann"], item=items[0], dots=1)
    place_dots(by=people["ann"], item=items[1], dots=2)
    place_dots(by=people["ben"], item=items[1], dots=3)
    merge_items(by=staff, into=items[0], item=items[1])
    assert shown(round, people["ann"]) == [
        ("The harbour is deep", ["A deep harbour"], 3),
        ("Old pumps", [], 0),
    ]
    move_round(by=staff, round=round, state="closed")
    round.refresh_from_db()
    assert [(each.item, each.dots) for each in read_board(round, staff).ranking] == [
        (items[0], 6),
        (items[2], 0),
    ]
    assert possible_duplicates(round) == []


def test_undoing_a_merge_gives_back_what_was(
    round: AnalysisRound, people: dict[str, User], staff: User, items: list[AnalysisItem]
) -> None:
    place_dots(by=people["ann"], item=items[1], dots=2)
    before = shown(round, people["ann"])
    merge_items(by=staff, into=items[0], item=items[1])
    split_item(by=staff, item=items[1])
    assert shown(round, people["ann"]) == before
    with pytest.raises(Conflict, match="not merged"):
        split_item(by=staff, item=items[1])


def test_what_was_merged_twice_stands_under_the_last(
    round: AnalysisRound, people: dict[str, User], staff: User, items: list[AnalysisItem]
) -> None:
    place_dots(by=people["cas"], item=items[0], dots=1)
    merge_items(by=staff, into=items[1], item=items[0])
    merge_items(by=staff, into=items[2], item=items[1])
    assert shown(round, people["cas"]) == [("Old pumps", ["The harbour is deep", "A deep harbour"], 1)]


def test_votes_on_merged_items_are_moved_and_taken_back_with_the_one_that_stands_for_them(
    round: AnalysisRound, people: dict[str, User], staff: User, items: list[AnalysisItem]
) -> None:
    place_dots(by=people["ann"], item=items[1], dots=3)
    merge_items(by=staff, into=items[0], item=items[1])
    items[0].refresh_from_db()
    assert place_dots(by=people["ann"], item=items[0], dots=1) == 2
    assert [(vote.item, vote.dots) for vote in ItemVote.objects.all()] == [(items[0], 1)]


def test_a_merged_item_is_neither_merged_again_nor_merged_into(
    staff: User, items: list[AnalysisItem]
) -> None:
    merge_items(by=staff, into=items[0], item=items[1])
    for into, item in ((items[1], items[2]), (items[2], items[1]), (items[0], items[0])):
        with pytest.raises(Conflict):
            merge_items(by=staff, into=into, item=item)
