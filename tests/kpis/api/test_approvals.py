"""Values that wait, by REST: submitted, approved, returned; and closed periods."""

from collections.abc import Callable
from typing import Any

import pytest

from kpis.models import KPI, Measurement
from tests.core.api.conftest import Caller
from tests.kpis.api.test_measurements import faults
from tests.kpis.city import City, current, month

MARCH = {"kpi": "complaints", "department": "roads", "period": "2020-03", "value": 30}
STORED = ("complaints", "roads", month(2020, 3), 30.0)
WAITS = {"new": 0, "corrected": 0, "unchanged": 0, "submitted": 1}


@pytest.fixture
def hana(city: City, token_of: Callable[..., Caller]) -> Caller:
    """The head of Works, where values of complaints need approval."""
    KPI.objects.filter(pk=city.complaints.pk).update(approval_needed=True)
    return token_of(city.head_of_works, "read", "write")


def listed(caller: Caller, query: str) -> list[tuple[float, str, str, str | None]]:
    """Value, state, comment and who decided, of the listed values."""
    rows = caller("GET", f"measurements/?{query}").json()["results"]
    return [(row["value"], row["state"], row["comment"], row["decided_by"]) for row in rows]


def test_a_value_waits_until_it_is_approved(hana: Caller, sam: Caller) -> None:
    assert hana("PUT", "measurements/", [MARCH]).json() == WAITS
    assert (listed(sam, ""), current()) == ([], set())
    assert listed(sam, "pending=true&state=submitted") == [(30.0, "submitted", "", None)]
    response = sam("POST", "measurements/approve/", {"values": [MARCH]})
    assert (response.status_code, response.json(), current()) == (200, {"count": 1}, {STORED})
    assert listed(sam, "") == [(30.0, "approved", "", "sam@city.example")]


def test_a_value_goes_back_with_a_comment_and_comes_again(hana: Caller, sam: Caller) -> None:
    hana("PUT", "measurements/", [MARCH])
    (waiting,) = sam("GET", "measurements/?state=submitted").json()["results"]
    body = {"ids": [waiting["id"]], "comment": "Two depots are missing."}
    assert sam("POST", "measurements/return/", body).json() == {"count": 1}
    returned = (30.0, "returned", "Two depots are missing.", "sam@city.example")
    assert listed(hana, "state=returned") == [returned]
    assert hana("POST", "measurements/submit/", {"ids": [waiting["id"]]}).json() == {"count": 1}
    assert listed(hana, "state__in=submitted,returned") == [(30.0, "submitted", "", None)]
    assert (30.0, "returned") in [row[:2] for row in listed(hana, "pending=true&revisions=true")]


def test_a_draft_is_kept_submitted_and_dropped(hana: Caller, sam: Caller) -> None:
    assert hana("PUT", "measurements/drafts/", [MARCH]).json() == {"drafts": 1, "unchanged": 0}
    (draft,) = hana("GET", "measurements/?state=draft").json()["results"]
    for path, left in [("submit", ["submitted"]), ("discard", [])]:
        (row,) = hana("GET", "measurements/?pending=true").json()["results"]
        assert hana("POST", f"measurements/{path}/", {"ids": [row["id"]]}).json() == {"count": 1}
        assert [row[1] for row in listed(sam, "pending=true")] == left
    gone = hana("POST", "measurements/submit/", {"ids": [draft["id"]]})
    assert (gone.status_code, gone.json()["detail"]) == (
        409,
        "This value was replaced or decided meanwhile: look at it again.",
    )


def test_nobody_approves_their_own_entry(hana: Caller) -> None:
    hana("PUT", "measurements/", [MARCH])
    response = hana("POST", "measurements/approve/", {"values": [MARCH]})
    assert (response.status_code, faults(response)) == (403, [(0, "", "own_entry")])
    assert response.json()["detail"] == "You entered this value yourself: somebody else approves it."
    assert current() == set()


def test_another_value_than_was_read_is_not_approved(hana: Caller, sam: Caller) -> None:
    hana("PUT", "measurements/", [MARCH])
    for seen in (MARCH | {"value": 31}, MARCH | {"department": "parks"}):
        response = sam("POST", "measurements/approve/", {"values": [seen]})
        assert (response.status_code, current()) == (409, set())


def test_a_dry_run_decides_nothing(hana: Caller, sam: Caller) -> None:
    hana("PUT", "measurements/", [MARCH])
    answer = sam("POST", "measurements/approve/?dry_run=true", {"values": [MARCH]})
    assert (answer.json(), current()) == ({"count": 1}, set())


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({}, (None, "", "required")),
        ({"ids": [2**40]}, (0, "ids", "unknown")),
        ({"ids": ["7"], "rows": []}, (None, "rows", "unknown_field")),
    ],
)
def test_what_names_no_value_is_refused(sam: Caller, body: Any, fault: Any) -> None:
    response = sam("POST", "measurements/approve/", body)
    assert response.status_code == 400
    assert fault[1:] in [each[1:] for each in faults(response)]


def test_what_waits_is_shown_to_those_who_are_near(
    city: City, hana: Caller, sam: Caller, token_of: Callable[..., Caller]
) -> None:
    hana("PUT", "measurements/", [MARCH])
    sam("PUT", "measurements/", [MARCH | {"department": "health"}])
    seen = {
        name: sorted(
            row["department"]
            for row in token_of(person, "read")("GET", "measurements/?pending=true").json()["results"]
        )
        for name, person in [
            ("staff", city.staff),
            ("head of works", city.head_of_works),
            ("steward of health", city.steward_of_health),
            ("viewer", city.viewer),
        ]
    }
    assert seen == {
        "staff": ["health", "roads"],
        "head of works": ["roads"],
        "steward of health": ["health"],
        "viewer": [],
    }


def test_a_row_takes_the_note_of_the_value_before(city: City, sam: Caller) -> None:
    rows = [
        MARCH | {"period": "2020-01", "note": "without the harbour"},
        MARCH | {"period": "2020-02", "note": "counted by hand"},
        MARCH | {"department": "parks", "carry_note": True},
    ]
    sam("PUT", "measurements/", rows)
    later = [{**MARCH, "carry_note": True}, MARCH | {"period": "2020-04", "carry_note": True, "note": "own"}]
    sam("PUT", "measurements/", later)
    stored = Measurement.objects.order_by("department__code", "period")
    assert list(stored.values_list("department__code", "period", "note")) == [
        ("parks", month(2020, 3), ""),
        ("roads", month(2020, 1), "without the harbour"),
        ("roads", month(2020, 2), "counted by hand"),
        ("roads", month(2020, 3), "counted by hand"),
        ("roads", month(2020, 4), "own"),
    ]


def test_a_closed_period_asks_for_a_reason_until_it_is_opened(sam: Caller) -> None:
    closing = sam("POST", "closings/", {"period": "2020-Q1"}).json()
    assert (closing["period"], closing["closed_by"]) == ("2020-Q1", "sam@city.example")
    refused = sam("PUT", "measurements/", [MARCH])
    assert (refused.status_code, faults(refused)) == (400, [(0, "reason", "closed")])
    assert sam("PUT", "measurements/", [MARCH | {"reason": "late form"}]).json()["new"] == 1
    assert sam("POST", "closings/", {"period": "2020-02"}).status_code == 409
    opened = sam("POST", f"closings/{closing['id']}/reopen/", {"reason": "Late forms."}).json()
    assert (opened["reopened_by"], opened["reopening_reason"]) == ("sam@city.example", "Late forms.")
    assert sam("PUT", "measurements/", [MARCH | {"value": 31}]).json()["corrected"] == 1
    assert sam("POST", f"closings/{closing['id']}/reopen/", {"reason": "Again."}).status_code == 409
    lists = [sam("GET", f"closings/{query}").json()["results"] for query in ("", "?reopened=true")]
    assert [len(found) for found in lists] == [0, 1]


@pytest.mark.parametrize("period", ["2999-01", "soon"])
def test_only_a_period_that_ended_is_closed(sam: Caller, period: str) -> None:
    assert sam("POST", "closings/", {"period": period}).status_code == 400
