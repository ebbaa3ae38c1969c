"""/api/v1/analysis-items/, /capabilities/, /competitors/, /scenarios/, /assumptions/."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from org.actions import create_api_token
from org.models import User
from strategy.actions import add_priority
from strategy.actions.analysis import add_finding, add_item
from strategy.api import analysis_examples as examples
from strategy.enums import ItemState
from strategy.models import AnalysisItem, Assumption, Plan
from tests.core.api.conftest import Caller


def program(user: User) -> Caller:
    """A program with a token of the user."""
    _token, secret = create_api_token(by=user, user=user, scopes=("read", "write"))
    return Caller(Client(), Authorization=f"Bearer {secret}")


@pytest.fixture
def office(staff: User) -> Caller:
    return program(staff)


def shown(response: Any, *names: str) -> dict[str, Any]:
    """These fields of an answer."""
    return {name: response.json()[name] for name in names}


def faults(response: Any) -> list[str]:
    return [each["field"] for each in response.json()["errors"]]


def test_an_item_is_added_placed_archived_and_brought_back(office: Caller, plan: Plan) -> None:
    first = office("POST", "analysis-items/", {"plan": "h30", "statement": "Crews", "quadrant": "strength"})
    made = office(
        "POST",
        "analysis-items/",
        {"plan": "h30", "statement": "Rules", "lens": "pestel", "category": "legal"},
    )
    ref = f"analysis-items/{made.json()['id']}/"
    placed = office("POST", f"{ref}place/", {"quadrant": "strength", "position": 0})

    assert (first.status_code, made.status_code) == (201, 201)
    assert shown(placed, "lens", "category", "quadrant", "position", "state", "contributor") == {
        "lens": "pestel",
        "category": "legal",
        "quadrant": "strength",
        "position": 0,
        "state": "shared",
        "contributor": "smo_staff@city.example",
    }
    listed = office("GET", "analysis-items/?plan=h30&quadrant=strength").json()["results"]
    assert [each["statement"] for each in listed] == ["Rules", "Crews"]
    assert [office("PATCH", ref, {"state": state}).json()["state"] for state in ("archived", "shared")] == [
        "archived",
        "shared",
    ]


def test_what_is_wrong_is_named_by_its_field(office: Caller, plan: Plan) -> None:
    wrong = office("POST", "analysis-items/", {"plan": "h30", "statement": "x", "impact": 9})
    nowhere = office("POST", "analysis-items/", {"plan": "h30", "statement": "x"})
    loose = office("POST", "assumptions/", {"plan": "h30", "statement": "x", "tripwire": "kpi"})

    assert [each.status_code for each in (wrong, nowhere, loose)] == [400, 400, 400]
    assert (faults(wrong), faults(nowhere)) == (["impact"], ["quadrant"])
    assert faults(loose) == ["kpi", "crossing", "threshold", "owner"]


@pytest.mark.parametrize("state", ["own", "merged"])
def test_items_are_shared_and_merged_in_rounds_only(
    office: Caller, plan: Plan, staff: User, state: str
) -> None:
    item = add_item(by=staff, plan=plan, statement="Crews", quadrant="strength")

    assert office("PATCH", f"analysis-items/{item.pk}/", {"state": state}).status_code == 400


def test_a_place_that_is_taken_away_by_the_lens_is_refused(office: Caller, plan: Plan, staff: User) -> None:
    item = add_item(by=staff, plan=plan, statement="Crews", quadrant="strength")

    assert office("POST", f"analysis-items/{item.pk}/place/", {"quadrant": ""}).status_code == 400


def test_a_dry_run_of_a_move_leaves_the_card_where_it_was(office: Caller, plan: Plan, staff: User) -> None:
    item = add_item(by=staff, plan=plan, statement="Crews", quadrant="strength")

    answer = office("POST", f"analysis-items/{item.pk}/place/?dry_run=true", {"quadrant": "threat"})

    item.refresh_from_db()
    assert (answer.json()["quadrant"], item.quadrant) == ("threat", "strength")


def test_what_a_round_still_hides_is_not_in_the_list(office: Caller, plan: Plan, staff: User) -> None:
    viewer = User.objects.create(email="v@city.example", name="Vi")
    add_item(by=viewer, plan=plan, statement="Mine", quadrant="threat", state=ItemState.OWN)

    assert office("GET", "analysis-items/").json()["results"] == []
    assert [each["statement"] for each in program(viewer)("GET", "analysis-items/").json()["results"]] == [
        "Mine"
    ]


@pytest.mark.parametrize(
    ("name", "body", "change"),
    [
        ("capabilities", examples.CAPABILITY_INPUT, examples.CAPABILITY_CHANGE),
        ("competitors", examples.COMPETITOR_INPUT, examples.COMPETITOR_CHANGE),
        ("scenarios", examples.SCENARIO_INPUT, examples.SCENARIO_CHANGE),
        ("assumptions", {"statement": "It rains"}, examples.ASSUMPTION_CHANGE),
    ],
)
def test_each_kind_is_made_changed_and_removed(
    office: Caller, plan: Plan, name: str, body: dict[str, Any], change: dict[str, Any]
) -> None:
    made = office("POST", f"{name}/", {**body, "plan": "h30"})
    changed = office("PATCH", f"{name}/{made.json()['id']}/", change)

    assert (made.status_code, shown(changed, *change)) == (201, change)
    assert office("DELETE", f"{name}/{made.json()['id']}/").status_code == 204
    assert office("GET", f"{name}/").json()["results"] == []


def test_a_scenario_says_what_it_means_for_priorities(office: Caller, plan: Plan, staff: User) -> None:
    add_priority(by=staff, plan=plan, code="P1", name="Calm water")
    scenario = add_finding(by=staff, plan=plan, kind="scenario", name="Dry summers")
    effect = {"priority": "h30:P1", "effect": -1, "meaning": "Less water"}

    answer = office("POST", f"scenarios/{scenario.pk}/effects/", {"effects": [effect]})
    again = office("POST", f"scenarios/{scenario.pk}/effects/", {"effects": [{**effect, "effect": 3}]})

    assert (answer.json()["effects"], again.status_code) == ([effect], 400)


def test_an_owner_answers_and_tends_and_does_nothing_else(
    plan: Plan, staff: User, person: Callable[[str], User]
) -> None:
    viewer = person("viewer")
    assumption = add_finding(
        by=staff,
        plan=plan,
        kind="assumption",
        statement="It rains",
        owner=viewer,
        tripwire="date",
        trips_on=dt.date(2026, 1, 1),
    )
    assumption.refresh_from_db()
    owner, ref = program(viewer), f"assumptions/{assumption.pk}/"

    waiting = owner("GET", "assumptions/?tripped_at__isnull=false").json()["results"]
    answered = owner("POST", f"{ref}answer/", {"state": "doubtful", "answer": "We wait."})
    tended = owner("PATCH", ref, {"evidence": "Rain gauge"})
    more = owner("PATCH", ref, {"statement": "It never rains"})

    assert [each["tripped_by"] for each in waiting] == ["1 January 2026 has come."]
    assert shown(answered, "state", "answer", "answered_by", "tripped_at") == {
        "state": "doubtful",
        "answer": "We wait.",
        "answered_by": "viewer@city.example",
        "tripped_at": None,
    }
    assert (tended.status_code, more.status_code) == (200, 403)
    assert Assumption.objects.get().statement == "It rains"


def test_form_and_program_leave_the_same_rows(
    office: Caller, plan: Plan, staff: User, client: Client
) -> None:
    fields = {"statement": "Crews", "quadrant": "strength", "impact": 4, "evidence": "A survey"}
    office("POST", "analysis-items/", {**fields, "plan": "h30"})
    client.force_login(staff)
    client.post(f"/strategy/add/finding/swot/{plan.code}/", fields)

    def row(item: AnalysisItem) -> dict[str, Any]:
        left_out = ("id", "added_at", "position")
        return {f.name: getattr(item, f.name) for f in item._meta.concrete_fields if f.name not in left_out}

    one, other = AnalysisItem.objects.order_by("pk")
    assert row(one) == row(other)
