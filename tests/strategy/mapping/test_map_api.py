"""/api/v1/strategy-maps/ and /cause-effects/."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from org.actions import create_api_token, create_department, create_user, grant_role
from org.enums import Role
from org.models import User
from strategy.models import CauseEffect, Objective, Plan
from tests.core.api.conftest import Caller


def program(user: User) -> Caller:
    """A program with a token of the user."""
    _token, secret = create_api_token(by=user, user=user, scopes=("read", "write"))
    return Caller(Client(), Authorization=f"Bearer {secret}")


@pytest.fixture
def office(staff: User) -> Caller:
    """The office's program, in a city with one department."""
    create_department(by=None, code="city", name="City")
    return program(staff)


def said(answer: Any) -> dict[str, Any]:
    """A claim without its id."""
    return {key: value for key, value in answer.json().items() if key != "id"}


def test_the_map_tells_lanes_and_arrows(office: Caller, plan: Plan, mapped: dict[str, Objective]) -> None:
    shown = office("GET", "strategy-maps/h30/").json()

    assert [
        (lane["perspective"], [each["code"] for each in lane["objectives"]]) for lane in shown["lanes"]
    ] == [
        ("customer", ["C"]),
        ("financial", []),
        ("process", ["A", "B"]),
        ("learning", []),
    ]
    assert [(each["cause"], each["effect"], each["lag_months"]) for each in shown["arrows"]] == [
        ("A", "B", 6),
        ("B", "C", None),
    ]
    assert shown["arrows"][0]["evidence"] == {
        "word": "too_little",
        "agrees": None,
        "frequency": None,
        "lag": 0,
        "pairs": 0,
        "coefficient": None,
        "low": None,
        "high": None,
    }


def test_an_objective_is_arranged(office: Caller, plan: Plan, mapped: dict[str, Objective]) -> None:
    body = {"objective": "B", "perspective": "process", "place": 0}

    answer = office("POST", "strategy-maps/h30/arrange/", body)

    assert (answer.status_code, answer.json()) == (200, {"perspective": "process", "objectives": ["B", "A"]})


def test_into_another_lane_of_a_plan_in_force_is_a_conflict(
    office: Caller, plan: Plan, mapped: dict[str, Objective]
) -> None:
    Plan.objects.update(state="active")
    body = {"objective": "B", "perspective": None, "place": 0}

    assert office("POST", "strategy-maps/h30/arrange/", body).status_code == 409


@pytest.mark.parametrize("wrong", [{"objective": "Z"}, {"perspective": "Z"}, {"place": -1}])
def test_an_arrangement_of_what_is_not_there_is_refused(
    office: Caller, plan: Plan, mapped: dict[str, Objective], wrong: dict[str, Any]
) -> None:
    body = {"objective": "B", "perspective": "process", "place": 0, **wrong}

    answer = office("POST", "strategy-maps/h30/arrange/", body)

    assert (answer.status_code, [each["field"] for each in answer.json()["errors"]]) == (400, [*wrong])


def test_a_claim_is_made_changed_and_withdrawn(
    office: Caller, plan: Plan, mapped: dict[str, Objective]
) -> None:
    made = office("POST", "cause-effects/", {"cause": "h30:A", "effect": "h30:C", "lag_months": 3})
    path = f"cause-effects/{made.json()['id']}/"
    changed = office("PATCH", path, {"influence": "hinders"})

    assert (made.status_code, said(changed)) == (
        201,
        {"cause": "h30:A", "effect": "h30:C", "influence": "hinders", "lag_months": 3, "note": ""},
    )
    assert office("DELETE", path).status_code == 204
    assert office("GET", path).status_code == 404
    assert len(office("GET", "cause-effects/?plan=h30").json()["results"]) == 2


def test_a_claim_that_closes_a_circle_is_refused(
    office: Caller, plan: Plan, mapped: dict[str, Objective]
) -> None:
    answer = office("POST", "cause-effects/", {"cause": "h30:C", "effect": "h30:A"})

    assert answer.status_code == 400
    assert answer.json()["detail"].endswith("C → A → B → C.")


def test_a_lag_beyond_ten_years_is_refused(office: Caller, plan: Plan, mapped: dict[str, Objective]) -> None:
    answer = office("POST", "cause-effects/", {"cause": "h30:A", "effect": "h30:C", "lag_months": 121})

    assert (answer.status_code, [each["field"] for each in answer.json()["errors"]]) == (400, ["lag_months"])


def test_a_claim_of_a_plan_in_force_is_a_conflict(
    office: Caller, plan: Plan, mapped: dict[str, Objective]
) -> None:
    Plan.objects.update(state="active")

    assert office("POST", "cause-effects/", {"cause": "h30:A", "effect": "h30:C"}).status_code == 409


def test_a_head_claims_what_touches_an_objective_led_from_within(
    office: Caller, plan: Plan, mapped: dict[str, Objective]
) -> None:
    works = create_department(by=None, code="works", name="Works")
    head = create_user(by=None, email="head@city.example", name="Hilda")
    grant_role(by=None, user=head, role=Role.DEPARTMENT_HEAD, department=works)
    Plan.objects.update(state="consultation")
    Objective.objects.filter(code="A").update(lead=works)
    caller = program(head)

    assert caller("POST", "cause-effects/", {"cause": "h30:A", "effect": "h30:C"}).status_code == 201
    untouched = CauseEffect.objects.get(cause__code="B")
    assert caller("PATCH", f"cause-effects/{untouched.pk}/", {"note": "mine"}).status_code == 403


def test_a_draft_has_no_map_for_a_viewer(
    office: Caller, plan: Plan, mapped: dict[str, Objective], person: Callable[[str], User]
) -> None:
    viewer = program(person(Role.VIEWER))

    assert viewer("GET", "strategy-maps/h30/").status_code == 404
    assert viewer("GET", "cause-effects/").json()["results"] == []
    Plan.objects.update(state="active")
    assert viewer("GET", "strategy-maps/h30/").status_code == 200
    assert viewer("POST", "strategy-maps/h30/arrange/", {}).status_code == 403
