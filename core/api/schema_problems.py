"""How the OpenAPI document describes errors, and which of them an operation may answer with."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from core.api.problems import MEDIA_TYPE

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


def possible(method: str, path: str, action: str, has_body: bool) -> list[str]:
    """The statuses of the problems that an operation may answer with."""
    statuses = ["400", "401", "403", "429"]
    if "{" in path:
        statuses.append("404")
    if method != "GET":
        statuses.append("409")
    if action in ("partial_update", "destroy"):
        statuses.append("412")
    if has_body:
        statuses += ["413", "415"]
    return [*statuses, "422"] if method == "POST" else statuses


def response(status: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A problem as a response of an operation; `schema` refers to `ProblemSerializer`."""
    return {"description": PROBLEMS[status], "content": {MEDIA_TYPE: {"schema": schema}}}
