"""Who changed what when, through the API."""

from typing import Any

import pytest

from core.changes import tracked_kinds
from org.models import Department, User
from tests.core.api.conftest import Caller


def entries(call: Caller, query: str) -> list[dict[str, Any]]:
    """The changes without what differs from run to run."""
    rows = call("GET", f"history/?{query}").json()["results"]
    return [{name: row[name] for name in ("deed", "user", "action", "changes")} for row in rows]


def test_it_tells_what_a_change_changed_and_who_did_it(call: Caller, city: Department) -> None:
    call("PATCH", "departments/ROADS/", {"name": "Streets"})
    roads = call("GET", "departments/ROADS/").json()["id"]
    expected = [
        {
            "deed": "changed",
            "user": "ada@city.example",
            "action": "org.change_department",
            "changes": [{"field": "name", "before": "Roads", "after": "Streets"}],
        },
        {
            "deed": "added",
            "user": "ada@city.example",
            "action": "org.create_department",
            "changes": [
                {"field": "code", "before": None, "after": "ROADS"},
                {"field": "name", "before": None, "after": "Roads"},
                {"field": "short_name", "before": None, "after": ""},
                {"field": "description", "before": None, "after": ""},
            ],
        },
    ]
    assert entries(call, "kind=org.department&object=ROADS") == expected
    assert entries(call, f"kind=org.department&object={roads}") == expected


def test_it_finds_what_was_removed(call: Caller, viewer: User) -> None:
    row = {"user": "vera@city.example", "role": "executive"}
    membership = call("POST", "memberships/", row).json()["id"]
    call("DELETE", f"memberships/{membership}/")
    told = entries(call, f"kind=org.membership&object={membership}")
    assert [(row["deed"], row["action"]) for row in told] == [
        ("removed", "org.revoke_role"),
        ("added", "org.grant_role"),
    ]


def test_it_pages_through_a_kind_and_filters(call: Caller, city: Department) -> None:
    first = call("GET", "history/?kind=org.department&limit=3").json()
    second = call("GET", first["next"].split("/api/v1/")[1]).json()
    ids = [row["id"] for row in first["results"] + second["results"]]
    assert (len(ids), ids, second["next"]) == (4, sorted(ids, reverse=True), None)
    counts = {
        query: len(entries(call, f"kind=org.department&{query}"))
        for query in ("user=ada@city.example", "at__gte=2000-01-01", "at__lte=2000-01-01T00:00:00Z")
    }
    assert counts == {"user=ada@city.example": 4, "at__gte=2000-01-01": 4, "at__lte=2000-01-01T00:00:00Z": 0}


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "kind"),
        ("kind=org.placement", "kind"),
        ("kind=org.department&object=NOWHERE", "object"),
        ("kind=org.department&user=nobody", "user"),
        ("kind=org.department&at__gte=2026-02-30", "at__gte"),
        ("kind=org.department&at__lte=yesterday", "at__lte"),
        ("kind=org.department&object=%00", "object"),
        ("kind=org.department&colour=red", "colour"),
    ],
)
def test_it_refuses_what_it_cannot_follow(call: Caller, query: str, field: str) -> None:
    response = call("GET", f"history/?{query}")
    assert (response.status_code, [e["field"] for e in response.json()["errors"]]) == (400, [field])


def test_only_administrators_and_staff_read_it(token_of: Any, viewer: User) -> None:
    assert token_of(viewer)("GET", "history/?kind=org.user").status_code == 403


def test_every_kind_can_be_told_and_no_secret_is_in_it(call: Caller, viewer: User) -> None:
    viewer.set_password("a secret of Vera's")
    viewer.save()
    for kind in tracked_kinds():
        response = call("GET", f"history/?kind={kind}")
        assert response.status_code == 200
        fields = {change["field"] for row in response.json()["results"] for change in row["changes"]}
        assert not fields & {"password", "digest"}
