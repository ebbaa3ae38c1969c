"""Every role × every route × both faces: who may, who may not, who may not even know.

The table is in `tests.smo.matrix`; a route that is missing from it fails, a row without a route too.
"""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import DjangoDbBlocker

from core.mail import FolderBackend, kept_mail
from org.models import User
from smo.home.badge import keep_badge
from tests.smo.matrix.api import API
from tests.smo.matrix.callers import EVERYONE, STRANGER
from tests.smo.matrix.pages import PAGES
from tests.smo.matrix.rows import METHODS, Row
from tests.smo.matrix.world import World, make_world

pytestmark = pytest.mark.django_db
MATRIX = [*PAGES, *API]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The world, made once: every request is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _a_kept_message(own_mail_and_cache: None, world: World) -> None:
    FolderBackend().send_messages([EmailMessage("Hello", "Good morning", to=["viewer@city.example"])])
    world.names["message"] = kept_mail()[0].key


@pytest.fixture(autouse=True)
def _counted_a_moment_ago(own_mail_and_cache: None, world: World) -> None:
    """The number beside My work is counted once a minute; here no page has to."""
    for role in EVERYONE:
        keep_badge(User(pk=world.names[f"{role}_id"]), 1)


def filled(part: Any, names: dict[str, Any]) -> Any:
    """An address or a body with "{name}" replaced by what the world calls so."""
    if isinstance(part, dict):
        return {key: filled(value, names) for key, value in part.items()}
    if isinstance(part, list):
        return [filled(value, names) for value in part]
    if isinstance(part, str) and part.startswith("{"):
        return names[part.strip("{}")]
    return part


def ask(client: Client, row: Row, names: dict[str, Any]) -> HttpResponseBase:
    """Send what the row says; nothing of what it does stays."""
    body = filled(row.body, names)
    cookies = copy.deepcopy(client.cookies)
    with transaction.atomic():
        answer = client.generic(
            row.method,
            reverse(row.route, kwargs=filled(dict(row.where), names)) + row.query,
            body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode(),
            content_type=row.content_type or _content_type(row),
        )
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer


def _content_type(row: Row) -> str:
    return "application/json" if row.route.startswith("api-") else "application/x-www-form-urlencoded"


@pytest.mark.parametrize("row", MATRIX, ids=str)
def test_each_caller_is_answered_as_the_matrix_says(row: Row, world: World) -> None:
    answers = {caller: ask(world.callers[caller], row, world.names) for caller in row.expected}

    given = {caller: answer.status_code for caller, answer in answers.items()}
    wrong = {caller: given[caller] for caller in given if given[caller] != row.expected[caller]}
    assert not wrong, f"expected {dict(row.expected)}"
    if row.expected[STRANGER] == 302 and row.route in SIGNED_IN:
        assert answers[STRANGER].headers["Location"].startswith("/accounts/login/?next=")


SIGNED_IN = {row.route for row in PAGES if row.method == "GET"} - {
    "account_logout",
    "first_administrator",
    "mfa_authenticate",
    "set_language",
}


def routes(patterns: list[Any], namespace: str = "") -> Iterator[str]:
    """The names of all routes; one without a name is a mistake."""
    for each in patterns:
        if isinstance(each, URLResolver):
            inner = f"{namespace}{each.namespace}:" if each.namespace else namespace
            yield from routes(each.url_patterns, inner)
        elif isinstance(each, URLPattern):
            assert each.name, f"{each.pattern} has no name"
            yield f"{namespace}{each.name}"


def test_the_matrix_has_every_route_and_no_other() -> None:
    built = set(routes(get_resolver().url_patterns))

    assert {row.route for row in MATRIX} == built


def test_the_matrix_has_every_method() -> None:
    asked: dict[str, set[str]] = {}
    for row in MATRIX:
        asked.setdefault(row.route, set()).add(row.method)

    for route, methods in asked.items():
        assert methods == set(METHODS if route.startswith("api-") else ("GET", "POST")), route


def test_a_token_limited_to_a_department_writes_nowhere_else(world: World) -> None:
    program = Client(headers={"Authorization": f"Bearer {world.names['limited_secret']}"})
    [within, beside] = [row for row in API if row.route == "api-measurements-list" and row.variant]

    assert ask(program, within, world.names).status_code == 200
    assert ask(program, beside, world.names).status_code == 403


def test_nothing_that_was_asked_stays(world: World, tmp_path: Path) -> None:
    [added] = [row for row in API if row.route == "api-people-list" and row.method == "POST"]
    client = world.callers["administrator"]

    assert [ask(client, added, world.names).status_code for _again in range(2)] == [201, 201]
