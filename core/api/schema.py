"""The OpenAPI document: what REST framework's views do not say of themselves is added here."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.drainage import get_override
from drf_spectacular.extensions import OpenApiSerializerExtension, OpenApiSerializerFieldExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import get_doc
from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from core.api.filters import StrictFilters

EXEMPLIFIED = {"list", "retrieve", "create", "partial_update", "bulk_change"}
BULK = {"bulk_change", "bulk_remove", "upsert"}
PROBLEMS = {
    "400": "What was sent cannot be taken; `errors` names each fault.",
    "401": "Sign in, or send a token that works.",
    "403": "You may not do this, or the token's scopes do not reach it.",
    "404": "There is nothing here that you may see.",
    "409": "The present state forbids this.",
    "412": "The object changed since you read it (`If-Match`).",
    "413": "The body is too long.",
    "415": "The body's media type is not taken here.",
    "422": "The Idempotency-Key was used for another request.",
    "429": "Too many requests: `Retry-After` says when to go on.",
}


class ErrorSerializer(serializers.Serializer):
    """One fault of what was sent."""

    index = serializers.IntegerField(required=False, help_text=_("Row of the array, from 0."))
    line = serializers.IntegerField(required=False, help_text=_("Line of the file, from 1."))
    field = serializers.CharField(allow_blank=True)
    code = serializers.CharField()
    detail = serializers.CharField()


@extend_schema_serializer(component_name="Problem")
class ProblemSerializer(serializers.Serializer):
    """An error as RFC 9457 has it."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField(allow_blank=True)
    errors = ErrorSerializer(many=True)  # type: ignore[assignment]
    request_id = serializers.CharField(allow_blank=True, help_text=_("Finds this request in the logs."))


class Schema(AutoSchema):
    """Answers and bodies of `core.api.resources`, arrays, dry runs, ETags and every problem."""

    def get_request_serializer(self) -> Any:
        """What the running action takes; `remove`s of arrays are described by `_array_body`."""
        action = getattr(self.view, "action", None)
        view: Any = self.view
        if action == "create":
            return getattr(view, "input_class", None)
        if action in ("partial_update", "bulk_change"):
            return view.change_class or view.input_class
        return super().get_request_serializer()

    def get_summary(self) -> str | None:
        """What the running action does, in one line."""
        action = getattr(self.view, getattr(self.view, "action", None) or self.method.lower(), None)
        return get_doc(action).partition("\n")[0] or None

    def get_description(self) -> str:  # type: ignore[override]
        """What the resource is, then what the action does with it."""
        words = [get_doc(type(self.view)), super().get_description()]
        return "\n\n".join(dict.fromkeys(words))

    def get_operation_id(self) -> str:
        """`departments_bulk_change` beside `departments_partial_update`."""
        name: str = super().get_operation_id()
        action = getattr(self.view, "action", None)
        return f"{name.split('_')[0]}_{action}" if action in BULK else name

    def get_operation(self, *args: Any, **kwargs: Any) -> Any:
        """The operation, completed."""
        operation = super().get_operation(*args, **kwargs)
        if operation is None:
            return None
        action = getattr(self.view, "action", "")
        if self.method == "PATCH":
            operation["requestBody"]["required"] = True
        self._name_the_object(operation)
        operation.setdefault("parameters", []).extend(self._shape_parameters(action))
        if self.view.__dict__.get("action") in getattr(self.view, "dry_runs", ()):
            operation["parameters"].append(_DRY_RUN)
        operation["parameters"].extend(self._headers(action))
        if action in ("create", "bulk_change", "bulk_remove"):
            self._arrays(operation, action)
        if action == "create":
            operation["responses"]["200"] = {
                **operation["responses"]["201"],
                "description": _("What a dry run would have stored."),
            }
        self._examples(operation, action)
        self._problems(operation)
        return operation

    def _examples(self, operation: dict[str, Any], action: str) -> None:
        """What the view gives as examples, for the body and for the answer."""
        view: Any = self.view
        example = getattr(view, "example", None)
        sent = {
            "create": getattr(view, "input_example", None),
            "partial_update": getattr(view, "change_example", None),
            "bulk_change": [{"id": 7, **getattr(view, "change_example", {})}],
            "bulk_remove": [7, 8],
        }.get(action)
        answered: Any = example
        if action == "list":
            answered = {"next": None, "previous": None, "results": [example]}
        elif action == "bulk_change":
            answered = [example]
        _exemplify(operation.get("requestBody", {}), sent)
        for status, response in operation["responses"].items():
            if status.startswith("2") and example and action in EXEMPLIFIED:
                _exemplify(response, answered)

    def _name_the_object(self, operation: dict[str, Any]) -> None:
        """The object's part of the path is a code or an id, not a number."""
        for parameter in operation.get("parameters", []):
            if parameter["in"] == "path" and parameter["name"] == "ref":
                parameter["schema"] = {"type": "string", "minLength": 1}
                parameter["description"] = _("The object's code or id.")

    def _shape_parameters(self, action: str) -> list[dict[str, Any]]:
        if not getattr(self.view, "shapes", False) or action not in ("list", "retrieve"):
            return []
        finding = StrictFilters().documented(self.view) if action == "list" else []
        serializer: Any = self.view.serializer_class()  # type: ignore[attr-defined]
        names = list(serializer.fields)
        expandable = [n for n, f in serializer.fields.items() if getattr(f, "expand", None) is not None]
        offered = {"fields": (names, _("Only these.")), "omit": (names, _("All but these."))}
        if expandable:
            offered["expand"] = (expandable, _("Whole objects instead of their codes."))
        return finding + [
            {
                "name": parameter,
                "in": "query",
                "description": description,
                "explode": False,
                "schema": {"type": "array", "items": {"type": "string", "enum": known}},
            }
            for parameter, (known, description) in offered.items()
        ]

    def _headers(self, action: str) -> list[dict[str, Any]]:
        if self.method == "POST":
            return [_header("Idempotency-Key", _("Repeated within a day with this key, the first answer."))]
        if action in ("partial_update", "destroy"):
            return [_header("If-Match", _("The ETag you read: if it is stale, nothing changes (412)."))]
        return []

    def _arrays(self, operation: dict[str, Any], action: str) -> None:
        """POST takes one object or an array; PATCH and DELETE on a list take an array."""
        if action == "bulk_remove":
            reference = {"oneOf": [{"type": "integer"}, {"type": "string"}]}
            schema = {"type": "array", "items": reference, "minItems": 1, "maxItems": 1000}
            operation["requestBody"] = {
                "required": True,
                "content": {"application/json": {"schema": schema}},
            }
            return
        bodies = [
            operation["requestBody"],
            *(operation["responses"].get(code, {}) for code in ("200", "201")),
        ]
        if action == "bulk_change":
            bodies[0]["content"]["application/json"]["schema"] = self._row_of_change()
        for body in bodies:
            for content in body.get("content", {}).values():
                content["schema"] = _one_or_many(content["schema"], only_many=action == "bulk_change")

    def _row_of_change(self) -> dict[str, Any]:
        """A row of an array of changes: the fields, and the id or code that names the object."""
        view: Any = self.view
        row = dict(self._map_serializer((view.change_class or view.input_class)(partial=True), "request"))  # type: ignore[no-untyped-call]
        names = {"id": {"type": "integer"}}
        if view.code_field:
            names[view.code_field.split("__")[0]] = {"type": "string"}
        row["properties"] = {**names, **row["properties"]}
        row["anyOf"] = [{"required": [name]} for name in names]
        return row

    def _problems(self, operation: dict[str, Any]) -> None:
        schema = self.resolve_serializer(ProblemSerializer, "response").ref
        for status in self._possible(operation):
            operation["responses"].setdefault(
                status,
                {
                    "description": PROBLEMS[status],
                    "content": {"application/problem+json": {"schema": schema}},
                },
            )

    def _possible(self, operation: dict[str, Any]) -> list[str]:
        statuses = ["400", "401", "403", "429"]
        if "{" in self.path:
            statuses.append("404")
        if self.method != "GET":
            statuses.append("409")
        if getattr(self.view, "action", None) in ("partial_update", "destroy"):
            statuses.append("412")
        if "requestBody" in operation:
            statuses += ["413", "415"]
        return [*statuses, "422"] if self.method == "POST" else statuses


def _exemplify(body: dict[str, Any], example: Any) -> None:
    """Give an example of a body that has none yet."""
    for content in body.get("content", {}).values():
        if example and not {"example", "examples"} & set(content):
            content["example"] = example


_DRY_RUN = {
    "name": "dry_run",
    "in": "query",
    "description": "`true`: validate everything, answer as if it were done, store nothing.",
    "schema": {"type": "boolean", "default": False},
}


def _header(name: str, description: str) -> dict[str, Any]:
    return {"name": name, "in": "header", "description": description, "schema": {"type": "string"}}


def _one_or_many(schema: dict[str, Any], only_many: bool) -> dict[str, Any]:
    many = {"type": "array", "items": schema, "minItems": 1, "maxItems": 1000}
    return many if only_many else {"oneOf": [schema, many]}


class WrittenExtension(OpenApiSerializerExtension):  # type: ignore[no-untyped-call]
    """Input refuses fields that nobody reads."""

    target_class = "core.api.shapes.Written"
    match_subclasses = True

    def map_serializer(self, auto_schema: Any, direction: Any) -> Any:
        """As usual, and closed."""
        schema = auto_schema._map_serializer(self.target, direction, bypass_extensions=True)
        return {**schema, "additionalProperties": False}


class ShapedExtension(OpenApiSerializerExtension):  # type: ignore[no-untyped-call]
    """Answers whose fields a caller may choose promise none of them."""

    target_class = "core.api.shapes.Shaped"
    match_subclasses = True

    def map_serializer(self, auto_schema: Any, direction: Any) -> Any:
        """As usual, with nothing required: `fields=` and `omit=` leave out any of it."""
        schema = dict(auto_schema._map_serializer(self.target, direction, bypass_extensions=True))
        schema.pop("required", None)
        return schema


class ReferenceExtension(OpenApiSerializerFieldExtension):  # type: ignore[no-untyped-call]
    """A reference reads as a code, or as the whole object where it was expanded."""

    target_class = "core.api.lookup.Reference"
    match_subclasses = True

    def map_serializer_field(self, auto_schema: Any, direction: Any) -> Any:
        """Written: code or id; read: code (or the expanded object)."""
        if get_override(self.target, "field"):
            return auto_schema._map_serializer_field(self.target, direction, bypass_extensions=True)
        if direction == "request":
            return {"oneOf": [{"type": "string"}, {"type": "integer"}]}
        code = {"type": "string"} if self.target.code_field else {"type": "integer"}
        if self.target.expand is None:
            return code
        whole = auto_schema.resolve_serializer(self.target.expand, direction).ref
        return {"oneOf": [code, whole]}
