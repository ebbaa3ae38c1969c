"""Where a page of an ordered list starts: the values of its neighbour row, as an opaque text.

An order is a list of field names, `-` before one for descending; the last is unique. An absent value counts
as the greatest, as PostgreSQL sorts it.
"""

import base64
import datetime as dt
import json
from typing import Any

from django.core.exceptions import ValidationError as ModelValidationError
from django.db.models import F, Field, Model, Q
from django.db.models.constants import LOOKUP_SEP
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError


def ordered(name: str) -> Any:
    """The field as an ORDER BY expression."""
    key = F(name.lstrip("-"))
    return key.desc(nulls_first=True) if name.startswith("-") else key.asc(nulls_last=True)


def turned(name: str) -> str:
    """The field in the opposite direction."""
    return name[1:] if name.startswith("-") else f"-{name}"


def beyond(names: list[str], values: list[Any]) -> Q:
    """Rows that come after one with `values` in the order of `names`."""
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


def encode(row: Any, names: list[str], backwards: bool) -> str:
    """The place of `row` in the order of `names`, for the page after (or before) it."""
    values = [_value(row, name.lstrip("-")) for name in names]
    text = json.dumps([backwards, names, values], default=_plain)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _plain(value: Any) -> str:
    """Dates to the microsecond, as they are stored: a rounded one would skip or repeat rows."""
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _value(row: Any, path: str) -> Any:
    for name in path.split(LOOKUP_SEP):
        row = getattr(row, name, None)
    return row


def decode(text: str | None, names: list[str], model: type[Model]) -> tuple[bool, list[Any]] | None:
    """Whether the page goes backwards, and the values it starts at; None where the list starts.

    Raises ValidationError for a text that `encode` did not make for this order.
    """
    if text is None:
        return None
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        backwards, given, values = json.loads(base64.urlsafe_b64decode(padded))
        if given != names or len(values) != len(names) or not isinstance(backwards, bool):
            raise ValueError(given)
        if any("\x00" in value for value in values if isinstance(value, str)):
            raise ValueError(values)
        fields = [_field(model, name.lstrip("-")) for name in names]
        return backwards, [field.to_python(value) for field, value in zip(fields, values, strict=True)]
    except (ValueError, TypeError, ModelValidationError, RecursionError) as error:
        raise ValidationError(
            {"cursor": _("This cursor is not one of this list in this order; start without it.")}
        ) from error


def _field(model: type[Model], path: str) -> Field:
    field: Any = None
    for name in path.split(LOOKUP_SEP):
        field = model._meta.pk if name == "pk" else model._meta.get_field(name)
        model = field.related_model or model
    return field
