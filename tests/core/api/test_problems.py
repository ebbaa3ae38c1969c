"""Every error is a problem document."""

from typing import Any

import pytest
from django.test import Client

from org import actions

PROBLEM = "application/problem+json"


def said(response: Any) -> dict[str, Any]:
    """The problem without the request id, which differs each time."""
    assert response["Content-Type"] == PROBLEM
    body = response.json()
    assert body.pop("request_id")
    return body


def test_a_stranger_is_asked_to_sign_in(db: None) -> None:
    response = Client().get("/api/v1/departments/")
    assert (response.status_code, response["WWW-Authenticate"]) == (401, 'Bearer realm="api"')
    assert said(response) == {
        "type": "urn:smo:problem:not-authenticated",
        "title": "Unauthorized",
        "status": 401,
        "detail": "Authentication credentials were not provided.",
        "errors": [],
    }


def test_it_names_every_fault_of_a_body(call: Any) -> None:
    response = call("POST", "departments/", {"code": "a b", "colour": "red"})
    assert said(response)["errors"] == [
        {
            "field": "colour",
            "code": "unknown_field",
            "detail": "Unknown field; there are: code, description, name, parent, short_name, since.",
        }
    ]
    response = call("POST", "departments/", {"code": "a b"})
    assert [(e["field"], e["code"]) for e in said(response)["errors"]] == [
        ("name", "required"),
        ("code", "invalid"),
    ]


def test_what_an_action_refuses_is_a_400(call: Any, city: Any) -> None:
    body = said(call("POST", "departments/", {"code": "roads", "name": "Roads again"}))
    assert (body["status"], body["detail"]) == (400, "A department with the code roads exists.")


def test_what_the_state_forbids_is_a_409(call: Any, city: Any) -> None:
    body = said(call("DELETE", "departments/CITY/"))
    assert body == {
        "type": "urn:smo:problem:conflict",
        "title": "Conflict",
        "status": 409,
        "detail": "Move or close the departments below City first.",
        "errors": [],
    }


def test_a_body_that_is_no_json_is_a_400(call: Any) -> None:
    response = call.client.generic(
        "POST", "/api/v1/departments/", "{", content_type="application/json", headers=call.headers
    )
    assert said(response)["type"] == "urn:smo:problem:parse-error"


def test_another_media_type_is_a_415(call: Any) -> None:
    response = call.client.generic(
        "POST", "/api/v1/departments/", "x", content_type="text/plain", headers=call.headers
    )
    assert said(response)["status"] == 415


def test_a_body_too_long_is_a_413(call: Any, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    body = said(call("POST", "departments/", {"code": "X", "name": "x" * 200}))
    assert (body["status"], body["detail"]) == (413, "The body is longer than 100 bytes.")


def test_an_unknown_method_is_a_405_that_says_which_there_are(call: Any) -> None:
    response = call("PUT", "departments/")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, POST, PATCH, DELETE")


@pytest.mark.parametrize("path", ["/api/", "/api/v1/", "/api/v1/nothing/", "/api/v2/departments/", "/api/x"])
def test_an_address_without_a_resource_is_a_404_in_json(path: str, db: None) -> None:
    response = Client().post(path)
    assert said(response)["status"] == 404


@pytest.mark.parametrize("method", ["OPTIONS", "TRACE", "PURGE"])
def test_a_method_nobody_answers_is_a_405_whatever_comes_with_it(call: Any, method: str) -> None:
    assert said(call(method, "departments/?colour=red", {"x": 1}))["status"] == 405


def test_an_object_that_is_not_there_is_a_404(call: Any) -> None:
    assert said(call("GET", "departments/NOWHERE/"))["status"] == 404
    assert said(call("GET", f"departments/{'9' * 30}/"))["status"] == 404


def test_too_many_requests_are_a_429_that_says_when_to_go_on(call: Any, settings: Any) -> None:
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "DEFAULT_THROTTLE_RATES": {"caller": "2/min"}}
    assert [call("GET", "departments/").status_code for _ in range(3)] == [200, 200, 429]
    response = call("GET", "departments/")
    assert said(response)["status"] == 429
    assert 1 <= int(response["Retry-After"]) <= 60


def test_a_fault_of_ours_says_nothing_of_its_inside(call: Any, monkeypatch: Any) -> None:
    def broken(**_fields: Any) -> None:
        raise RuntimeError("the password is in here")

    monkeypatch.setattr(actions, "create_department", broken)
    call.client.raise_request_exception = False
    response = call("POST", "departments/", {"code": "X", "name": "X"})
    assert said(response) == {
        "type": "urn:smo:problem:server-error",
        "title": "Internal Server Error",
        "status": 500,
        "detail": "Something failed on our side; the request id finds it.",
        "errors": [],
    }
