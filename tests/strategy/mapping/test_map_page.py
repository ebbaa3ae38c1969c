"""The page of the map."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from org.actions import create_department
from org.enums import Role
from org.models import Placement, User
from strategy.actions import add_objective, link_cause, unlink_cause
from strategy.models import CauseEffect, Objective, ObjectivePlacement, Plan
from tests.strategy.mapping.test_arranging import order


def browser(user: User) -> Client:
    """The browser of somebody who is signed in."""
    client = Client()
    client.force_login(user, backend="org.sign_in.EmailBackend")
    return client


@pytest.fixture
def office(staff: User) -> Client:
    """The browser of a member of the office, in a city with one department."""
    create_department(by=None, code="city", name="City")
    return browser(staff)


def shown(client: Client, plan: Plan, **query: str) -> Any:
    """What the page of the map shows."""
    answer = client.get(reverse("strategy_map", args=[plan.code]), query)
    assert answer.status_code == 200
    return answer.context["map"]


def test_the_map_shows_lanes_and_what_bears_on_what(
    office: Client, plan: Plan, mapped: dict[str, Objective]
) -> None:
    page = shown(office, plan)

    lanes = {
        lane.perspective.code if lane.perspective else "": [each.line.objective.code for each in cards]
        for lane, cards in page.lanes
    }
    assert lanes == {"customer": ["C"], "financial": [], "process": ["A", "B"], "learning": [], "": []}
    assert [(str(each.link.cause), each.verb, str(each.link.effect), each.lag) for each in page.arrows] == [
        ("Objective A", "helps", "Objective B", "after 6 months"),
        ("Objective B", "hinders", "Objective C", ""),
    ]
    assert [each.word for each in page.arrows] == ["Too little data", "Too little data"]


def test_the_selected_objective_shows_all_that_feeds_it(
    office: Client, plan: Plan, mapped: dict[str, Objective]
) -> None:
    page = shown(office, plan, objective="C")

    fed = [(each.line.objective.code, str(each.through or "")) for each in page.selected.fed_by]
    assert fed == [("B", ""), ("A", "Objective B")]
    assert [each.fed for each in page.arrows] == [True, True]
    assert shown(office, plan, objective="A").selected.fed_by == ()


def test_what_a_card_leads_to_and_comes_from_stands_in_words(
    office: Client, plan: Plan, mapped: dict[str, Objective]
) -> None:
    cards = {each.line.objective.code: each for _lane, cards in shown(office, plan).lanes for each in cards}

    ways = {
        code: (
            [str(each.link.cause) for each in card.comes_from],
            [str(each.link.effect) for each in card.leads_to],
        )
        for code, card in cards.items()
    }
    assert ways == {
        "A": ([], ["Objective B"]),
        "B": (["Objective A"], ["Objective C"]),
        "C": (["Objective B"], []),
    }


def test_a_card_moves_by_its_menu(office: Client, plan: Plan, mapped: dict[str, Objective]) -> None:
    moves = next(cards[1].moves for lane, cards in shown(office, plan).lanes if len(cards) == 2)

    answer = office.post(
        reverse("strategy_map", args=[plan.code]), {"objective": mapped["B"].pk, "to": moves.before}
    )

    assert answer.url == f"/strategy/map/h30/#objective-{mapped['B'].pk}"  # type: ignore[attr-defined]
    assert order(plan, "process") == ["B", "A"]


def test_a_card_that_was_dragged_is_answered_with_nothing(
    office: Client, plan: Plan, mapped: dict[str, Objective]
) -> None:
    to = f"{plan.perspectives.get(code='customer').pk}:0"
    url = reverse("strategy_map", args=[plan.code])

    answer = office.post(url, {"objective": mapped["A"].pk, "to": to}, headers={"X-Moved": "1"})

    assert (answer.status_code, order(plan, "customer")) == (204, ["A", "C"])


@pytest.mark.parametrize("to", ["", "1", "x:1", "99999999:0", "0:-1"])
def test_a_move_to_nowhere_is_refused(
    office: Client, plan: Plan, mapped: dict[str, Objective], to: str
) -> None:
    answer = office.post(reverse("strategy_map", args=[plan.code]), {"objective": mapped["A"].pk, "to": to})

    assert (answer.status_code, order(plan, "process")) == (400, ["A", "B"])


def test_a_move_that_the_plan_forbids_says_why(
    office: Client, plan: Plan, mapped: dict[str, Objective]
) -> None:
    Plan.objects.update(state="active")
    to = f"{plan.perspectives.get(code='customer').pk}:0"

    answer = office.post(
        reverse("strategy_map", args=[plan.code]), {"objective": mapped["A"].pk, "to": to}, follow=True
    )

    assert "revision" in str(next(iter(answer.context["messages"])))
    assert order(plan, "customer") == ["C"]


def test_an_arrow_is_added_described_and_withdrawn(
    office: Client, plan: Plan, mapped: dict[str, Objective]
) -> None:
    pair = {"cause": mapped["A"].pk, "effect": mapped["C"].pk}
    office.post(reverse("add_arrow", args=[plan.code]), {**pair, "influence": "helps", "lag_months": "3"})
    link = CauseEffect.objects.get(**pair)
    assert (link.influence, link.lag_months, link.note) == ("helps", 3, "")

    change = reverse("change_arrow", args=[link.pk])
    office.post(change, {"influence": "hinders", "lag_months": "", "note": "costs"})
    link.refresh_from_db()
    assert (link.influence, link.lag_months, link.note) == ("hinders", None, "costs")

    answer = office.post(reverse("remove_arrow", args=[link.pk]))
    assert (answer.url, CauseEffect.objects.current().count()) == ("/strategy/map/h30/", 2)  # type: ignore[attr-defined]
    assert office.get(reverse("change_arrow", args=[link.pk])).status_code == 404


def test_an_arrow_that_closes_a_circle_is_refused_and_the_circle_named(
    office: Client, plan: Plan, mapped: dict[str, Objective]
) -> None:
    answer = office.post(
        reverse("add_arrow", args=[plan.code]),
        {"cause": mapped["C"].pk, "effect": mapped["A"].pk, "influence": "helps"},
    )

    assert answer.status_code == 400
    assert "C → A → B → C" in answer.content.decode()


def test_who_only_reads_is_offered_nothing_to_change(
    office: Client, plan: Plan, mapped: dict[str, Objective], person: Callable[[str], User]
) -> None:
    Plan.objects.update(state="active")
    answer = browser(person(Role.VIEWER)).get(reverse("strategy_map", args=[plan.code]))

    assert (answer.context["may_arrange"], answer.context["may_edit"]) == (False, False)
    assert 'name="to"' not in answer.content.decode()


def test_more_objectives_take_no_more_queries(
    office: Client, plan: Plan, staff: User, mapped: dict[str, Objective]
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            shown(office, plan)
        return len(captured)

    queries()
    few = queries()
    for n in range(5):
        new = add_objective(
            by=staff, plan=plan, code=f"N{n}", name="New", perspective=plan.perspectives.first()
        )
        link_cause(by=staff, cause=new, effect=mapped["C"])

    assert queries() == few


def test_a_past_day_has_the_arrows_of_that_day_and_says_what_is_todays(
    office: Client, plan: Plan, mapped: dict[str, Objective]
) -> None:
    now = timezone.now()
    back = now - dt.timedelta(days=3)
    for model in (Placement, ObjectivePlacement, CauseEffect):
        model._default_manager.update(known_from=back)
    unlink_cause(by=None, cause=mapped["A"], effect=mapped["B"])
    yesterday = timezone.localdate() - dt.timedelta(days=1)

    then = office.get(reverse("strategy_map", args=[plan.code]), {"as_of": yesterday.isoformat()})
    objective = office.get(reverse("objective", args=[mapped["B"].pk]), {"as_of": yesterday.isoformat()})

    def arrows(shown: Any) -> list[str]:
        return [f"{each.link.cause.code}{each.link.effect.code}" for each in shown.arrows]

    assert (arrows(then.context["map"]), arrows(shown(office, plan))) == (["AB", "BC"], ["BC"])
    assert "the order of the cards in a lane is today" in then.content.decode()
    assert [each.cause.code for each in objective.context["causes"]] == ["A"]
    assert "Withdraw" not in objective.content.decode()
