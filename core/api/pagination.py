"""Pages of a list by cursor: stable while rows come and go, and as fast on the last page as on the first."""

import base64
import datetime as dt
import json
from typing import Any

from django.core.exceptions import ValidationError as ModelValidationError
from django.db.models import F, Field, Model, Q
from django.db.models.constants import LOOKUP_SEP
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

DEFAULT_LIMIT, MOST = 50, 500


def _field(model: type[Model], path: str) -> Field:
    field: Any = None
    for name in path.split(LOOKUP_SEP):
        field = model._meta.pk if name == "pk" else model._meta.get_field(name)
        model = field.related_model or model
    return field


def _value(row: Any, path: str) -> Any:
    for name in path.split(LOOKUP_SEP):
        row = getattr(row, name, None)
    return row


def _plain(value: Any) -> str:
    """Dates to the microsecond, as they are stored: a rounded one would skip or repeat rows."""
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _beyond(names: list[str], values: list[Any]) -> Q:
    """Rows that come after `values` in the order of `names`, an absent value counting as the greatest."""
    after, equal = Q(), Q()
    for name, value in zip(names, values, strict=True):
        key = name.lstrip("-")
        after |= equal & _after_one(key, value, descending=name.startswith("-"))
        equal &= Q(**{f"{key}__isnull": True}) if value is None else Q(**{key: value})
    return after


def _after_one(key: str, value: Any, descending: bool) -> Q:
    if value is None:
        return Q(**{f"{key}__isnull": False}) if descending else Q(pk__in=[])
    if descending:
        return Q(**{f"{key}__lt": value})
    return Q(**{f"{key}__gt": value}) | Q(**{f"{key}__isnull": True})


def _turned(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


class Cursor(BasePagination):
    """`limit` rows a page; `next` and `previous` hold the addresses of the neighbouring pages."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """The page that the request asks for."""
        self.url = request.build_absolute_uri()
        limit = _limit(request)
        self.names = [name for name in queryset.query.order_by if isinstance(name, str)]
        if not self.names or self.names[-1].lstrip("-") not in ("pk", queryset.model._meta.pk.name):
            self.names.append("pk")
        position = _decode(request.query_params.get("cursor"), self.names, queryset.model)
        backwards = position is not None and position[0]
        names = [_turned(name) for name in self.names] if backwards else self.names
        if position is not None:
            queryset = queryset.filter(_beyond(names, position[1]))
        rows = list(queryset.order_by(*map(_ordered, names))[: limit + 1])
        more, rows = len(rows) > limit, rows[:limit]
        if backwards:
            rows.reverse()
        self.has_next = bool(more or backwards)
        self.has_previous = bool(more if backwards else position is not None)
        self.page = rows
        return rows

    def get_paginated_response(self, data: Any) -> Response:
        """The page with its neighbours."""
        following = self._link(backwards=False, row=self.page[-1]) if self.page and self.has_next else None
        preceding = self._link(backwards=True, row=self.page[0]) if self.page and self.has_previous else None
        return Response({"next": following, "previous": preceding, "results": data})

    def _link(self, backwards: bool, row: Any) -> str:
        values = [_value(row, name.lstrip("-")) for name in self.names]
        text = json.dumps([backwards, self.names, values], default=_plain)
        cursor = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
        return replace_query_param(remove_query_param(self.url, "cursor"), "cursor", cursor)

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """How a page looks, for the OpenAPI document."""
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {"next": link, "previous": link, "results": schema},
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """`limit` and `cursor`, for the OpenAPI document."""
        limit = {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_LIMIT}
        return [
            {"name": "limit", "in": "query", "schema": limit, "description": "Rows a page."},
            {
                "name": "cursor",
                "in": "query",
                "schema": {"type": "string"},
                "description": "Where the page starts, as `next` and `previous` give it.",
            },
        ]


def _ordered(name: str) -> Any:
    key = F(name.lstrip("-"))
    return key.desc(nulls_first=True) if name.startswith("-") else key.asc(nulls_last=True)


def _limit(request: Request) -> int:
    text = request.query_params.get("limit", str(DEFAULT_LIMIT))
    if not (text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= MOST):
        raise ValidationError({"limit": _("A whole number from 1 to %(most)d.") % {"most": MOST}})
    return int(text)


def _decode(text: str | None, names: list[str], model: type[Model]) -> tuple[bool, list[Any]] | None:
    """What a cursor says: whether it goes backwards, and the row it starts at."""
    if text is None:
        return None
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        backwards, given, values = json.loads(base64.urlsafe_b64decode(padded))
        if (
            given != names
            or len(values) != len(names)
            or not isinstance(backwards, bool)
            or "\\x00" in str(values)
        ):
            raise ValueError(given)
        fields = [_field(model, name.lstrip("-")) for name in names]
        return backwards, [field.to_python(value) for field, value in zip(fields, values, strict=True)]
    except (ValueError, TypeError, ModelValidationError, RecursionError) as error:
        raise ValidationError(
            {"cursor": _("This cursor is not one of this list in this order; start without it.")}
        ) from error
