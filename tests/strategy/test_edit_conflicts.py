"""Two people edit the same thing: the second is shown both versions, and loses nothing."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.edit_conflicts import EditConflict
from org.actions import create_user, grant_role
from org.models import User
from strategy.actions import change_objective, change_perspective
from strategy.models import Objective, Perspective, Plan


@pytest.fixture
def office(staff: User) -> Client:
    """The browser of the second person."""
    client = Client()
    client.force_login(staff, backend="org.sign_in.EmailBackend")
    return client


@pytest.fixture
def first(db: None) -> User:
    """The person who saves first."""
    user = create_user(by=None, email="first@city.example", name="Freya First")
    grant_role(by=None, user=user, role="smo_staff")
    return user


@pytest.fixture
def seen(plan: Plan) -> Perspective:
    """What both of them edit."""
    return plan.perspectives.get(code="customer")


def form_of(client: Client, url: str) -> dict[str, str]:
    """What a browser would send back of a form that was not touched."""
    answer: Any = client.get(url)
    form = answer.context["form"]
    sent = {name: form[name].value() for name in form.fields}
    token = re.search(r'name="edit_token" value="([^"]+)"', answer.content.decode())
    assert token is not None
    return {name: "" if value is None else str(value) for name, value in sent.items()} | {
        "edit_token": token[1]
    }


def conflict_in(answer: Any) -> EditConflict:
    """The conflict of a refused form."""
    assert answer.status_code == 409
    conflict: EditConflict = answer.context["conflict"]
    return conflict


def told(conflict: EditConflict) -> list[tuple[str, str, str, bool]]:
    """Each difference: field, theirs, yours, whether both changed it."""
    return [(each.name, each.theirs, each.yours, each.both) for each in conflict.differences]


def test_the_second_is_shown_both_versions_and_nothing_is_stored(
    office: Client, first: User, seen: Perspective
) -> None:
    url = reverse("change_perspective", args=[seen.pk])
    sent = form_of(office, url)
    change_perspective(by=first, perspective=seen, name="Residents")

    answer = office.post(url, {**sent, "name": "Citizens"})

    conflict = conflict_in(answer)
    assert told(conflict) == [("name", "Residents", "Citizens", True)]
    assert (conflict.person, 'value="Citizens"' in answer.content.decode()) == (first, True)
    assert Perspective.objects.get(pk=seen.pk).name == "Residents"


def test_sent_again_from_there_the_second_prevails(office: Client, first: User, seen: Perspective) -> None:
    url = reverse("change_perspective", args=[seen.pk])
    sent = form_of(office, url)
    change_perspective(by=first, perspective=seen, name="Residents")
    refused: Any = office.post(url, {**sent, "name": "Citizens"})

    again = {**sent, "name": "Citizens", "edit_token": refused.context["edit_token"]}

    assert office.post(url, again).status_code == 302
    assert Perspective.objects.get(pk=seen.pk).name == "Citizens"


def test_theirs_can_be_taken_field_by_field(office: Client, first: User, seen: Perspective) -> None:
    url = reverse("change_perspective", args=[seen.pk])
    sent = form_of(office, url)
    change_perspective(by=first, perspective=seen, name="Residents", question="Theirs?")
    mine = {**sent, "name": "Citizens", "question": "Mine?"}
    refused: Any = office.post(url, mine)
    assert [each.name for each in conflict_in(refused).differences] == ["name", "question"]

    office.post(url, {**mine, "edit_token": refused.context["edit_token"], "take_theirs": ["question"]})

    seen.refresh_from_db()
    assert (seen.name, seen.question) == ("Citizens", "Theirs?")


def test_a_field_that_the_second_left_alone_is_not_put_back(
    office: Client, first: User, seen: Perspective
) -> None:
    url = reverse("change_perspective", args=[seen.pk])
    sent = form_of(office, url)
    change_perspective(by=first, perspective=seen, question="Theirs?")

    refused: Any = office.post(url, {**sent, "name": "Citizens"})

    assert [(each.name, each.both) for each in conflict_in(refused).differences] == [("question", False)]
    merged = {name: refused.context["form"][name].value() for name in ("code", "name", "question")}
    assert merged == {"code": "customer", "name": "Citizens", "question": "Theirs?"}
    office.post(url, {**merged, "edit_token": refused.context["edit_token"]})
    seen.refresh_from_db()
    assert (seen.name, seen.question) == ("Citizens", "Theirs?")


def test_the_same_change_twice_is_no_conflict(office: Client, first: User, seen: Perspective) -> None:
    url = reverse("change_perspective", args=[seen.pk])
    sent = form_of(office, url)
    change_perspective(by=first, perspective=seen, name="Residents")

    assert office.post(url, {**sent, "name": "Residents"}).status_code == 302


def test_a_form_that_nobody_else_touched_is_saved(office: Client, seen: Perspective) -> None:
    url = reverse("change_perspective", args=[seen.pk])

    assert office.post(url, {**form_of(office, url), "name": "Citizens"}).status_code == 302
    assert Perspective.objects.get(pk=seen.pk).name == "Citizens"


def test_people_and_days_are_told_by_name(
    office: Client, first: User, objective: Objective, person: Callable[[str], User]
) -> None:
    url = reverse("change_objective", args=[objective.pk])
    sent = form_of(office, url)
    change_objective(by=first, objective=objective, owner=first, description="Theirs\nin two lines")
    staff = User.objects.get(email="smo_staff@city.example")

    answer = office.post(url, {**sent, "owner": str(staff.pk), "description": "Mine"})

    owner, description = sorted(told(conflict_in(answer)), key=lambda each: each[0] != "owner")
    assert ("Freya First" in owner[1], staff.name in owner[2]) == (True, True)
    assert description == ("description", "Theirs\nin two lines", "Mine", True)
