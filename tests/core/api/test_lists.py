"""Pages, filters, search, order, and what of an object one wants to read."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from org.actions import create_department, create_user
from tests.core.api.conftest import codes


def walk(call: Any, path: str, link: str = "next") -> list[list[str]]:
    """The codes of all pages, following `link`."""
    pages = []
    answer = call("GET", path).json()
    while True:
        pages.append([row["code"] for row in answer["results"]])
        if answer[link] is None:
            return pages
        answer = call("GET", answer[link].split("/api/v1/")[1]).json()


def test_pages_lead_forwards_and_back(call: Any, city: Any) -> None:
    assert walk(call, "departments/?limit=3") == [["CITY", "PARKS", "ROADS"], ["WORKS"]]
    last = call("GET", "departments/?limit=1&ordering=-code").json()
    second = call("GET", last["next"].split("/api/v1/")[1]).json()
    back = call("GET", second["previous"].split("/api/v1/")[1]).json()
    assert [page["results"][0]["code"] for page in (last, second, back)] == ["WORKS", "ROADS", "WORKS"]
    assert (last["previous"], back["previous"]) == (None, None)


def test_pages_hold_rows_of_equal_names_once(call: Any, administrator: Any) -> None:
    for number in range(7):
        create_department(by=administrator, code=f"D{number}", name="Same")
    pages = walk(call, "departments/?limit=2&ordering=-name")
    assert pages == [["D0", "D1"], ["D2", "D3"], ["D4", "D5"], ["D6"]]


def test_a_page_by_moments_skips_and_repeats_nobody(call: Any, administrator: Any) -> None:
    for number in range(5):
        create_user(by=None, email=f"p{number}@city.example", name="P")
    seen, path = [], "people/?limit=2&ordering=joined_at"
    while path:
        page = call("GET", path).json()
        seen += [row["email"] for row in page["results"]]
        path = page["next"] and page["next"].split("/api/v1/")[1]
    assert seen == ["ada@city.example", *(f"p{number}@city.example" for number in range(5))]


@pytest.mark.parametrize("limit", ["0", "501", "-1", "ten", "1e2", "٣"])
def test_it_refuses_a_limit_out_of_bounds(call: Any, limit: str) -> None:
    response = call("GET", f"departments/?limit={limit}")
    assert [(e["field"], e["detail"]) for e in response.json()["errors"]] == [
        ("limit", "A whole number from 1 to 500.")
    ]


@pytest.mark.parametrize("cursor", ["x", "%00", "bnVsbA", "W10", "WzEsMiwzXQ", "é"])
def test_it_refuses_a_cursor_it_did_not_make(call: Any, cursor: str) -> None:
    response = call("GET", f"departments/?cursor={cursor}")
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "cursor")


def test_it_refuses_a_cursor_of_another_order(call: Any, city: Any) -> None:
    following = call("GET", "departments/?limit=1").json()["next"].split("/api/v1/")[1]
    assert call("GET", f"{following}&ordering=name").json()["errors"][0]["field"] == "cursor"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("code=ROADS", ["ROADS"]),
        ("code__in=ROADS,PARKS", ["PARKS", "ROADS"]),
        ("name__icontains=ar", ["PARKS"]),
        ("parent=WORKS", ["PARKS", "ROADS"]),
        ("under=WORKS", ["PARKS", "ROADS", "WORKS"]),
        ("under=NOWHERE", []),
        ("q=park", ["PARKS"]),
        ("q=", ["CITY", "PARKS", "ROADS", "WORKS"]),
        ("ordering=-name", ["WORKS", "ROADS", "PARKS", "CITY"]),
        ("ordering=-name,id&q=r", ["WORKS", "ROADS", "PARKS"]),
    ],
)
def test_it_filters_searches_and_orders(call: Any, city: Any, query: str, expected: list[str]) -> None:
    assert codes(call("GET", f"departments/?{query}")) == expected


@pytest.mark.parametrize(
    ("query", "field", "detail"),
    [
        ("colour=red", "colour", "Unknown parameter; there are: "),
        ("code__gte=A", "code__gte", "Unknown parameter; there are: "),
        ("dry_run=true", "dry_run", "Unknown parameter; there are: "),
        ("code=A&code=B", "code", "Given more than once."),
        ("code=", "code", "Without a value."),
        ("ordering=colour", "ordering", "One or more of: code, name, id."),
        ("fields=code,colour", "fields", "Unknown: colour; there are: "),
        ("omit=colour", "omit", "Unknown: colour; there are: "),
        ("expand=parent", "expand", "Unknown: parent; there are: –"),
        ("id__in=1,x", "id__in", "Enter a number."),
        ("q=%00", "q", "Null characters are not allowed."),
    ],
)
def test_it_refuses_what_it_cannot_follow(call: Any, city: Any, query: str, field: str, detail: str) -> None:
    response = call("GET", f"departments/?{query}")
    assert response.status_code == 400
    (error,) = response.json()["errors"]
    assert (error["field"], error["detail"][: len(detail)]) == (field, detail)


def test_it_takes_truth_literally(call: Any, administrator: Any) -> None:
    assert len(call("GET", "people/?is_active=true").json()["results"]) == 1
    assert call("GET", "people/?is_active=false").json()["results"] == []
    assert call("GET", "people/?is_active=yes").json()["errors"] == [
        {"field": "is_active", "code": "invalid", "detail": "true or false."}
    ]


def test_a_filter_by_reference_takes_codes_and_ids_only(call: Any, administrator: Any) -> None:
    by_mail = call("GET", "memberships/?user=ADA@city.example").json()["results"]
    assert by_mail == call("GET", f"memberships/?user={administrator.pk}").json()["results"]
    assert [row["role"] for row in by_mail] == ["administrator"]
    assert call("GET", "memberships/?user=nobody").json()["errors"] == [
        {"field": "user", "code": "unknown", "detail": "There is no 'nobody'."}
    ]


def test_a_caller_chooses_fields_and_expands_references(call: Any, administrator: Any) -> None:
    (row,) = call("GET", "memberships/?fields=role,user").json()["results"]
    assert row == {"role": "administrator", "user": "ada@city.example"}
    (row,) = call("GET", "memberships/?omit=id,department&expand=user").json()["results"]
    assert (sorted(row), row["user"]["name"]) == (["role", "user"], "Ada Admin")


def test_an_object_is_addressed_by_code_or_id(call: Any, city: Any) -> None:
    by_code = call("GET", "departments/ROADS/").json()
    assert by_code == call("GET", f"departments/{by_code['id']}/").json()
    assert by_code == {
        "id": by_code["id"],
        "code": "ROADS",
        "name": "Roads",
        "short_name": "",
        "description": "",
        "parent": "WORKS",
        "standing": True,
    }


def test_a_code_of_digits_goes_before_an_id(call: Any, administrator: Any) -> None:
    first = create_department(by=administrator, code="A", name="A")
    create_department(by=administrator, code=str(first.pk), name="Named like an id")
    assert call("GET", f"departments/{first.pk}/").json()["name"] == "Named like an id"


@pytest.mark.parametrize("path", ["departments/", "people/", "memberships/?expand=user", "tokens/"])
def test_a_list_takes_the_same_queries_however_long(call: Any, administrator: Any, path: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert call("GET", path).status_code == 200
        return len(captured)

    call("GET", path)  # the token's last use is noted once a minute
    few = queries()
    for number in range(5):
        user = create_user(by=None, email=f"p{number}@city.example", name="P")
        create_department(by=None, code=f"D{number}", name="D")
        call("POST", "memberships/", {"user": user.email, "role": "viewer"})
    assert queries() == few
