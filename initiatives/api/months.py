"""Months in the API: `2027-03`."""

import datetime as dt
import re
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@extend_schema_field({"type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])$"})
class MonthField(serializers.Field):
    """A month as `2027-03`; inside, its first day."""

    default_error_messages = {"month": _("A month such as 2027-03.")}

    def to_internal_value(self, data: Any) -> dt.date:
        """The first day of the month."""
        match = _MONTH.fullmatch(data) if isinstance(data, str) else None
        if match is None or match[1] == "0000":
            self.fail("month")
        return dt.date(int(match[1]), int(match[2]), 1)

    def to_representation(self, value: dt.date) -> str:
        """Year and month."""
        return f"{value:%Y-%m}"
