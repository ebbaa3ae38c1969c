"""The page of a round: everything that is done there by buttons, and what is refused."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from core.due import due_from
from org.models import User
from strategy.collecting import read_board
from strategy.models import AnalysisItem, AnalysisRound, ItemVote
from tests.strategy.collecting.conftest import browser

Write = Callable[..., AnalysisItem]


def do(user: User, round: AnalysisRound, deed: str, **data: Any) -> Any:
    """Press a button of the page."""
    return browser(user).post(reverse("round", args=[round.pk]), {"deed": deed, **data})


def test_an_item_without_words_is_asked_for_again(people: dict[str, User], round: AnalysisRound) -> None:
    answer = do(people["ann"], round, "contribute", place="strength", evidence="I saw it")

    assert answer.status_code == 400
    assert "I saw it" in answer.content.decode()
    assert not AnalysisItem.objects.exists()


def test_the_story_of_a_round(
    people: dict[str, User], staff: User, round: AnalysisRound, write: Write
) -> None:
    one, other = write("ann", "The harbour is deep"), write("ben", "A deep harbour")
    assert do(staff, round, "share").status_code == 302
    html = browser(staff).get(reverse("round", args=[round.pk])).content.decode()
    assert "Do these say the same?" in html
    assert do(staff, round, "merge", item=other.pk, into=one.pk).status_code == 302
    assert do(people["cas"], round, "dots", item=one.pk, dots="2").status_code == 302
    assert do(people["cas"], round, "dots", item=one.pk, dots="4").status_code == 400
    assert do(staff, round, "close").status_code == 302
    round.refresh_from_db()
    assert [(each.item, each.dots) for each in read_board(round, staff).ranking] == [(one, 2)]
    assert do(people["cas"], round, "dots", item=one.pk, dots="1").status_code == 409
    assert do(staff, round, "share").status_code == 302
    assert do(staff, round, "split", item=other.pk).status_code == 302
    assert {item.state for item in AnalysisItem.objects.all()} == {"shared"}


def test_votes_come_back_as_the_board_alone(
    people: dict[str, User], round: AnalysisRound, write: Write, share: Callable[[], None]
) -> None:
    item = write("ann", "A deep harbour")
    share()
    path = reverse("round", args=[round.pk])
    data = {"deed": "dots", "item": item.pk, "dots": "2"}
    answer = browser(people["ben"]).post(path, data, headers={"HX-Request": "true"})

    html = answer.content.decode()
    assert html.strip().startswith('<div id="board"')
    assert "1 of your 3 votes is left" in html
    assert ItemVote.objects.get().dots == 2


@pytest.mark.parametrize("deed", ["share", "close", "collect", "merge", "split"])
def test_only_the_office_runs_a_round(people: dict[str, User], round: AnalysisRound, deed: str) -> None:
    assert do(people["ann"], round, deed).status_code == 403


@pytest.mark.parametrize("deed", ["contribute", "done", "dots"])
def test_only_who_is_invited_answers(staff: User, round: AnalysisRound, deed: str) -> None:
    assert do(staff, round, deed, statement="Mine", place="strength").status_code == 403


@pytest.mark.parametrize("number", ["", "x", "-1", "²", "9999"])
def test_a_vote_that_is_no_number_is_refused(
    people: dict[str, User], round: AnalysisRound, write: Write, share: Callable[[], None], number: str
) -> None:
    item = write("ann", "A deep harbour")
    share()
    assert do(people["ann"], round, "dots", item=item.pk, dots=number).status_code == 400
    assert do(people["ann"], round, "juggle").status_code == 404


def test_what_one_wrote_is_changed_and_taken_back_on_its_page(
    people: dict[str, User], round: AnalysisRound, write: Write
) -> None:
    path = reverse("round_item", args=[write("ann", "A deep harbor").pk])
    client = browser(people["ann"])
    client.post(path, {"statement": "A deep harbour", "place": "opportunity", "impact": "4"})
    item = AnalysisItem.objects.get()
    assert (item.statement, item.quadrant, item.impact) == ("A deep harbour", "opportunity", 4)
    client.post(path, {"remove": "1"})
    assert not AnalysisItem.objects.exists()


def test_it_is_due_until_one_has_nothing_to_add_and_again_until_one_has_voted(
    people: dict[str, User], staff: User, round: AnalysisRound, write: Write
) -> None:
    today = timezone.localdate()

    def kinds() -> list[str]:
        until = today + timezone.timedelta(days=30)
        return [item.kind for item in due_from(people["ann"], today, until)]

    item = write("ann", "A deep harbour")
    assert kinds() == ["strategy.round_items"]
    do(people["ann"], round, "done")
    assert kinds() == []
    do(staff, round, "share")
    assert kinds() == ["strategy.round_votes"]
    do(people["ann"], round, "dots", item=item.pk, dots="1")
    assert kinds() == []


def test_my_work_says_that_only_values_are_not_due(people: dict[str, User], round: AnalysisRound) -> None:
    page = browser(people["ann"]).get(reverse("my_work")).content.decode()

    said = ["No value is to be entered", ">Due from you<", "Write what you see", "Nothing is due", "Also due"]
    assert [words in page for words in said] == [True, True, True, False, False]
