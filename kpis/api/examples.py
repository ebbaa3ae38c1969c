"""Examples of the measuring instrument for the OpenAPI document."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

_COUNTED = {"frequency": "month", "direction": "down", "time_rollup": "sum", "department_rollup": "sum"}
_WHERE = {"kpi": "complaints", "department": "ROADS", "period": "2026-03"}
_NO_BAND = {"low": None, "high": None, "red_low": None, "red_high": None}
_LINES = {"target": 25.0, "red_line": 30.0, "best": None, "worst": None, **_NO_BAND}

KPI_INPUT: dict[str, Any] = {
    "code": "complaints",
    "name": "Complaints about roads and parks",
    **_COUNTED,
    "target": 25,
    "red_line": 30,
}
KPI: dict[str, Any] = {
    "id": 7,
    "code": "complaints",
    "name": "Complaints about roads and parks",
    "unit": "complaints",
    "decimals": 0,
    "purpose": "Tells early where streets wear out.",
    "source": "Service desk",
    "method": "Complaints received, repeated ones counted once",
    "tendency": "leading",
    "approval_needed": False,
    "owner": "vera@city.example",
    **_COUNTED,
    "own_value": "adds",
    **_LINES,
    "tolerance": 0.1,
    "missing_policy": "leave",
    "carry_limit": 0,
    "min_coverage": 0.5,
    "due_days": 15,
    "kind": "reported",
    "formula": "",
    "defined_at": "2026-01-05T09:00:00Z",
}
SERIES_INPUT: dict[str, Any] = {"kpi": "complaints", "department": "ROADS", "steward": "sam@city.example"}
SERIES: dict[str, Any] = {"id": 7, **SERIES_INPUT, "since": "2026-01-01", "until": None, "weight": 1.0}
TARGET: dict[str, Any] = {"id": 7, **_WHERE, **_LINES, "note": "", "known_from": "2026-01-05T09:00:00Z"}
MEASUREMENT: dict[str, Any] = {
    "id": 7,
    **_WHERE,
    "value": 30.0,
    "note": "",
    "reason": "",
    "external_id": "desk-4711",
    "pending": False,
    "recorded_by": "sam@city.example",
    "entered_at": "2026-04-02T08:00:00Z",
    "known_from": "2026-04-02T08:00:00Z",
    "known_to": None,
}
TARGET_BODY = OpenApiExample("One target", {**_WHERE, "target": 25, "red_line": 30}, request_only=True)
MEASUREMENT_BODY = OpenApiExample(
    "One value", {**_WHERE, "value": 30}, request_only=True, media_type="application/json"
)
MEASUREMENT_CSV = OpenApiExample(
    "One value as CSV",
    "kpi,department,period,value\ncomplaints,ROADS,2026-03,30\n",
    request_only=True,
    media_type="text/csv",
)
RECORDED = OpenApiExample("Counts", {"new": 1, "corrected": 0, "unchanged": 0}, response_only=True)
