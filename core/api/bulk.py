"""Many rows in one request: all or nothing, each fault with the index of its row."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from django.core.exceptions import ValidationError as ModelValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from core.api.problems import faults_of
from core.errors import Conflict, Fault, Refused

T = TypeVar("T")
MOST_ROWS = 1000
ROW_ERRORS = (ValidationError, ModelValidationError, Refused, Conflict)


class BulkRefused(Refused):
    """Rows that cannot be taken; `conflicts` when nothing but the present state is against them (409)."""

    def __init__(self, faults: list[Fault], conflicts: bool) -> None:
        self.conflicts = conflicts
        super().__init__(faults)


def each(rows: Iterable[Any], one: Callable[[Any], T]) -> list[T]:
    """`one(row)` for all rows in one transaction; raises BulkRefused with every fault, and stores nothing."""
    results, faults, conflicts = [], [], True
    with transaction.atomic():
        for index, row in enumerate(rows):
            try:
                with transaction.atomic():
                    results.append(one(row))
            except ROW_ERRORS as error:
                faults += faults_of(error, index)
                conflicts = conflicts and isinstance(error, Conflict)
        if faults:
            raise BulkRefused(faults, conflicts)
    return results


def rows_of(request: Request, most: int = MOST_ROWS) -> list[Any]:
    """The array in the body; raises ValidationError where it is none, is empty or has more than `most`."""
    rows = request.data
    if not isinstance(rows, list):
        raise ValidationError(_("Send an array."))
    if not rows:
        raise ValidationError(_("The array is empty."))
    if len(rows) > most:
        raise ValidationError(_("At most %(most)d rows a request.") % {"most": most}, "too_many")
    return rows


def validated(rows: Sequence[Any], serializer: serializers.Serializer) -> list[dict[str, Any]]:
    """What the rows say, by `serializer`, used for one after the other; raises BulkRefused by index.

    For endpoints that hand all rows to one bulk action.
    """
    clean, faults = [], []
    for index, row in enumerate(rows):
        try:
            clean.append(serializer.run_validation(row))
        except ValidationError as error:
            faults += faults_of(error, index)
    if faults:
        raise BulkRefused(faults, conflicts=False)
    return clean


def is_dry_run(request: Request) -> bool:
    """Whether `?dry_run=true` asks to validate everything and store nothing (another text was refused)."""
    return request.query_params.get("dry_run") == "true"
