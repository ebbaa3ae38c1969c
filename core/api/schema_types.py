"""How the OpenAPI document describes our serializers and fields."""

from typing import Any

from drf_spectacular.drainage import get_override
from drf_spectacular.extensions import OpenApiSerializerExtension, OpenApiSerializerFieldExtension


class WrittenExtension(OpenApiSerializerExtension):  # type: ignore[no-untyped-call]
    """Input refuses fields that nobody reads."""

    target_class = "core.api.shapes.Written"
    match_subclasses = True

    def map_serializer(self, auto_schema: Any, direction: Any) -> Any:
        """As usual, and closed."""
        schema = auto_schema._map_serializer(self.target, direction, bypass_extensions=True)
        return {**schema, "additionalProperties": False}


class ShapedExtension(OpenApiSerializerExtension):  # type: ignore[no-untyped-call]
    """Answers whose fields a caller may choose promise none of them."""

    target_class = "core.api.shapes.Shaped"
    match_subclasses = True

    def map_serializer(self, auto_schema: Any, direction: Any) -> Any:
        """As usual, with nothing required: `fields=` and `omit=` leave out any of it."""
        schema = dict(auto_schema._map_serializer(self.target, direction, bypass_extensions=True))
        schema.pop("required", None)
        return schema


class ReferenceExtension(OpenApiSerializerFieldExtension):  # type: ignore[no-untyped-call]
    """A reference reads as a code, or as the whole object where it was expanded."""

    target_class = "core.api.lookup.Reference"
    match_subclasses = True

    def map_serializer_field(self, auto_schema: Any, direction: Any) -> Any:
        """Written: code or id; read: code (or the expanded object)."""
        if get_override(self.target, "field"):
            return auto_schema._map_serializer_field(self.target, direction, bypass_extensions=True)
        if direction == "request":
            return {"oneOf": [{"type": "string"}, {"type": "integer"}]}
        code = {"type": "string"} if self.target.code_field else {"type": "integer"}
        if self.target.expand is None:
            return code
        whole = auto_schema.resolve_serializer(self.target.expand, direction).ref
        return {"oneOf": [code, whole]}
