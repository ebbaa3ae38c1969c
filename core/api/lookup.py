"""Objects by code or id: people and files name codes, programs may keep ids."""

from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.constants import LOOKUP_SEP
from django.utils.encoding import smart_str
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

LARGEST_ID = 2**63 - 1


def found(objects: QuerySet, code_field: str, reference: str) -> Any:
    """The object with this code, else with this id, else None.

    `code_field` may carry a lookup (`email__iexact`); "" means: by id only.

    A code of digits only goes before an id, so that what a file says keeps its meaning.
    """
    if "\x00" in reference:
        return None
    if code_field and (match := objects.filter(**{code_field: reference}).first()) is not None:
        return match
    is_id = reference.isascii() and reference.isdigit() and len(reference) < 20
    return objects.filter(pk=int(reference)).first() if is_id and int(reference) <= LARGEST_ID else None


class Reference(serializers.RelatedField):
    """Another object by its code: read as the code, written as code or id.

    With `expand` (a serializer class, or a function that gives one) a caller may ask for the whole object
    by `?expand=<field name>`; the view's queryset must `select_related` it.
    """

    default_error_messages = {
        "unknown": _("There is no {value}."),
        "type": _("A code or an id."),
    }

    def __init__(self, code_field: str = "code", expand: Any = None, **rest: Any) -> None:
        self.code_field, self.expand = code_field, expand
        super().__init__(**rest)

    def to_internal_value(self, data: Any) -> Model:
        """The object named by a code or an id."""
        if isinstance(data, bool) or not isinstance(data, str | int):
            self.fail("type")
        objects = self.get_queryset()
        assert objects is not None, f"{self.field_name} is read only"
        match = found(objects, self.code_field, smart_str(data))
        if match is None:
            self.fail("unknown", value=repr(data))
        return match

    def to_representation(self, value: Any) -> Any:
        """The code, or the whole object where the caller asked for it."""
        if self.expand is not None and self.field_name in self.context.get("expand", ()):
            return self.expand(value, context={"nested": True}).data
        return getattr(value, self.code_field.split(LOOKUP_SEP)[0] or "pk")
