"""Storing a row that its model's own rules accept."""

from collections.abc import Iterator
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model

from core.errors import Fault, Refused

Thing = TypeVar("Thing", bound=Model)


def store(thing: Thing, **fields: Any) -> Thing:
    """Set fields and save; raises Refused with everything that the model's fields and constraints mind."""
    for name, value in fields.items():
        setattr(thing, name, value.strip() if isinstance(value, str) else value)
    try:
        thing.full_clean()
    except ValidationError as error:
        raise Refused(list(_faults(error))) from None
    thing.save()
    return thing


def _faults(error: ValidationError) -> Iterator[Fault]:
    for field, errors in error.error_dict.items():
        for each in errors:
            name = "" if field == NON_FIELD_ERRORS else field
            yield Fault(" ".join(each.messages), field=name, code=each.code or "invalid")
