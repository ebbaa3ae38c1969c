"""Home, search, administration and the organisation's settings."""

import pytest
from django.test import Client

from org.actions import create_department, create_user, grant_role
from org.enums import Role
from org.models import Organisation, User

pytestmark = pytest.mark.django_db


def somebody(role: str) -> User:
    user = create_user(by=None, email=f"{role}@example.org", name=f"A {role}")
    grant_role(by=None, user=user, role=role)
    return user


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(somebody(role))
    return client


def test_what_comes_next_is_told_to_those_who_can_do_it() -> None:
    administrator = signed_in(Role.ADMINISTRATOR).get("/").context["steps"]
    reader = signed_in(Role.VIEWER).get("/").context["steps"]

    assert [(step.url, step.done) for step in administrator] == [
        ("/administration/organisation/", False),
        ("/departments/", False),
        ("/people/", False),
        ("", False),
        ("", False),
        ("", False),
    ]
    assert reader == []


def test_it_finds_people_and_departments() -> None:
    create_department(by=None, code="works", name="Public works")
    client = signed_in(Role.VIEWER)

    found = client.get("/search/?q=WOR").context["found"]
    part = client.get("/search/?q=viewer", headers={"HX-Request": "true"})

    assert {name: [each.url for each in things] for name, things in found.items()} == {
        "departments": ["/departments/works/"]
    }
    assert part.content.decode().strip().startswith('<div class="stack" id="results"')
    assert "A viewer" in part.content.decode()


def test_too_short_a_word_finds_nothing() -> None:
    assert signed_in(Role.VIEWER).get("/search/?q=w").context["found"] == {}


def test_the_administration_is_for_administrators() -> None:
    administrator, reader = signed_in(Role.ADMINISTRATOR), signed_in(Role.VIEWER)

    page = administrator.get("/administration/")
    assert (page.status_code, page.context["people"]) == (200, 2)
    assert page.context["states"] == {"database": "ok", "migrations": "ok", "broker": "ok"}
    assert reader.get("/administration/").status_code == 403
    assert reader.get("/administration/organisation/").status_code == 403


SETTINGS = {
    "name": "Port Selwyn",
    "tagline": "",
    "fiscal_year_first_month": "7",
    "fiscal_year_named_by": "end",
}


def test_the_fiscal_year_is_set_before_there_are_values_and_stays_after(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = signed_in(Role.ADMINISTRATOR)
    client.post("/administration/organisation/", SETTINGS)
    monkeypatch.setattr("smo.administration.views.has_values", lambda: True)

    refused = client.post("/administration/organisation/", SETTINGS | {"fiscal_year_first_month": "4"})
    renamed = client.post("/administration/organisation/", SETTINGS | {"name": "Selwyn"})

    assert (refused.status_code, renamed.status_code) == (409, 302)
    assert Organisation.objects.values_list("name", "fiscal_year_first_month").get() == ("Selwyn", 7)
