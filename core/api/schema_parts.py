"""Parameters, arrays and examples of an operation of the OpenAPI document."""

from typing import Any

from django.utils.translation import gettext as _

from core.api.bulk import MOST_ROWS

EXEMPLIFIED = {"list", "retrieve", "create", "partial_update", "bulk_change"}
DRY_RUN = {
    "name": "dry_run",
    "in": "query",
    "description": "`true`: validate everything, answer as if it were done, store nothing.",
    "schema": {"type": "boolean", "default": False},
}


def finding(view: Any) -> list[dict[str, Any]]:
    """`q` and `ordering` of a list."""
    known = [*view.ordering_fields, "id"]
    order = {
        "name": "ordering",
        "in": "query",
        "description": _("Names separated by commas, `-` before one for descending: %(known)s.")
        % {"known": ", ".join(known)},
        "schema": {"type": "string", "pattern": rf"^-?({'|'.join(known)})(,-?({'|'.join(known)}))*$"},
        "example": known[0],
    }
    if not view.search_fields:
        return [order]
    words = {"name": "q", "in": "query", "description": _("Words to find."), "schema": {"type": "string"}}
    return [words, order]


def shaping(view: Any) -> list[dict[str, Any]]:
    """`fields`, `omit` and, where something can be expanded, `expand`."""
    declared = view.serializer_class().fields
    names = list(declared)
    expandable = [name for name, field in declared.items() if getattr(field, "expand", None) is not None]
    offered = {"fields": (names, _("Only these.")), "omit": (names, _("All but these."))}
    if expandable:
        offered["expand"] = (expandable, _("Whole objects instead of their codes."))
    return [
        {
            "name": parameter,
            "in": "query",
            "description": description,
            "explode": False,
            "schema": {"type": "array", "items": {"type": "string", "enum": known}},
        }
        for parameter, (known, description) in offered.items()
    ]


def headers(method: str, action: str) -> list[dict[str, Any]]:
    """`Idempotency-Key` of a POST, `If-Match` of a change or removal of one object."""
    if method == "POST":
        return [_header("Idempotency-Key", _("Repeated within a day with this key, the first answer."))]
    if action in ("partial_update", "destroy"):
        return [_header("If-Match", _("The ETag you read: if it is stale, nothing changes (412)."))]
    return []


def _header(name: str, description: str) -> dict[str, Any]:
    return {"name": name, "in": "header", "description": description, "schema": {"type": "string"}}


def many(schema: dict[str, Any]) -> dict[str, Any]:
    """An array of as many rows as one request may carry."""
    return {"type": "array", "items": schema, "minItems": 1, "maxItems": MOST_ROWS}


def references() -> dict[str, Any]:
    """The body of a DELETE on a list: codes or ids."""
    schema = many({"oneOf": [{"type": "integer"}, {"type": "string"}]})
    return {"required": True, "content": {"application/json": {"schema": schema, "example": [7, 8]}}}


def give_examples(operation: dict[str, Any], view: Any, action: str, own: dict[str, Any]) -> None:
    """What the view gives as examples, for the body and for the answer.

    `own`: the schema of what the view is about; whatever action answers that has the same example.
    """
    change = getattr(view, "change_example", {})
    sent = {
        "create": getattr(view, "input_example", None),
        "partial_update": change,
        "bulk_change": [{"id": 7, **change}],
    }.get(action)
    _exemplify(operation.get("requestBody", {}), sent)
    example: Any = getattr(view, "example", None)
    if not example:
        return
    if action not in EXEMPLIFIED:
        _exemplify_own(operation, own, example)
        return
    if action == "list" and hasattr(view, "paginate_queryset"):
        example = {"next": None, "previous": None, "results": [example]}
    answered = [example] if action == "bulk_change" else example
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            _exemplify(response, answered)


def _exemplify_own(operation: dict[str, Any], own: dict[str, Any], example: Any) -> None:
    for response in operation["responses"].values():
        if any(content.get("schema") == own for content in response.get("content", {}).values()):
            _exemplify(response, example)


def _exemplify(body: dict[str, Any], example: Any) -> None:
    """Give an example of a body that has none yet."""
    for content in body.get("content", {}).values():
        if example and not {"example", "examples"} & set(content):
            content["example"] = example
