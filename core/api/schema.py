"""The OpenAPI document: what REST framework's views do not say of themselves is added here."""

import re
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import get_doc

from core.api import schema_parts as parts
from core.api import schema_problems as problems
from core.api import schema_types
from core.api.parameters import SHAPED

BULK = {"bulk_change", "bulk_remove", "upsert"}


class Schema(AutoSchema):
    """Answers and bodies of `core.api.resources`, arrays, dry runs, ETags and every problem."""

    def get_request_serializer(self) -> Any:
        """What the running action takes."""
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
        """`goal_steps_bulk_change` beside `goal_steps_partial_update`."""
        name: str = super().get_operation_id()
        action = getattr(self.view, "action", None)
        if action not in BULK:
            return name
        return f"{re.sub(r'_(partial_update|update|destroy)$', '', name)}_{action}"

    def get_operation(self, *args: Any, **kwargs: Any) -> Any:
        """The operation, completed."""
        operation = super().get_operation(*args, **kwargs)
        if operation is None:
            return None
        view: Any = self.view
        action = getattr(view, "action", "")
        if self.method == "PATCH":
            operation["requestBody"]["required"] = True
        self._parameters(operation, action)
        if action in ("create", "bulk_change", "bulk_remove") and getattr(view, "takes_arrays", True):
            self._arrays(operation, action)
        elif action == "bulk_change":  # there is one object, at the address of the list
            action = "partial_update"
            operation["parameters"] += parts.headers(self.method, action)
        parts.give_examples(operation, view, action, self._own_schema())
        schema = self.resolve_serializer(problems.ProblemSerializer, "response").ref
        for status in problems.possible(self.method, self.path, action, "requestBody" in operation):
            operation["responses"].setdefault(status, problems.response(status, schema))
        return operation

    def _own_schema(self) -> dict[str, Any]:
        """The schema of what the view is about; {} for a view of nothing in particular."""
        serializer = getattr(self.view, "serializer_class", None)
        return self.resolve_serializer(serializer(), "response").ref if serializer else {}

    def _parameters(self, operation: dict[str, Any], action: str) -> None:
        view: Any = self.view
        parameters = operation.setdefault("parameters", [])
        for parameter in parameters:
            if parameter["in"] == "path" and parameter["name"] == "ref":
                parameter["schema"] = {"type": "string", "minLength": 1}
                parameter["description"] = _("The object's code or id.")
        if getattr(view, "shapes", False):
            parameters += parts.finding(view) if action == "list" else []
            parameters += parts.shaping(view) if action in SHAPED else []
        if action in getattr(view, "dry_runs", ()):
            parameters.append(parts.DRY_RUN)
        parameters += parts.headers(self.method, action)

    def _arrays(self, operation: dict[str, Any], action: str) -> None:
        """POST takes one object or an array; PATCH and DELETE on a list take an array."""
        if action == "bulk_remove":
            operation["requestBody"] = parts.references()
            return
        answers = operation["responses"]
        if action == "bulk_change":
            operation["requestBody"]["content"]["application/json"]["schema"] = self._row_of_change()
        for body in [operation["requestBody"], *answers.values()]:
            for content in body["content"].values():
                one = content["schema"]
                several = parts.many(one)
                content["schema"] = several if action == "bulk_change" else {"oneOf": [one, several]}
        if action == "create":
            answers["200"] = {**answers["201"], "description": _("What a dry run would have stored.")}

    def _row_of_change(self) -> dict[str, Any]:
        """A row of an array of changes: the fields, and the id or code that names the object."""
        view: Any = self.view
        serializer = (view.change_class or view.input_class)(partial=True)
        row = dict(self._map_serializer(serializer, "request"))  # type: ignore[no-untyped-call]
        names = {"id": {"type": "integer"}}
        if view.code_field:
            names[view.code_field.split("__")[0]] = {"type": "string"}
        row["properties"] = {**names, **row["properties"]}
        row["anyOf"] = [{"required": [name]} for name in names]
        return row


__all__ = ["Schema", "schema_types"]
