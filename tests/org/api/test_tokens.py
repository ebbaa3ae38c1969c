"""What a token opens, and who makes one."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from org.actions import create_api_token, create_department, create_user, grant_role, revoke_api_token
from org.api.authentication import _reach
from org.enums import AccountKind, Role
from org.models import ApiToken, Department, User
from org.queries import path_of
from tests.core.api.conftest import Caller


def status(secret: str, **environment: str) -> int:
    """What a GET with this token is answered with."""
    headers = {"Authorization": f"Bearer {secret}"}
    return Client().get("/api/v1/departments/", headers=headers, **environment).status_code  # type: ignore[arg-type]


def csrf(caller: Caller) -> dict[str, str]:
    """The header that a page of ours would send."""
    caller.client.cookies["csrftoken"] = "x" * 32
    return {"X-CSRFToken": "x" * 32}


@pytest.mark.parametrize("secret", ["smo_wrong", "", "é", "smo_" + "x" * 5000])
def test_an_unknown_token_is_a_401(db: None, secret: str) -> None:
    assert status(secret) == 401


def test_a_token_ends(viewer: User) -> None:
    _token, secret = create_api_token(
        by=viewer, user=viewer, expires_at=timezone.now() + dt.timedelta(minutes=1)
    )
    assert status(secret) == 200
    ApiToken.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    assert status(secret) == 401


def test_a_revoked_token_opens_nothing(viewer: User) -> None:
    token, secret = create_api_token(by=viewer, user=viewer)
    revoke_api_token(by=viewer, token=token)
    assert status(secret) == 401


def test_a_token_goes_with_its_user(viewer: User) -> None:
    _token, secret = create_api_token(by=viewer, user=viewer)
    User.objects.filter(pk=viewer.pk).update(is_active=False)
    assert status(secret) == 401


def test_a_demonstration_account_has_no_way_in_elsewhere(db: None, settings: Any) -> None:
    user = create_user(by=None, email="smo@demo.example", name="Demo")
    _token, secret = create_api_token(by=None, user=user)
    settings.DEMO = True
    assert status(secret) == 200
    settings.DEMO = False
    assert status(secret) == 401


def test_a_token_is_used_from_its_networks_only(viewer: User) -> None:
    _token, secret = create_api_token(by=viewer, user=viewer, networks=["10.0.0.0/8", "2001:db8::/32"])
    assert [
        status(secret, REMOTE_ADDR=address) for address in ("10.1.2.3", "2001:db8::1", "192.0.2.1", "")
    ] == [200, 200, 401, 401]


def test_behind_a_proxy_the_address_it_names_counts(viewer: User, settings: Any) -> None:
    _token, secret = create_api_token(by=viewer, user=viewer, networks=["10.0.0.0/8"])
    spoofed = {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "10.9.9.9, 10.1.2.3"}
    assert status(secret, **spoofed) == 401
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "NUM_PROXIES": 1}
    assert status(secret, **spoofed) == 200
    assert status(secret, **spoofed | {"HTTP_X_FORWARDED_FOR": "10.9.9.9, 192.0.2.7"}) == 401


def test_its_last_use_is_noted_once_a_minute(viewer: User) -> None:
    token, secret = create_api_token(by=viewer, user=viewer)
    status(secret)
    token.refresh_from_db()
    first = token.last_used_at
    assert first is not None
    status(secret)
    token.refresh_from_db()
    assert token.last_used_at == first
    ApiToken.objects.update(last_used_at=first - dt.timedelta(minutes=2))
    status(secret)
    token.refresh_from_db()
    assert token.last_used_at >= first


@pytest.mark.parametrize(
    ("scopes", "read", "write"),
    [
        (["read"], 200, 403),
        (["write"], 200, 201),
        (["read", "write"], 200, 201),
        (["measurements:write"], 403, 403),
    ],
)
def test_scopes_limit_what_a_token_opens(
    token_of: Any, administrator: User, scopes: list[str], read: int, write: int
) -> None:
    program: Caller = token_of(administrator, *scopes)
    assert program("GET", "departments/").status_code == read
    assert program("POST", "departments/", {"code": "A", "name": "A"}).status_code == write


def test_a_token_gives_no_more_than_its_user_has(token_of: Any, viewer: User) -> None:
    assert token_of(viewer, "write")("POST", "departments/", {"code": "A", "name": "A"}).status_code == 403


def test_a_token_of_a_department_reads_and_does_not_write_elsewhere(
    token_of: Any, administrator: User, city: Any
) -> None:
    program = token_of(administrator, "write", department=city)
    assert program("GET", "departments/").status_code == 200
    response = program("POST", "departments/", {"code": "A", "name": "A"})
    assert (response.status_code, response.json()["detail"]) == (
        403,
        "This token is limited to a department and cannot write here.",
    )


def test_a_token_holds_roles_only_within_its_department(viewer: User, city: Any) -> None:
    works, roads = (Department.objects.get(code=code) for code in ("WORKS", "ROADS"))
    harbour = create_department(by=None, code="HARBOUR", name="Harbour", parent=city)
    for role, department in ((Role.DEPARTMENT_HEAD, city), (Role.CONTRIBUTOR, roads), (Role.VIEWER, harbour)):
        grant_role(by=None, user=viewer, role=role, department=department)
    token, _secret = create_api_token(by=None, user=viewer, department=works)
    held = _reach(token)
    assert sorted(held.roles) == [
        ("contributor", path_of(roads)),
        ("department_head", path_of(works)),
        ("viewer", path_of(works)),
    ]
    assert (held.token_scopes, held.token_path) == ({"read"}, path_of(works))


def test_a_person_makes_a_token_whose_secret_is_shown_once(session_of: Any, viewer: User) -> None:
    person: Caller = session_of(viewer)
    response = person(
        "POST", "tokens/", {"name": "Sensor", "scopes": ["read"], "networks": ["10.0.0.0/8"]}, **csrf(person)
    )
    made = response.json()
    assert (response.status_code, status(made["secret"], REMOTE_ADDR="10.0.0.1")) == (201, 200)
    later = person("GET", f"tokens/{made['id']}/")
    last_used = later.json()["last_used_at"]
    assert later.json() == {**made, "secret": None, "last_used_at": last_used}


def test_the_secret_is_not_kept_for_repetitions(session_of: Any, viewer: User) -> None:
    person: Caller = session_of(viewer)
    body, headers = {"scopes": ["read"]}, {**csrf(person), "Idempotency-Key": "t"}
    secrets = {person("POST", "tokens/", body, **headers).json()["secret"] for _ in range(2)}
    assert len(secrets) == 2


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"scopes": ["everything"]}, "scopes.0"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["read"], "networks": ["10.0.0.0/99"]}, "networks.0"),
        ({"scopes": ["read"], "expires_at": "2020-01-01T00:00:00Z"}, "expires_at"),
        ({"scopes": ["read"], "department": "NOWHERE"}, "department"),
    ],
)
def test_it_refuses_a_token_that_makes_no_sense(
    session_of: Any, viewer: User, body: dict[str, Any], field: str
) -> None:
    person: Caller = session_of(viewer)
    response = person("POST", "tokens/", body, **csrf(person))
    assert (response.status_code, [e["field"] for e in response.json()["errors"]]) == (400, [field])


def test_a_token_makes_and_revokes_no_token(call: Caller) -> None:
    assert call("POST", "tokens/", {"scopes": ["read"]}).status_code == 403
    (own,) = call("GET", "tokens/").json()["results"]
    assert call("DELETE", f"tokens/{own['id']}/").status_code == 403


def test_one_sees_and_revokes_only_ones_own_tokens(
    session_of: Any, viewer: User, administrator: User
) -> None:
    foreign, _secret = create_api_token(by=None, user=administrator)
    own, secret = create_api_token(by=None, user=viewer)
    person: Caller = session_of(viewer)
    assert [row["id"] for row in person("GET", "tokens/").json()["results"]] == [own.pk]
    assert person("DELETE", f"tokens/{foreign.pk}/", **csrf(person)).status_code == 404
    assert person("DELETE", f"tokens/{own.pk}/", **csrf(person)).status_code == 204
    assert (status(secret), person("GET", f"tokens/{own.pk}/").json()["works"]) == (401, False)


def test_a_service_account_reads_with_its_token(token_of: Any, db: None) -> None:
    service = create_user(by=None, email="sensor@city.example", name="Sensor", kind=AccountKind.SERVICE)
    program = token_of(service, "read")
    assert program("GET", "departments/").status_code == 200
    assert program("GET", "people/me/").json()["kind"] == "service"


def test_an_administrator_cares_for_the_tokens_of_service_accounts_only(
    session_of: Any, viewer: User, administrator: User
) -> None:
    service = create_user(by=None, email="sensor@city.example", name="Sensor", kind=AccountKind.SERVICE)
    create_api_token(by=None, user=viewer)
    person: Caller = session_of(administrator)
    body = {"user": service.email, "scopes": ["measurements:write"]}
    made = person("POST", "tokens/", body, **csrf(person))
    assert (made.status_code, made.json()["user"]) == (201, service.email)
    assert [row["user"] for row in person("GET", "tokens/").json()["results"]] == [service.email]
    refused = person("POST", "tokens/", {**body, "user": viewer.email}, **csrf(person))
    assert refused.status_code == 403
    assert person("DELETE", f"tokens/{made.json()['id']}/", **csrf(person)).status_code == 204


def test_a_person_makes_no_token_for_others(session_of: Any, viewer: User) -> None:
    service = create_user(by=None, email="sensor@city.example", name="Sensor", kind=AccountKind.SERVICE)
    person: Caller = session_of(viewer)
    body = {"user": service.email, "scopes": ["read"]}
    assert person("POST", "tokens/", body, **csrf(person)).status_code == 403
    assert ApiToken.objects.count() == 0
