"""API tokens in the browser."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from org.actions import create_api_token, create_user, token_digest
from org.models import ApiToken, Department, User

ENTERED = {
    "name": "meters",
    "scopes": ["read", "measurements:write"],
    "days": "30",
    "department": "",
    "networks": "",
}


def test_the_secret_is_on_one_page_and_nowhere_else(as_reader: Client, reader: User) -> None:
    made = as_reader.post("/profile/tokens/add/", ENTERED)

    secret = made.context["secret"]
    token = ApiToken.objects.get()
    assert secret in made.content.decode()
    assert made["Cache-Control"] == "no-store"
    assert (token.user, token.digest, token.scopes) == (reader, token_digest(secret), ENTERED["scopes"])
    assert abs(token.expires_at - timezone.now() - dt.timedelta(days=30)) < dt.timedelta(minutes=1)
    assert secret not in as_reader.get("/profile/tokens/").content.decode()


def test_a_token_may_be_bound_to_a_department_and_to_networks(
    as_reader: Client, tree: dict[str, Department]
) -> None:
    as_reader.post(
        "/profile/tokens/add/",
        ENTERED | {"days": "0", "department": "works", "networks": "192.0.2.7/24, 2001:db8::1"},
    )

    token = ApiToken.objects.get()
    assert (token.department, token.expires_at) == (tree["works"], None)
    assert token.networks == ["192.0.2.0/24", "2001:db8::1/128"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"networks": "home"}, "networks"), ({"scopes": []}, "scopes"), ({"name": ""}, "name")],
)
def test_it_says_what_is_wrong(as_reader: Client, changed: dict[str, object], field: str) -> None:
    page = as_reader.post("/profile/tokens/add/", ENTERED | changed)

    assert (page.status_code, list(page.context["form"].errors)) == (400, [field])
    assert not ApiToken.objects.exists()


def test_a_revoked_token_stays_listed_and_works_no_more(as_reader: Client, reader: User) -> None:
    token, _secret = create_api_token(by=reader, user=reader, name="meters")

    asked = as_reader.get(f"/tokens/{token.pk}/revoke/")
    answer = as_reader.post(f"/tokens/{token.pk}/revoke/", follow=True)

    token.refresh_from_db()
    assert (asked.status_code, token.works) == (200, False)
    assert "revoked" in answer.content.decode()


def test_tokens_of_others_are_theirs_alone_but_an_administrator_cares_for_programs(
    as_admin: Client, as_reader: Client, admin: User, reader: User
) -> None:
    program = create_user(by=None, email="bot@example.org", name="Bot", kind="service")
    of_reader, _secret = create_api_token(by=None, user=reader)
    of_program, _secret = create_api_token(by=None, user=program)

    assert as_admin.get(f"/people/{reader.pk}/tokens/").status_code == 403
    assert as_admin.post(f"/tokens/{of_reader.pk}/revoke/").status_code == 403
    assert as_reader.get(f"/people/{program.pk}/tokens/").status_code == 403
    assert as_reader.post(f"/people/{program.pk}/tokens/add/", ENTERED).status_code == 403
    assert as_admin.get(f"/people/{program.pk}/tokens/").status_code == 200
    assert as_admin.post(f"/tokens/{of_program.pk}/revoke/").status_code == 302
