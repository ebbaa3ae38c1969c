"""Rules that every route of the API keeps, whoever wrote it."""

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import rules
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from drf_spectacular.generators import SchemaGenerator

from core.api.base import Api
from core.api.permissions import permission_name

OUTSIDE = {"api-schema", "api-docs", "api-nowhere"}  # signed in, no named permission


def routes(patterns: list[Any], above: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every route below /api/ with its pattern."""
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from routes(each.url_patterns, above + str(each.pattern))
        elif (above + str(each.pattern)).startswith("api/"):
            yield above + str(each.pattern), each


ROUTES = [(path, each) for path, each in routes(get_resolver().url_patterns) if each.name not in OUTSIDE]


def actions(route: URLPattern) -> list[tuple[type[Any], str, str]]:
    """View, HTTP method and action of everything the route answers."""
    view: Any = route.callback
    return [(view.cls, method, action) for method, action in view.actions.items() if method != "head"]


def address(path: str, reference: str) -> str:
    """The address at which a route answers for one object."""
    return "/" + path.replace("(?P<ref>[^/]+)", reference).replace("^", "").replace("$", "")


@pytest.mark.parametrize(("path", "route"), ROUTES, ids=[path for path, _ in ROUTES])
def test_each_action_names_a_permission_that_exists(path: str, route: URLPattern) -> None:
    for view_class, method, action in actions(route):
        assert issubclass(view_class, Api)
        view = view_class()
        view.action = action
        assert rules.perm_exists(permission_name(view, method)), (path, action)


def test_a_permission_for_no_action_is_a_mistake() -> None:
    named = {"read", "create", "change", "remove"}
    for _path, route in ROUTES:
        view_class: Any = route.callback.cls  # type: ignore[attr-defined]
        extra = {each.__name__ for each in view_class.get_extra_actions()} | {"upsert"}
        assert set(view_class.permissions) <= named | extra, view_class


@pytest.mark.parametrize(("path", "route"), ROUTES, ids=[path for path, _ in ROUTES])
def test_each_asks_strangers_to_sign_in(path: str, route: URLPattern, db: None) -> None:
    for _view, method, _action in actions(route):
        response = Client().generic(
            method.upper(), address(path, "X"), b"{}", content_type="application/json"
        )
        assert (response.status_code, response["Content-Type"]) == (401, "application/problem+json"), path


def test_the_document_describes_every_route() -> None:
    document: Any = SchemaGenerator().get_schema(request=None, public=True)
    described = {
        path: set(methods) & {"get", "post", "put", "patch", "delete"}
        for path, methods in document["paths"].items()
    }
    built = {}
    for path, route in ROUTES:
        built[address(path, "{ref}")] = {method for _view, method, _action in actions(route)}
    assert described == built
    for path, methods in described.items():
        for method in methods:
            operation = document["paths"][path][method]
            problems = {code for code in operation["responses"] if code.startswith("4")}
            assert {"400", "401", "403", "429"} <= problems, (method, path)


def test_document_and_page_ask_for_sign_in(session_of: Any, viewer: Any) -> None:
    assert Client().get("/api/schema/").status_code == 401
    assert Client().get("/api/docs/").status_code == 302
    person = session_of(viewer).client
    assert person.get("/api/schema/").status_code == 200
    assert person.get("/api/docs/").status_code == 200


def bodies(document: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every body and every answer with a JSON content that the document describes."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            answers = [each for code, each in operation["responses"].items() if code.startswith("2")]
            for body in [operation.get("requestBody", {}), *answers]:
                if "application/json" in body.get("content", {}):
                    yield f"{method} {path}", body["content"]["application/json"]


def test_every_body_and_answer_has_an_example_that_fits() -> None:
    document: Any = SchemaGenerator().get_schema(request=None, public=True)
    for where, content in bodies(document):
        examples = [each["value"] for each in content.get("examples", {}).values()]
        examples += [content["example"]] if "example" in content else []
        assert examples, f"{where} has no example"
        schema = {**content["schema"], "components": document["components"]}
        for example in examples:
            jsonschema.validate(example, schema, cls=jsonschema.Draft202012Validator)
