"""Resources that can be listed and read, and what their writing counterparts need."""

from collections.abc import Sequence
from typing import Any, ClassVar, cast

from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from core.api import bulk
from core.api.base import Api
from core.api.etag import etag_of, is_known, refuse_stale
from core.api.lookup import found
from core.api.shapes import shape


class Resource(Api, GenericViewSet):
    """Objects that can be listed and read; `Creates`, `Changes` and `Removes` add writing."""

    code_field: ClassVar[str] = "code"
    lookup_url_kwarg = "ref"
    lookup_value_regex = "[^/]+"
    shapes = True
    input_class: ClassVar[type[serializers.Serializer] | None] = None
    change_class: ClassVar[type[serializers.Serializer] | None] = None
    search_fields: ClassVar[Sequence[str]] = ()
    ordering_fields: ClassVar[Sequence[str]] = ()
    dry_runs: ClassVar[set[str]] = {
        "create",
        "upsert",
        "partial_update",
        "bulk_change",
        "destroy",
        "bulk_remove",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """What `user` may know of; the rest does not exist for them."""
        return queryset

    def get_queryset(self) -> QuerySet:
        """The objects that the caller may know of."""
        if getattr(self, "swagger_fake_view", False):
            return super().get_queryset()
        return self.visible(super().get_queryset(), self.request.user)

    def get_object(self) -> Any:
        """The object addressed by code or id, with permission to do what is asked."""
        return self.permitted(self.kwargs["ref"])

    def permitted(self, reference: str) -> Any:
        """The object that `reference` (code or id) names; raises Http404, PermissionDenied."""
        match = found(self.get_queryset(), self.code_field, reference)
        if match is None:
            raise Http404(reference)
        self.check_object_permissions(self.request, match)
        return match

    def whole(self, obj: Any) -> dict[str, Any]:
        """All that is said of an object, whatever the caller chose: what its ETag is made of."""
        return dict(self.serializer_class(obj, context=self.get_serializer_context()).data)  # type: ignore[misc]

    def shown(self, objects: Any, many: bool = False) -> Any:
        """An object, or many, in the shape the caller chose."""
        context = {**self.get_serializer_context(), **shape(self.request, cast(Any, self.serializer_class))}
        return self.serializer_class(objects, many=many, context=context).data  # type: ignore[misc]

    def list(self, request: Request, **_kwargs: Any) -> Response:
        """The objects asked for, a page at a time."""
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(self.shown(page, many=True))

    def retrieve(self, request: Request, **_kwargs: Any) -> Response:
        """One object."""
        obj = self.get_object()
        shown, tag = self.shown(obj), etag_of(self.whole(obj))
        if is_known(request, tag) and "expand" not in request.query_params:
            return Response(status=304, headers={"ETag": tag})
        return Response(shown, headers={"ETag": tag})

    def reread(self, written: Sequence[Model]) -> Sequence[Any]:
        """The written objects as reading shows them, in the same order."""
        fresh = self.get_queryset().in_bulk([obj.pk for obj in written])
        return [fresh.get(obj.pk, obj) for obj in written]

    def for_change(self) -> Any:
        """The addressed object, locked and compared with `If-Match` where the caller sent one."""
        obj = self.get_object()
        if "If-Match" not in self.request.headers:
            return obj
        type(obj)._base_manager.select_for_update().get(pk=obj.pk)
        obj = self.get_object()
        refuse_stale(self.request, etag_of(self.whole(obj)))
        return obj

    def done(self, written: Sequence[Any], many: bool, status: int) -> Response:
        """The answer after a write: the object with its ETag, or the array; nothing stays of a dry run."""
        objects = self.reread(written)
        body = self.shown(objects, many=True) if many else self.shown(objects[0])
        headers = {} if many else {"ETag": etag_of(self.whole(objects[0]))}
        if bulk.is_dry_run(self.request):
            transaction.set_rollback(True)
            return Response(body)
        return Response(body, status=status, headers=headers)

    def _reference_in(self, row: Any) -> str:
        """The code or id by which a row of an array names its object."""
        name = self.code_field.split("__")[0]
        value = (row.get("id") or row.get(name)) if isinstance(row, dict) else row
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise ValidationError({"id": _("Name the object by its id or code.")}, "required")
        return str(value)

    def _object_of_row(self, row: Any) -> Any:
        reference = self._reference_in(row)
        try:
            return self.permitted(reference)
        except Http404:
            raise ValidationError({"id": _("There is no %(ref)s.") % {"ref": repr(reference)}}) from None
