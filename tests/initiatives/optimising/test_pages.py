"""The pages of scenarios: limits as they are typed, the answer in words."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from initiatives.models import Scenario
from initiatives.optimising.asked import asked_of
from tests.initiatives.optimising.conftest import MILLION, World

Solved = Callable[[Scenario], Scenario]


@pytest.fixture
def client(world: World) -> Client:
    """The browser of the strategy office."""
    client = Client()
    client.force_login(world.staff, backend="org.sign_in.EmailBackend")
    return client


def url(route: str, scenario: Scenario) -> str:
    """The address of a page of a scenario."""
    return reverse(route, args=[scenario.pk])


def typed(client: Client, scenario: Scenario) -> dict[str, Any]:
    """What the form of limits holds when it is shown."""
    form = client.get(url("scenario_limits", scenario)).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value is not None and value is not False}


def test_limits_that_are_shown_and_sent_stay_the_same(world: World, client: Client) -> None:
    scenario = world.scenario(
        money={"capital": [5 * MILLION, None]},
        people={"engineering": [1.5, 0.0]},
        must=["BUS"],
        never=[],
        exclusions=[["IDEA", "LOOP"]],
        prerequisites=[["IDEA", "WALL"]],
        earliest={"LOOP": 2027},
        shares={"objective:O2": 0.1},
    )
    before = asked_of(scenario.settings)
    answer = client.post(url("scenario_limits", scenario), typed(client, scenario))
    assert answer.status_code == 302
    scenario.refresh_from_db()
    assert asked_of(scenario.settings) == before


def test_what_is_typed_becomes_limits_and_is_computed(world: World, client: Client) -> None:
    scenario = world.scenario()
    pk = {code: each.pk for code, each in world.initiatives.items()}
    data = typed(client, scenario) | {
        "money-total-1": "2000000",
        f"rule-{pk['LOOP']}": "never",
        f"needs-{pk['IDEA']}": "WALL, BUS",
        "later": "20",
        "run": "1",
    }
    assert client.post(url("scenario_limits", scenario), data).status_code == 302
    scenario.refresh_from_db()
    asked = asked_of(scenario.settings)
    assert (asked.money, asked.never, asked.later) == ({"total": [None, 2.0 * MILLION]}, ["LOOP"], 0.2)
    assert asked.prerequisites == [["IDEA", "WALL"], ["IDEA", "BUS"]]
    assert scenario.state == "waiting"
    assert client.get(url("scenario_limits", scenario)).status_code == 409


def test_a_code_that_names_nothing_is_told_and_nothing_is_stored(world: World, client: Client) -> None:
    scenario = world.scenario()
    data = typed(client, scenario) | {f"needs-{world.initiatives['IDEA'].pk}": "NOPE"}
    answer = client.post(url("scenario_limits", scenario), data)
    assert answer.status_code == 400
    assert "NOPE" in answer.content.decode()


def test_the_page_says_what_was_chosen_and_what_it_costs(
    world: World, client: Client, solved: Solved
) -> None:
    scenario = solved(world.scenario(money={"capital": [5 * MILLION, 2 * MILLION]}, must=["IDEA"]))
    html = client.get(url("scenario", scenario)).content.decode()
    for words in (
        "3 initiatives chosen",
        "What each forced pick costs",
        "Value against budget",
        "must be done",
    ):
        assert words in html
    progress = client.get(url("scenario_progress", scenario)).json()
    assert progress["pending"] is False


def test_the_page_says_which_limits_contradict_each_other(
    world: World, client: Client, solved: Solved
) -> None:
    scenario = solved(world.scenario(money={"capital": [1 * MILLION, 1 * MILLION]}))
    html = client.get(url("scenario", scenario)).content.decode()
    assert "These limits contradict each other" in html
    assert "(WALL) is under way and goes on; it takes 2.0" in html
    compared = client.get(reverse("compare_scenarios"), {"s": [scenario.pk, world.scenario().pk]})
    assert "Scenarios side by side" in compared.content.decode()


def test_a_scenario_is_adopted_on_its_page(world: World, client: Client, solved: Solved) -> None:
    scenario = solved(world.scenario())
    page = client.get(url("adopt_scenario", scenario)).content.decode()
    assert "Idea, Loop" in page
    assert client.post(url("adopt_scenario", scenario)).status_code == 302
    assert "Adopted into proposals" in client.get(url("scenario", scenario)).content.decode()
