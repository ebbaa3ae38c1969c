"""The page of a round: scores are kept as they are typed, and told to nobody too early."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from core.changes.hiding import told_to
from core.search import find
from initiatives.actions.scoring import move_scoring_round, say_scored
from initiatives.models import Score
from tests.initiatives.scoring.conftest import World

Browse = Callable[..., Any]


def field(world: World, code: str, criterion: str) -> str:
    """The name of a field of the grid."""
    return f"s-{world.initiatives[code].pk}-{world.criteria[criterion].pk}"


def page(world: World) -> str:
    """The address of the round."""
    return reverse("scoring_round", args=[world.round.pk])


def test_a_digit_is_kept_as_it_is_typed(world: World, browse: Browse) -> None:
    client, name = browse(world.people["ann"]), field(world, "BUS", "Value")
    data = {"deed": "score", name: "4", name.replace("s-", "n-"): "Two lines"}
    answer = client.post(page(world), data, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()) == (200, {"saved": True})
    wrong = client.post(page(world), {name: "7"}, headers={"Accept": "application/json"})
    assert (wrong.status_code, wrong.json()["fields"]) == (400, [name])
    assert list(Score.objects.values_list("value", "note")) == [(4, "Two lines")]


def test_the_form_is_kept_whole_without_a_script_and_ends_with_being_through(
    world: World, browse: Browse
) -> None:
    world.give("ben", "BUS", value=1)
    client = browse(world.people["ann"])
    html = client.get(page(world)).content.decode()
    assert "Selling the depot" not in html
    assert "Your scores" in html
    data = {field(world, code, "Value"): "5" for code in ("BUS", "LAMP")}
    after = client.post(page(world), {**data, "deed": "done"}, follow=True).content.decode()
    assert "3.0" in after  # the mean of 5 and 1 for the bus lanes
    assert "Seen differently: Value" in after
    assert client.post(page(world), {"deed": "undone"}).status_code == 302
    assert client.post(page(world), {"deed": "dance"}).status_code == 404


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_result_goes_out_without_what_its_reader_may_not_see(
    world: World, browse: Browse, kind: str
) -> None:
    world.give("office", "SALE", value=5)
    path = reverse("scoring_result", args=[world.round.pk, kind])
    assert browse(world.people["ann"]).get(path).status_code == 404
    move_scoring_round(by=None, round=world.round, state="closed")
    answer = browse(world.people["ann"]).get(path)
    assert answer.status_code == 200
    if kind == "csv":
        assert "SALE" not in answer.content.decode()
        assert "SALE" in browse(world.people["office"]).get(path).content.decode()


def test_the_history_tells_no_score_of_another_while_the_round_is_open(world: World) -> None:
    world.give("ann", "BUS", value=5)
    events = Score.pgh_event_model.objects.all()  # type: ignore[attr-defined]
    office, ann = world.people["office"], world.people["ann"]
    assert [told_to(who, "initiatives.score", events).count() for who in (office, ann)] == [0, 1]
    move_scoring_round(by=None, round=world.round, state="closed")
    assert told_to(office, "initiatives.score", events).count() == 1


def test_the_api_tells_the_result_when_the_page_does(world: World, browse: Browse) -> None:
    world.give("ann", "BUS", value=5, effort=1)
    path = f"/api/v1/scoring-rounds/{world.round.pk}/result/"
    client = browse(world.people["ann"])
    assert client.get(path).status_code == 409
    say_scored(by=world.people["ann"], round=world.round)
    told = client.get(path).json()
    assert [(each["initiative"], each["rank"], each["score"]) for each in told["initiatives"]] == [
        ("BUS", 1, 100.0),
        ("LAMP", None, None),
    ]


def test_it_is_found_and_stands_on_the_page_of_the_initiative(world: World, browse: Browse) -> None:
    world.give("office", "BUS", value=5)
    move_scoring_round(by=None, round=world.round, state="closed")
    html = browse(world.people["office"]).get(reverse("initiative", args=["BUS"])).content.decode()
    assert "Place <strong>1</strong> of 1" in html
    assert (
        "Prioritisation</h2>"
        not in browse(world.people["ann"]).get(reverse("initiative", args=["BUS"])).content.decode()
    )
    found = find(world.people["ann"], "Spring")
    assert [each.title for each in found["scoring_rounds"]] == ["Spring"]
