"""Numbers as JSON has them: no text, nothing infinite."""

import math
from typing import Any

from rest_framework import serializers


class NumberField(serializers.FloatField):
    """A finite JSON number; REST framework's own field takes "12", "nan" and true."""

    def to_internal_value(self, data: Any) -> float:
        """The number; raises ValidationError."""
        if type(data) not in (int, float):
            self.fail("invalid")
        try:
            value = float(data)
        except OverflowError:
            self.fail("invalid")
        if not math.isfinite(value) or abs(value) > 1.7e308:
            self.fail("invalid")
        return value


def optional_number() -> NumberField:
    """A number that may be absent."""
    return NumberField(required=False, allow_null=True)
