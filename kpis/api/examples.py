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
    "quality": "medium",
    "quality_rated_on": "2026-01-12",
    "limits_of_use": "Says nothing about how long a complaint stays open.",
    "stretch_target": 15.0,
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
FORMULA_CHECK_INPUT: dict[str, Any] = {"formula": "100 * resolved / complaints", "department": "ROADS"}
FORMULA_CHECK: dict[str, Any] = {
    "valid": True,
    "errors": [],
    "inputs": [
        {"code": "resolved", "name": "Complaints resolved", "frequency": "month", "required": True},
        {"code": "complaints", "name": "Complaints", "frequency": "month", "required": True},
    ],
    "frequency": "month",
    "department": "ROADS",
    "periods": [{"period": "2026-03", "value": 89.3, "coverage": 1.0}],
}
SERIES_INPUT: dict[str, Any] = {"kpi": "complaints", "department": "ROADS", "steward": "sam@city.example"}
SERIES: dict[str, Any] = {"id": 7, **SERIES_INPUT, "since": "2026-01-01", "until": None, "weight": 1.0}
SPLIT_INPUT: dict[str, Any] = {**_WHERE, "reason": "Complaints come in through a new form"}
SPLIT: dict[str, Any] = {
    "id": 7,
    **SPLIT_INPUT,
    "split_by": "sam@city.example",
    "split_at": "2026-03-02T09:00:00Z",
}
BENCHMARK_INPUT: dict[str, Any] = {
    "kpi": "complaints",
    "peer": "Harbour City",
    "period": "2025",
    "value": 29.0,
    "source": "Yearbook of coastal cities 2026, table 14",
}
BENCHMARK: dict[str, Any] = {"id": 7, **BENCHMARK_INPUT, "source_url": ""}
TARGET: dict[str, Any] = {"id": 7, **_WHERE, **_LINES, "note": "", "known_from": "2026-01-05T09:00:00Z"}
CELL_TARGET: dict[str, Any] = {**TARGET, "department": "CITY", "period": "2026"}
CELL_TARGET_BODY = OpenApiExample(
    "The year's target of the city",
    {"kpi": "complaints", "department": "CITY", "period": "2026", "target": 280, "red_line": 310},
    request_only=True,
)
MEASUREMENT: dict[str, Any] = {
    "id": 7,
    **_WHERE,
    "value": 30.0,
    "note": "",
    "reason": "",
    "external_id": "desk-4711",
    "pending": False,
    "state": "approved",
    "comment": "",
    "recorded_by": "sam@city.example",
    "entered_at": "2026-04-02T08:00:00Z",
    "decided_by": None,
    "decided_at": None,
    "known_from": "2026-04-02T08:00:00Z",
    "known_to": None,
}
TARGET_BODY = OpenApiExample("One target", {**_WHERE, "target": 25, "red_line": 30}, request_only=True)
COPY_BODY = OpenApiExample(
    "Last year's again", {"kpi": "complaints", "source_year": "2025", "year": "2026"}, request_only=True
)
GROW_BODY = OpenApiExample(
    "Three percent fewer",
    {"kpi": "complaints", "source_year": "2025", "year": "2026", "percent": -3},
    request_only=True,
)
SPREAD_BODY = OpenApiExample(
    "As last year went",
    {"kpi": "complaints", "department": "ROADS", "year": "2026", "target": 300},
    request_only=True,
)
TARGETS_MADE = OpenApiExample(
    "What changed",
    {
        "new": 0,
        "corrected": 1,
        "unchanged": 11,
        "rows": [
            {"department": "ROADS", "period": "2026-03", "old": {"target": 25.0}, "new": {"target": 24.0}}
        ],
    },
    response_only=True,
)
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
RECORDED_VALUES = OpenApiExample(
    "Counts", {"new": 1, "corrected": 0, "unchanged": 0, "submitted": 0}, response_only=True
)
DRAFTS = OpenApiExample("Counts", {"drafts": 1, "unchanged": 0}, response_only=True)
_COUNT = OpenApiExample("One value", {"count": 1}, response_only=True)
DECISION = [
    OpenApiExample("By id", {"ids": [7]}, request_only=True),
    OpenApiExample("By what was read", {"values": [{**_WHERE, "value": 30}]}, request_only=True),
    _COUNT,
]
RETURNING = [
    OpenApiExample("By id", {"ids": [7], "comment": "The depots are missing."}, request_only=True),
    _COUNT,
]
CLOSING: dict[str, Any] = {
    "id": 7,
    "frequency": "quarter",
    "period": "2026-Q1",
    "closed_by": "vera@city.example",
    "closed_at": "2026-04-20T08:00:00Z",
    "reopened_by": None,
    "reopened_at": None,
    "reopening_reason": "",
}
REOPENING = OpenApiExample("A reason", {"reason": "Invoices came late."}, request_only=True)
REOPENED = OpenApiExample(
    "Opened again",
    {
        **CLOSING,
        "reopened_by": "vera@city.example",
        "reopened_at": "2026-05-04T08:00:00Z",
        "reopening_reason": "Invoices came late.",
    },
    response_only=True,
)
EVIDENCE: dict[str, Any] = {
    "id": 7,
    **_WHERE,
    "name": "service-desk-march.pdf",
    "content_type": "application/pdf",
    "size": 48211,
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "uploaded_by": "sam@city.example",
    "uploaded_at": "2026-04-02T08:00:00Z",
    "removed_by": None,
    "removed_at": None,
    "removal_reason": "",
}
REMOVAL = OpenApiExample("A reason", {"reason": "It names people."}, request_only=True)
REMOVED = OpenApiExample(
    "Removed",
    {
        **EVIDENCE,
        "removed_by": "sam@city.example",
        "removed_at": "2026-04-03T08:00:00Z",
        "removal_reason": "It names people.",
    },
    response_only=True,
)
OVERRIDE: dict[str, Any] = {
    "id": 7,
    "kpi": "complaints",
    "department": "roads",
    "period": "2026-03",
    "status": "amber",
    "reason": "Half of the complaints are about one burst main.",
    "expires_on": "2026-06-30",
    "holds": True,
    "set_by": "vera@city.example",
    "set_at": "2026-04-20T08:00:00Z",
    "lifted_by": None,
    "ended_at": None,
    "lifting_reason": "",
}
OVERRIDE_INPUT = {
    name: OVERRIDE[name] for name in ("kpi", "department", "period", "status", "reason", "expires_on")
}
LIFTING = OpenApiExample("A reason", {"reason": "The main is mended."}, request_only=True)
LIFTED = OpenApiExample(
    "Lifted",
    {
        **OVERRIDE,
        "holds": False,
        "lifted_by": "vera@city.example",
        "ended_at": "2026-05-04T08:00:00Z",
        "lifting_reason": "The main is mended.",
    },
    response_only=True,
)
