"""PUT and GET /api/v1/measurements/."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from kpis.models import Measurement
from org.actions import create_api_token, create_user
from tests.core.api.conftest import Caller
from tests.kpis.city import City, current, month

MARCH = {"kpi": "complaints", "department": "roads", "period": "2026-03", "value": 30}


def faults(response: Any) -> list[tuple[int | None, str, str]]:
    """Index, field and code of each fault of a problem document."""
    assert response["Content-Type"] == "application/problem+json"
    return [
        (each.get("index", each.get("line")), each["field"], each["code"])
        for each in response.json()["errors"]
    ]


def test_it_records_corrects_and_leaves_alone(sam: Caller) -> None:
    answers = [
        sam("PUT", "measurements/", rows).json()
        for rows in ([MARCH], [MARCH | {"value": 31}], [MARCH | {"value": 31}])
    ]
    assert answers == [
        {"new": 1, "corrected": 0, "unchanged": 0, "submitted": 0},
        {"new": 0, "corrected": 1, "unchanged": 0, "submitted": 0},
        {"new": 0, "corrected": 0, "unchanged": 1, "submitted": 0},
    ]
    assert current() == {("complaints", "roads", month(2026, 3), 31.0)}
    assert Measurement.objects.count() == 2


def test_a_dry_run_answers_and_stores_nothing(sam: Caller) -> None:
    response = sam("PUT", "measurements/?dry_run=true", [MARCH])
    assert response.json() == {"new": 1, "corrected": 0, "unchanged": 0, "submitted": 0}
    assert current() == set()


def test_it_takes_the_same_columns_as_csv(city: City, sam: Caller) -> None:
    body = "kpi,department,period,value,note\ncomplaints,roads,2026-03,30,by hand\nbudget,,2026,1e6,\n"
    response = sam.client.generic(
        "PUT", "/api/v1/measurements/", body.encode(), "text/csv", headers=sam.headers
    )
    assert response.json() == {"new": 2, "corrected": 0, "unchanged": 0, "submitted": 0}
    assert current() == {("complaints", "roads", month(2026, 3), 30.0), ("budget", "city", 2026, 1e6)}


def test_faults_of_csv_come_by_line(city: City, sam: Caller) -> None:
    body = "kpi,department,period,value\ncomplaints,roads,2026-03,thirty\n"
    response = sam.client.generic(
        "PUT", "/api/v1/measurements/", body.encode(), "text/csv", headers=sam.headers
    )
    assert (response.status_code, faults(response)) == (400, [(2, "value", "number")])


def test_every_fault_comes_by_index_and_nothing_is_stored(sam: Caller) -> None:
    rows = [
        MARCH,
        MARCH | {"kpi": "complaint"},
        MARCH | {"department": "port", "period": "2026-Q1"},
        MARCH,
        MARCH | {"period": "2026-04", "known_since": "2999-01-01"},
    ]
    response = sam("PUT", "measurements/", rows)
    assert (response.status_code, faults(response)) == (
        400,
        [
            (1, "kpi", "unknown"),
            (2, "department", "unknown"),
            (2, "period", "period"),
            (3, "period", "duplicate"),
            (4, "known_since", "invalid"),
        ],
    )
    assert "Did you mean complaints?" in response.json()["errors"][0]["detail"]
    assert current() == set()


def test_rows_of_another_shape_are_refused_by_index_and_field(sam: Caller) -> None:
    rows = [
        7,
        {"kpi": "complaints"},
        MARCH | {"value": "30"},
        MARCH | {"value": True},
        MARCH | {"colour": "red"},
        MARCH | {"note": None},
    ]
    response = sam("PUT", "measurements/", rows)
    assert (response.status_code, faults(response)) == (
        400,
        [
            (0, "", "invalid"),
            (1, "period", "required"),
            (1, "value", "required"),
            (2, "value", "type"),
            (3, "value", "type"),
            (4, "colour", "unknown_field"),
        ],
    )


def test_a_number_beyond_all_bounds_is_refused(sam: Caller) -> None:
    response = sam(
        "PUT", "measurements/", [MARCH | {"value": 10**400}, MARCH | {"value": 1.75e308, "period": "2026-04"}]
    )
    assert (response.status_code, faults(response)) == (400, [(0, "value", "number"), (1, "value", "number")])


@pytest.mark.parametrize(
    ("person", "department", "status"),
    [
        ("head_of_works", "roads", 200),
        ("head_of_works", "health", 403),
        ("steward_of_health", "health", 200),
        ("steward_of_health", "roads", 403),
        ("viewer", "roads", 403),
    ],
)
def test_people_report_what_is_theirs(
    city: City, token_of: Callable[..., Caller], person: str, department: str, status: int
) -> None:
    call = token_of(getattr(city, person), "measurements:write")
    assert call("PUT", "measurements/", [MARCH | {"department": department}]).status_code == status
    assert len(current()) == (1 if status == 200 else 0)


def test_one_row_that_is_not_mine_forbids_the_request_and_says_which(
    city: City, token_of: Callable[..., Caller]
) -> None:
    call = token_of(city.head_of_works, "measurements:write")
    response = call("PUT", "measurements/", [MARCH, MARCH | {"department": "health"}])
    assert (response.status_code, faults(response)) == (403, [(1, "department", "forbidden")])
    assert current() == set()


def test_a_service_account_reports_within_its_token(city: City) -> None:
    robot = create_user(by=None, email="robot@city.example", name="Robot", kind="service")
    _token, secret = create_api_token(
        by=None, user=robot, scopes=["measurements:write"], department=city["works"]
    )
    call = Caller(Client(), Authorization=f"Bearer {secret}")
    answers = [
        call("PUT", "measurements/", [MARCH | {"department": where}]).status_code
        for where in ("parks", "health")
    ]
    assert answers == [200, 403]
    assert current() == {("complaints", "parks", month(2026, 3), 30.0)}


def test_a_token_for_reading_records_nothing(city: City, token_of: Callable[..., Caller]) -> None:
    assert token_of(city.staff, "read")("PUT", "measurements/", [MARCH]).status_code == 403


def test_only_the_strategy_office_states_since_when_a_value_was_known(
    city: City, sam: Caller, token_of: Callable[..., Caller]
) -> None:
    backdated = MARCH | {"known_since": "2026-04-02T08:00:00Z"}
    head = token_of(city.head_of_works, "measurements:write")
    assert head("PUT", "measurements/", [backdated]).status_code == 403
    assert sam("PUT", "measurements/", [backdated]).status_code == 200
    assert Measurement.objects.get().known_from.isoformat() == "2026-04-02T08:00:00+00:00"
    again = sam("PUT", "measurements/", [backdated])
    assert again.json() == {"new": 0, "corrected": 0, "unchanged": 1, "submitted": 0}
    other = sam("PUT", "measurements/", [backdated | {"value": 29}])
    assert faults(other) == [(0, "known_since", "exists")]


def test_values_are_listed_with_their_natural_keys(city: City, sam: Caller) -> None:
    sam("PUT", "measurements/", [MARCH, MARCH | {"value": 31, "reason": "recount"}][:1])
    sam("PUT", "measurements/", [MARCH | {"value": 31, "reason": "recount"}])
    sam("PUT", "measurements/", [{"kpi": "budget", "period": "2026", "value": 5}])
    shown = "fields=kpi,department,period,value,reason,recorded_by"
    rows = sam("GET", f"measurements/?{shown}").json()["results"]
    march = {"kpi": "complaints", "department": "roads", "period": "2026-03", "value": 31.0}
    budget = {"kpi": "budget", "department": "city", "period": "2026", "value": 5.0}
    by = {"recorded_by": "sam@city.example"}
    assert rows == [march | by | {"reason": "recount"}, budget | by | {"reason": ""}]
    assert [
        row["value"] for row in sam("GET", "measurements/?revisions=true&kpi=complaints").json()["results"]
    ] == [30.0, 31.0]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kpi=budget", ["2026"]),
        ("department=roads", ["2026-03", "2026-04"]),
        ("period=2026-03", ["2026-03"]),
        ("period__gte=2026-Q2", ["2026", "2026-04"]),
        ("period__lte=2026-Q1", ["2026-03"]),
        ("kpi=complaints&period__gte=2026-03&period__lte=2026-03", ["2026-03"]),
    ],
)
def test_values_are_found_by_kpi_department_and_period(sam: Caller, query: str, found: list[str]) -> None:
    sam(
        "PUT",
        "measurements/",
        [MARCH, MARCH | {"period": "2026-04"}, {"kpi": "budget", "period": "2026", "value": 5}],
    )
    rows = sam("GET", f"measurements/?{query}").json()["results"]
    assert sorted(row["period"] for row in rows) == found


@pytest.mark.parametrize("query", ["period=soon", "kpi=nothing", "colour=red", "revisions=maybe"])
def test_a_filter_that_means_nothing_is_refused(city: City, sam: Caller, query: str) -> None:
    response = sam("GET", f"measurements/?{query}")
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, query.split("=")[0])


def test_lists_take_as_many_queries_for_many_rows_as_for_one(
    sam: Caller, django_assert_max_num_queries: Any
) -> None:
    sam("PUT", "measurements/", [MARCH | {"period": f"2025-{number:02}"} for number in range(1, 13)])
    with django_assert_max_num_queries(9):
        assert len(sam("GET", "measurements/").json()["results"]) == 12


def test_ten_thousand_rows_take_as_many_queries_as_one(
    sam: Caller, django_assert_max_num_queries: Any
) -> None:
    rows = [
        {"kpi": "complaints", "department": code, "period": f"{year}-{number:02}", "value": year + number}
        for code in ("roads", "parks", "health")
        for year in range(1900, 2180)
        for number in range(1, 13)
    ]
    with django_assert_max_num_queries(35):
        assert sam("PUT", "measurements/?dry_run=true", rows).json() == {
            "new": len(rows),
            "corrected": 0,
            "unchanged": 0,
            "submitted": 0,
        }
