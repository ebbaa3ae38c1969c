"""What somebody writes in a round is theirs alone until it is shared: on pages, by REST, in the history."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.changes import changes_of, latest_changes
from core.search import find
from org.enums import Role
from org.models import User
from strategy.actions.collecting import change_contribution, take_back_contribution
from strategy.analysis.visible import visible_items
from strategy.collecting import visible_round_items, visible_rounds
from strategy.models import AnalysisItem, AnalysisRound
from tests.strategy.collecting.conftest import browser

SECRET = "The mayor sells the harbour"
KIND = "strategy.analysisitem"


@pytest.fixture
def secret(write: Callable[..., AnalysisItem]) -> AnalysisItem:
    """What Ann wrote, and nobody else may see."""
    return write("ann", SECRET)


@pytest.fixture(params=["staff", "administrator", "executive", "ben"])
def other(request: Any, people: dict[str, User], staff: User, person: Callable[[str], User]) -> User:
    """Somebody else: of the office that asked, an administrator, an executive, another invited one."""
    if request.param in people:
        return people[request.param]
    return staff if request.param == "staff" else person(Role(request.param))


def pages(round: AnalysisRound) -> list[str]:
    """Where it could be seen."""
    code = round.plan.code
    return [
        reverse("round", args=[round.pk]),
        *(reverse(name, args=[code]) for name in ("rounds", "analysis", "options", "add_option", "plan")),
        reverse("history"),
        reverse("search") + "?q=mayor",
        reverse("my_work"),
    ]


def answers(client: Client, item: AnalysisItem) -> dict[str, str]:
    """What each address of the API says."""
    asked = {
        "list": "round-items/",
        "one": f"round-items/{item.pk}/",
        "item": f"analysis-items/{item.pk}/",
        "items": "analysis-items/",
        "board": f"rounds/{item.round_id}/board/",
        "rounds": "rounds/",
        "history": f"history/?kind={KIND}",
        "of one": f"history/?kind={KIND}&object={item.pk}",
    }
    return {name: client.get(f"/api/v1/{path}").content.decode() for name, path in asked.items()}


def test_no_page_shows_it(other: User, secret: AnalysisItem, round: AnalysisRound) -> None:
    client = browser(other)
    shown = {path: client.get(path).content.decode() for path in pages(round)}

    assert [path for path, html in shown.items() if SECRET in html] == []
    for name, args in (("round_item", [secret.pk]), ("finding", ["item", secret.pk])):
        assert client.get(reverse(name, args=args)).status_code == 404
    history = client.get(reverse("object_history", args=[KIND, secret.pk]))
    assert history.status_code in (403, 404)
    assert SECRET not in history.content.decode()


def test_no_answer_of_the_api_holds_it(other: User, secret: AnalysisItem) -> None:
    client = browser(other)
    said = answers(client, secret)

    assert [name for name, text in said.items() if SECRET in text] == []
    assert client.patch(f"/api/v1/round-items/{secret.pk}/", {}, "application/json").status_code == 404
    assert client.delete(f"/api/v1/round-items/{secret.pk}/").status_code == 404
    assert AnalysisItem.objects.get() == secret


def test_no_query_search_or_history_holds_it(other: User, secret: AnalysisItem) -> None:
    assert not visible_items(other).exists()
    assert not visible_round_items(other).exists()
    assert find(other, "mayor") == {}
    assert changes_of(KIND, secret.pk, reader=other) == []
    assert latest_changes(kind=KIND, reader=other) == []


def test_its_writer_sees_it_everywhere(
    people: dict[str, User], secret: AnalysisItem, round: AnalysisRound
) -> None:
    client = browser(people["ann"])

    assert SECRET in client.get(reverse("round", args=[round.pk])).content.decode()
    assert SECRET in client.get(reverse("round_item", args=[secret.pk])).content.decode()
    assert SECRET in answers(client, secret)["list"]
    assert [*visible_round_items(people["ann"])] == [secret]


def test_what_was_changed_or_taken_back_before_stays_unseen(
    people: dict[str, User], staff: User, secret: AnalysisItem, share: Callable[[], None], write: Any
) -> None:
    change_contribution(by=people["ann"], item=secret, statement="The harbour is ours")
    taken_back = write("ann", "Never mind")
    key = taken_back.pk
    take_back_contribution(by=people["ann"], item=taken_back)
    share()

    [shared] = changes_of(KIND, secret.pk, reader=staff)
    assert (shared.title, [(each.name, each.after) for each in shared.fields]) == (
        "The harbour is ours",
        [("State", "On the board")],
    )
    assert changes_of(KIND, key, reader=staff) == []
    assert len(changes_of(KIND, secret.pk, reader=people["ann"])) == 3


def test_staff_learn_how_many_there_are_and_who_is_done(
    staff: User, people: dict[str, User], secret: AnalysisItem, round: AnalysisRound
) -> None:
    browser(people["ann"]).post(reverse("round", args=[round.pk]), {"deed": "done"})
    html = browser(staff).get(reverse("round", args=[round.pk])).content.decode()
    listed = browser(staff).get("/api/v1/rounds/").json()["results"]

    assert "1 item written so far" in html
    assert [(each["items"], each["people"]) for each in listed] == [
        (
            1,
            [
                {"person": "ann@city.example", "done": True},
                {"person": "ben@city.example", "done": False},
                {"person": "cas@city.example", "done": False},
            ],
        )
    ]


def test_an_invited_viewer_takes_part_in_a_draft_of_which_nobody_else_knows(
    people: dict[str, User], round: AnalysisRound, person: Callable[[str], User]
) -> None:
    stranger = person(Role.VIEWER)
    path = reverse("round", args=[round.pk])
    wrote = {"statement": "A deep harbour", "place": "strength"}

    assert browser(people["ann"]).post(path, wrote).status_code == 302
    assert AnalysisItem.objects.get().contributor == people["ann"]
    assert browser(people["ann"]).get(reverse("plan", args=[round.plan.code])).status_code == 404
    assert browser(stranger).get(path).status_code == 404
    assert browser(stranger).post(path, wrote).status_code == 404
    assert browser(stranger).get("/api/v1/rounds/").json()["results"] == []
    assert not visible_rounds(stranger).exists()


def test_the_board_shows_contributors_once_it_is_shared(
    people: dict[str, User], secret: AnalysisItem, round: AnalysisRound, share: Callable[[], None]
) -> None:
    share()
    client = browser(people["ben"])
    html = client.get(reverse("round", args=[round.pk])).content.decode()

    assert SECRET in html
    assert "Ann" in html
    [item] = client.get("/api/v1/round-items/").json()["results"]
    assert (item["statement"], item["contributor"], item["state"]) == (SECRET, "ann@city.example", "shared")
