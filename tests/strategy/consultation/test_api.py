"""Rounds, invitations and remarks by REST: through the same actions."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from org.actions import create_api_token, create_user, grant_role
from org.enums import AccountKind, Role
from org.models import User
from strategy.actions.consultation import say
from strategy.models import Consultation, Plan, Remark

Browser = Callable[[User], Client]
JSON = "application/json"


@pytest.fixture
def office(browser: Browser, staff: User) -> Client:
    """The office, signed in."""
    return browser(staff)


def test_a_round_is_made_asked_opened_and_closed(office: Client, draft: Plan, head: User) -> None:
    made = office.post("/api/v1/consultations/", {"plan": "h35", "name": "By REST"}, JSON)
    one = f"/api/v1/consultations/{made.json()['id']}/"
    asked = office.post(
        "/api/v1/consultation-invitations/",
        {"consultation": made.json()["id"], "person": "hedda@city.example"},
        JSON,
    )
    states = [
        office.patch(one, {"state": state}, JSON).json()["state"] for state in ("open", "closed", "open")
    ]
    back = office.patch(one, {"state": "prepared"}, JSON)

    assert (made.status_code, asked.status_code, states, back.status_code) == (
        201,
        201,
        ["open", "closed", "open"],
        409,
    )
    draft.refresh_from_db()
    assert draft.state == "consultation"
    assert office.delete(one).status_code == 204


def test_a_guest_s_link_is_told_once(office: Client, consultation: Consultation) -> None:
    guest = {"name": "Gita", "email": "gita@museum.example"}
    made = office.post(
        "/api/v1/consultation-invitations/", {"consultation": consultation.pk, "guest": guest}, JSON
    ).json()

    assert "/guest/" in made["link"]
    again = office.get(f"/api/v1/consultation-invitations/{made['id']}/").json()
    assert again == {**made, "link": None}


def test_exactly_one_is_invited(office: Client, consultation: Consultation) -> None:
    answers = [
        office.post("/api/v1/consultation-invitations/", {"consultation": consultation.pk, **who}, JSON)
        for who in ({}, {"department": "works", "person": "hedda@city.example"})
    ]

    assert [each.status_code for each in answers] == [400, 400]


def test_a_remark_is_said_changed_answered_and_withdrawn(
    office: Client, browser: Browser, head: User, consultation: Consultation
) -> None:
    client = browser(head)
    made = client.post(
        "/api/v1/remarks/",
        {"consultation": consultation.pk, "about": "vision", "kind": "comment", "text": "Hm"},
        JSON,
    ).json()
    one = f"/api/v1/remarks/{made['id']}/"
    client.patch(one, {"kind": "objection", "text": "Too wet"}, JSON)
    answered = office.post(f"{one}answer/", {"outcome": "not_taken_up", "answer": "It is the sea."}, JSON)
    late = client.patch(one, {"kind": "comment", "text": "Oh"}, JSON)
    withdrawn = client.delete(one)

    assert (made["author"], made["department"], made["about"]) == ("hedda@city.example", "works", "vision")
    assert (answered.json()["outcome"], late.status_code, withdrawn.status_code) == ("not_taken_up", 409, 204)
    remark = Remark.objects.get()
    assert (remark.kind, remark.text, remark.withdrawn_at is None) == ("objection", "Too wet", False)


def test_a_program_never_says_anything(staff: User, consultation: Consultation) -> None:
    account = create_user(by=None, email="bot@city.example", name="Bot", kind=AccountKind.SERVICE)
    grant_role(by=None, user=account, role=Role.EXECUTIVE)
    _token, secret = create_api_token(by=None, user=account, scopes=["write"])
    program = Client(headers={"Authorization": f"Bearer {secret}"})

    answer = program.post(
        "/api/v1/remarks/", {"consultation": consultation.pk, "about": "plan", "kind": "endorsement"}, JSON
    )

    assert (answer.status_code, Remark.objects.count()) == (403, 0)


def listed(client: Client, query: str = "") -> list[Any]:
    return [each["text"] for each in client.get(f"/api/v1/remarks/{query}").json()["results"]]


def test_others_words_are_not_listed(
    office: Client, browser: Browser, head: User, viewer: User, consultation: Consultation
) -> None:
    consultation.invitations.create(person=viewer)
    say(by=head, consultation=consultation, about="plan", kind="comment", text="Of the head")
    say(by=viewer, consultation=consultation, about="plan", kind="comment", text="Of the viewer")

    assert listed(office, f"?consultation={consultation.pk}") == ["Of the head", "Of the viewer"]
    assert listed(browser(viewer)) == ["Of the viewer"]


def test_a_round_that_is_hidden_is_as_unknown_as_none(
    browser: Browser, viewer: User, consultation: Consultation
) -> None:
    client = browser(viewer)
    sent = {"about": "plan", "kind": "endorsement"}

    answers = [
        client.post("/api/v1/remarks/", {**sent, "consultation": number}, JSON)
        for number in (consultation.pk, consultation.pk + 1000)
    ]

    assert [each.status_code for each in answers] == [400, 400]
    assert {each.json()["errors"][0]["code"] for each in answers} == {"unknown"}
