"""Pages of a list by cursor: stable while rows come and go, and as fast on the last page as on the first."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

from core.api.keyset import beyond, decode, encode, ordered, turned

DEFAULT_LIMIT, MOST = 50, 500


class Cursor(BasePagination):
    """`limit` rows a page; `next` and `previous` hold the addresses of the neighbouring pages."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """The page that the request asks for."""
        self.url = request.build_absolute_uri()
        limit = _limit(request)
        self.names = [name for name in queryset.query.order_by if isinstance(name, str)]
        if not self.names or self.names[-1].lstrip("-") not in ("pk", queryset.model._meta.pk.name):
            self.names.append("pk")
        position = decode(request.query_params.get("cursor"), self.names, queryset.model)
        backwards = position is not None and position[0]
        names = [turned(name) for name in self.names] if backwards else self.names
        if position is not None:
            queryset = queryset.filter(beyond(names, position[1]))
        rows = list(queryset.order_by(*map(ordered, names))[: limit + 1])
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
        cursor = encode(row, self.names, backwards)
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


def _limit(request: Request) -> int:
    text = request.query_params.get("limit", str(DEFAULT_LIMIT))
    if not (text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= MOST):
        raise ValidationError({"limit": _("A whole number from 1 to %(most)d.") % {"most": MOST}})
    return int(text)
