"""Adding, changing and removing objects of a resource: one, or an array of them."""

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import bulk


class Creates:
    """POST on the list: one object, or an array of them."""

    def create_one(self, data: dict[str, Any]) -> Model:
        """Call the action with what was validated; returns the new object."""
        raise NotImplementedError

    def create(self: Any, request: Request, **_kwargs: Any) -> Response:
        """Add one object, or an array of them, all or nothing."""
        many = isinstance(request.data, list)
        rows = bulk.rows_of(request) if many else request.data
        with transaction.atomic():
            written = bulk.each(rows, self._create_row) if many else [self._create_row(rows)]
            return self.done(written, many, status=201)

    def _create_row(self: Any, row: Any) -> Any:
        serializer = self.input_class(data=row, context=self.get_serializer_context())
        serializer.is_valid(raise_exception=True)
        return self.create_one(serializer.validated_data)


class Changes:
    """PATCH on an object, or on the list with an array of objects that name themselves by id or code."""

    def change_one(self, obj: Any, data: dict[str, Any]) -> Model:
        """Call the action with the fields that were sent; returns the changed object."""
        raise NotImplementedError

    def partial_update(self: Any, request: Request, **_kwargs: Any) -> Response:
        """Change the fields that are sent; with a stale `If-Match` nothing (412)."""
        with transaction.atomic():
            changed = self._change(self.for_change(), request.data)
            return self.done([changed], many=False, status=200)

    def bulk_change(self: Any, request: Request, **_kwargs: Any) -> Response:
        """Change many objects, all or nothing; each names itself by `id` or its code."""
        with transaction.atomic():
            return self.done(bulk.each(bulk.rows_of(request), self._change_row), many=True, status=200)

    def _change_row(self: Any, row: Any) -> Any:
        if not isinstance(row, dict):
            raise ValidationError(_("A row is an object."))
        obj = self._object_of_row(row)
        name = "id" if row.get("id") else self.code_field.split("__")[0]
        return self._change(obj, {key: value for key, value in row.items() if key != name})

    def _change(self: Any, obj: Any, data: Any) -> Any:
        serializer = (self.change_class or self.input_class)(
            obj, data=data, partial=True, context=self.get_serializer_context()
        )
        serializer.is_valid(raise_exception=True)
        return self.change_one(obj, serializer.validated_data)


class Removes:
    """DELETE on an object, or on the list with an array of codes or ids."""

    def remove_one(self, obj: Any) -> None:
        """Call the action."""
        raise NotImplementedError

    def destroy(self: Any, request: Request, **_kwargs: Any) -> Response:
        """Remove one object; with a stale `If-Match` nothing (412)."""
        with transaction.atomic():
            self.remove_one(self.for_change())
            if bulk.is_dry_run(request):
                transaction.set_rollback(True)
        return Response(status=204)

    def bulk_remove(self: Any, request: Request, **_kwargs: Any) -> Response:
        """Remove many objects, all or nothing, named by an array of codes or ids."""
        with transaction.atomic():
            bulk.each(bulk.rows_of(request), lambda row: self.remove_one(self._object_of_row(row)))
            if bulk.is_dry_run(request):
                transaction.set_rollback(True)
        return Response(status=204)
