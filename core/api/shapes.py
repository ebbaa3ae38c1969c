"""What of an object a caller reads (`fields=`, `omit=`, `expand=`) and what one may write."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from core.api.lookup import Reference


class Shaped(serializers.Serializer):
    """Base of the serializers that answer: a caller may choose fields and expand references."""

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """The object, with the chosen fields only."""
        chosen: frozenset[str] | None = self.context.get("chosen")
        if chosen is None:
            return super().to_representation(instance)
        full = super().to_representation(instance)
        return {name: value for name, value in full.items() if name in chosen}


class Written(serializers.Serializer):
    """Base of the serializers that take input: a field that nobody reads is refused, never ignored."""

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        """The validated input; raises ValidationError naming unknown fields."""
        takes = {name for name, field in self.fields.items() if not field.read_only}
        unknown = set(data) - takes if isinstance(data, dict) else set()
        if unknown:
            there_are = _("Unknown field; there are: %(known)s.") % {"known": ", ".join(sorted(takes))}
            raise ValidationError({name: [there_are] for name in sorted(unknown)}, "unknown_field")
        return super().to_internal_value(data)


def shape(request: Request, serializer_class: type[serializers.Serializer]) -> dict[str, Any]:
    """What the request asks of the shape, as serializer context; an unknown name is a 400."""
    declared = serializer_class().fields
    expandable = {n for n, f in declared.items() if isinstance(f, Reference) and f.expand is not None}
    wanted = _names(request, "fields", set(declared))
    omitted = _names(request, "omit", set(declared))
    expanded = _names(request, "expand", expandable)
    chosen = (wanted or set(declared)) - omitted if wanted or omitted else None
    return {"chosen": None if chosen is None else frozenset(chosen), "expand": frozenset(expanded)}


def _names(request: Request, parameter: str, known: set[str]) -> set[str]:
    text = request.query_params.get(parameter)
    names = set(text.split(",")) if text else set()
    if unknown := names - known:
        raise ValidationError(
            {
                parameter: _("Unknown: %(unknown)s; there are: %(known)s.")
                % {"unknown": ", ".join(sorted(unknown)), "known": ", ".join(sorted(known)) or "–"}
            }
        )
    return names
