"""Adding, changing and removing: one object or an array, all or nothing, never twice, never blindly."""

from typing import Any

from django.test import Client

from core.models import IdempotentAnswer
from org.models import Department
from tests.core.api.conftest import Caller, codes


def stored() -> list[str]:
    """The codes of all departments."""
    return list(Department.objects.order_by("code").values_list("code", flat=True))


def test_it_adds_an_object_and_answers_with_it_and_its_etag(call: Any, city: Any) -> None:
    response = call("POST", "departments/", {"code": "QUAY", "name": "Quay", "parent": "WORKS"})
    assert response.status_code == 201
    body = response.json()
    assert (body["code"], body["parent"], body["standing"]) == ("QUAY", "WORKS", True)
    read = call("GET", "departments/QUAY/")
    assert (read.json(), read["ETag"]) == (body, response["ETag"])


def test_it_adds_an_array_in_order(call: Any, city: Any) -> None:
    rows = [{"code": "B", "name": "B", "parent": "CITY"}, {"code": "A", "name": "A", "parent": "B"}]
    response = call("POST", "departments/", rows)
    assert (response.status_code, [row["code"] for row in response.json()]) == (201, ["B", "A"])


def test_of_an_array_with_a_fault_nothing_is_stored_and_every_fault_named(call: Any, city: Any) -> None:
    before = stored()
    rows = [
        {"code": "NEW", "name": "New"},
        {"code": "roads", "name": "Roads again"},
        {"name": "No code", "parent": "NOWHERE"},
        "no object",
    ]
    response = call("POST", "departments/", rows)
    assert (response.status_code, stored()) == (400, before)
    assert [(e["index"], e["field"], e["code"]) for e in response.json()["errors"]] == [
        (1, "", "invalid"),
        (2, "parent", "unknown"),
        (2, "code", "required"),
        (3, "", "invalid"),
    ]


def test_an_array_against_which_only_the_state_speaks_is_a_409(call: Any, city: Any) -> None:
    response = call("DELETE", "departments/", ["ROADS", "CITY"])
    assert response.status_code == 409
    assert [(e["index"], e["code"]) for e in response.json()["errors"]] == [(1, "conflict")]
    assert call("GET", "departments/ROADS/").json()["standing"] is True


def test_it_refuses_an_empty_array_and_one_too_long(call: Any) -> None:
    assert call("POST", "departments/", []).json()["detail"] == "The array is empty."
    too_many = call("POST", "departments/", [{"code": f"D{n}", "name": "D"} for n in range(1001)])
    assert (too_many.status_code, too_many.json()["detail"]) == (400, "At most 1000 rows a request.")


def test_a_dry_run_answers_as_if_and_stores_nothing(call: Any, city: Any) -> None:
    before = stored()
    response = call("POST", "departments/?dry_run=true", {"code": "QUAY", "name": "Quay", "parent": "CITY"})
    assert (response.status_code, response.json()["parent"], stored()) == (200, "CITY", before)
    assert call("POST", "departments/?dry_run=true", {"code": "CITY", "name": "x"}).status_code == 400
    call("PATCH", "departments/ROADS/?dry_run=true", {"name": "Streets"})
    call("DELETE", "departments/ROADS/?dry_run=true")
    read = call("GET", "departments/ROADS/").json()
    assert (read["name"], read["standing"]) == ("Roads", True)
    assert call("POST", "departments/?dry_run=maybe", {"code": "X", "name": "X"}).status_code == 400
    assert call("DELETE", "departments/NOWHERE/?dry_run=maybe").status_code == 400


def test_it_changes_what_was_sent_and_keeps_the_rest(call: Any, city: Any) -> None:
    call("PATCH", "departments/ROADS/", {"short_name": "RD", "description": "Streets and signs"})
    response = call("PATCH", "departments/ROADS/", {"name": "Streets", "parent": "CITY"})
    body = response.json()
    assert {name: body[name] for name in ("name", "short_name", "description", "parent")} == {
        "name": "Streets",
        "short_name": "RD",
        "description": "Streets and signs",
        "parent": "CITY",
    }


def test_it_changes_many_by_code_or_id(call: Any, city: Any) -> None:
    parks = call("GET", "departments/PARKS/").json()["id"]
    rows = [{"code": "ROADS", "name": "Streets"}, {"id": parks, "name": "Gardens"}]
    response = call("PATCH", "departments/", rows)
    assert [row["name"] for row in response.json()] == ["Streets", "Gardens"]
    rows = [{"code": "ROADS", "name": "Lanes"}, {"name": "?"}, {"code": "X"}, 0]
    response = call("PATCH", "departments/", rows)
    assert [(e["index"], e["field"], e["code"]) for e in response.json()["errors"]] == [
        (1, "id", "required"),
        (2, "id", "invalid"),
        (3, "", "invalid"),
    ]
    assert call("GET", "departments/ROADS/").json()["name"] == "Streets"


def test_a_stale_change_or_removal_is_a_412_and_does_nothing(call: Any, city: Any) -> None:
    read = call("GET", "departments/ROADS/")["ETag"]
    fresh = call("PATCH", "departments/ROADS/", {"name": "Streets"}, **{"If-Match": read})
    assert fresh.status_code == 200
    for method, body in (("PATCH", {"name": "Lanes"}), ("DELETE", None)):
        response = call(method, "departments/ROADS/", body, **{"If-Match": read})
        assert (response.status_code, response.json()["type"]) == (412, "urn:smo:problem:stale")
    assert call("GET", "departments/ROADS/").json()["name"] == "Streets"
    again = call("PATCH", "departments/ROADS/", {"name": "Lanes"}, **{"If-Match": f'"x", {fresh["ETag"]}'})
    assert again.status_code == 200


def test_a_reader_who_has_this_version_gets_a_304(call: Any, city: Any) -> None:
    tag = call("GET", "departments/ROADS/")["ETag"]
    known = call("GET", "departments/ROADS/", **{"If-None-Match": tag})
    assert (known.status_code, known.content, known["ETag"]) == (304, b"", tag)
    call("PATCH", "departments/ROADS/", {"name": "Streets"})
    assert call("GET", "departments/ROADS/", **{"If-None-Match": tag}).status_code == 200


def test_the_etag_does_not_depend_on_the_chosen_fields(call: Any, city: Any) -> None:
    whole, part = call("GET", "departments/ROADS/"), call("GET", "departments/ROADS/?fields=code")
    assert (whole["ETag"], part.json()) == (part["ETag"], {"code": "ROADS"})


def test_a_repeated_post_gets_the_first_answer_and_acts_once(call: Any, city: Any) -> None:
    key = {"Idempotency-Key": "quay-1"}
    first = call("POST", "departments/", {"code": "QUAY", "name": "Quay"}, **key)
    second = call("POST", "departments/", {"code": "QUAY", "name": "Quay"}, **key)
    assert (first.status_code, second.status_code) == (201, 201)
    assert (first.content, second["Idempotent-Replayed"]) == (second.content, "true")
    assert stored().count("QUAY") == 1


def test_a_key_used_for_another_request_is_a_422(call: Any, city: Any) -> None:
    key = {"Idempotency-Key": "one"}
    call("POST", "departments/", {"code": "A", "name": "A"}, **key)
    assert call("POST", "departments/", {"code": "B", "name": "B"}, **key).status_code == 422
    assert call("POST", "people/", {"code": "A", "name": "A"}, **key).status_code == 422
    assert stored() == ["A", "CITY", "PARKS", "ROADS", "WORKS"]


def test_keys_of_different_callers_do_not_meet(call: Any, token_of: Any, viewer: Any, city: Any) -> None:
    key = {"Idempotency-Key": "one"}
    call("POST", "departments/", {"code": "A", "name": "A"}, **key)
    assert token_of(viewer)("POST", "departments/", {"code": "A", "name": "A"}, **key).status_code == 403


def test_a_key_whose_first_request_still_runs_is_a_409(call: Any, city: Any) -> None:
    key = {"Idempotency-Key": "slow"}
    call("POST", "departments/", {"code": "A", "name": "A"}, **key)
    IdempotentAnswer.objects.update(status=None)
    assert call("POST", "departments/", {"code": "A", "name": "A"}, **key).status_code == 409


def test_after_a_fault_of_ours_the_key_is_free(call: Any, city: Any, monkeypatch: Any) -> None:
    key = {"Idempotency-Key": "again"}
    call.client.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr("org.actions.create_department", lambda **_fields: 1 / 0)
        assert call("POST", "departments/", {"code": "A", "name": "A"}, **key).status_code == 500
    assert call("POST", "departments/", {"code": "A", "name": "A"}, **key).status_code == 201


def test_a_refused_post_is_replayed_as_refused(call: Any, city: Any) -> None:
    key = {"Idempotency-Key": "bad"}
    first = call("POST", "departments/", {"code": "CITY", "name": "Again"}, **key)
    second = call("POST", "departments/", {"code": "CITY", "name": "Again"}, **key)
    assert (second.status_code, second.content) == (400, first.content)
    assert second["Content-Type"] == "application/problem+json"


def test_a_session_needs_its_csrf_token_to_write(session_of: Any, administrator: Any) -> None:
    person: Caller = session_of(administrator)
    assert person("GET", "departments/").status_code == 200
    assert person("POST", "departments/", {"code": "A", "name": "A"}).status_code == 403
    client: Client = person.client
    client.cookies["csrftoken"] = secret = "x" * 32
    allowed = person("POST", "departments/", {"code": "A", "name": "A"}, **{"X-CSRFToken": secret})
    assert (allowed.status_code, codes(person("GET", "departments/"))) == (201, ["A"])
