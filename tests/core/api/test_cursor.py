"""Cursors over values that may be absent, forwards and back."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.request import Request

from core.api.pagination import Cursor
from org.actions import create_api_token
from org.models import ApiToken, User


@pytest.fixture
def tokens(viewer: User) -> None:
    """Five tokens: two without an end, two that end together, one later."""
    day = timezone.now() + dt.timedelta(days=1)
    for name, end in (("a", None), ("b", day), ("c", None), ("d", day), ("e", day + dt.timedelta(days=1))):
        create_api_token(by=viewer, user=viewer, name=name, expires_at=end)


def page(rf: Any, address: str, order: list[str]) -> Any:
    """The names on a page, and the addresses of its neighbours."""
    paginator = Cursor()
    rows = paginator.paginate_queryset(ApiToken.objects.order_by(*order), Request(rf.get(address)))
    answer = paginator.get_paginated_response([row.name for row in rows]).data
    return answer["results"], answer["next"], answer["previous"]


def walk(rf: Any, order: list[str], limit: int) -> tuple[str, str]:
    """The names on all pages forwards, and then back from the last page."""
    forwards, back, address, last = "", "", f"/?limit={limit}", ""
    while address:
        names, address, preceding = page(rf, address, order)
        forwards, last = forwards + "".join(names), preceding
    while last:
        names, _next, last = page(rf, last, order)
        back = "".join(names) + back
    return forwards, back


@pytest.mark.parametrize("limit", [1, 2, 3])
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (["expires_at", "id"], "bdeac"),
        (["-expires_at", "id"], "acebd"),
        (["-expires_at", "-name"], "caedb"),
        (["user__email", "-name"], "edcba"),
    ],
)
def test_every_row_is_on_one_page(rf: Any, tokens: None, order: list[str], expected: str, limit: int) -> None:
    forwards, back = walk(rf, order, limit)
    on_last_page = len(expected) - (-(-len(expected) // limit) - 1) * limit
    assert (forwards, back) == (expected, expected[:-on_last_page])
