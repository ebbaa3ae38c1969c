"""The body of `PUT /measurements/`: JSON or CSV rows become raw values for `kpis.intake`."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import serializers
from rest_framework.request import Request

from core.api import bulk
from core.api.shapes import Written
from core.errors import Fault, Refused
from kpis.api.parsers import CsvBody
from kpis.imports.measurements import MEASUREMENT_COLUMNS, raw_value
from kpis.intake import RawValue

# In one request; a longer load goes by file.
MOST_ROWS = 50_000


class MeasurementInput(Written):
    """A value by its natural key. Describes a row; `raw_values` reads rows without it, which is faster."""

    kpi = serializers.CharField(help_text="Code of the KPI.")
    department = serializers.CharField(
        required=False,
        allow_null=True,
        allow_blank=True,
        help_text="Code of the department; empty: the one at the top.",
    )
    period = serializers.CharField(help_text="As 2026-03, 2026-Q1, 2026-W09, 2026-03-14 or 2026.")
    value = serializers.FloatField()
    note = serializers.CharField(required=False, allow_null=True, allow_blank=True)
    reason = serializers.CharField(
        required=False,
        allow_null=True,
        allow_blank=True,
        help_text="Why the value changes; needed where the period is closed.",
    )
    external_id = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=120)
    known_since = serializers.DateTimeField(
        required=False, allow_null=True, help_text="SMO staff only, and only for a first value."
    )
    carry_note = serializers.BooleanField(
        required=False, help_text="Without a note: take that of the value before."
    )


_TEXT, _NUMBER, _TRUTH = (str,), (int, float), (bool,)
_WANTED: dict[tuple[type, ...], Any] = {
    _NUMBER: gettext_lazy("Send a number like 12.5, without quotation marks."),
    _TRUTH: gettext_lazy("Send true or false, without quotation marks."),
}
_TYPES: dict[str, tuple[type, ...]] = {
    "kpi": _TEXT,
    "department": _TEXT,
    "period": (str, int),
    "value": _NUMBER,
    "note": _TEXT,
    "reason": _TEXT,
    "external_id": _TEXT,
    "known_since": _TEXT,
    "carry_note": _TRUTH,
}
_REQUIRED = frozenset({"kpi", "period", "value"})


def raw_values(request: Request) -> list[RawValue]:
    """The rows of the body; raises Refused with every row that is not shaped like a measurement."""
    if isinstance(request.data, CsvBody):
        table = request.data.table(MEASUREMENT_COLUMNS)
        if table.faults:
            raise Refused(table.faults)
        return [raw_value(row) for row in table.rows]
    rows = bulk.rows_of(request, MOST_ROWS)
    if faults := [fault for index, row in enumerate(rows) for fault in _faults(index, row)]:
        raise Refused(faults)
    return [_raw(row) for row in rows]


def _faults(index: int, row: Any) -> Iterator[Fault]:
    if not isinstance(row, dict):
        yield Fault(_("A row is an object."), index=index)
        return
    for name, value in row.items():
        types = _TYPES.get(name)
        if types is None:
            known = ", ".join(sorted(_TYPES))
            reason = _("Unknown field; there are: %(known)s.") % {"known": known}
            yield Fault(reason, index=index, field=name[:60], code="unknown_field")
        elif type(value) not in types and not (value is None and name not in _REQUIRED):
            reason = str(_WANTED.get(types) or _("Send text in quotation marks."))
            yield Fault(reason, index=index, field=name, code="type")
    for name in sorted(_REQUIRED - row.keys()):
        yield Fault(_("This field is required."), index=index, field=name, code="required")


def _raw(row: dict[str, Any]) -> RawValue:
    get = row.get
    return RawValue(
        row["kpi"],
        get("department") or "",
        str(row["period"]),
        row["value"],
        get("note") or "",
        get("reason") or "",
        get("external_id") or "",
        get("known_since"),
        carry_note=get("carry_note") is True,
    )
