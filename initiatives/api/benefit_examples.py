"""Examples of benefits and looks at them for the OpenAPI document."""

from typing import Any

_BENEFIT: dict[str, Any] = {
    "initiative": "BUS-LANES",
    "name": "Buses come when they should",
    "description": "On their own lane they no longer stand in the queue at the bridge.",
    "kpi": "bus-on-time",
    "department": "transport",
    "baseline": 72.0,
    "baseline_on": "2025-12-31",
    "expected": 8.0,
    "money_a_year": "180000.00",
    "due_on": "2027-06-30",
    "check_on": "2027-09-30",
    "owner": "hana@city.example",
}
BENEFIT_INPUT: dict[str, Any] = _BENEFIT
BENEFIT: dict[str, Any] = {
    "id": 1,
    **_BENEFIT,
    "effect": {"baseline": 72.0, "value": 77.1, "on": "2026-10-31", "change": 5.1, "share": 0.6375},
    "proposed": "not_yet",
}
CHECK_INPUT: dict[str, Any] = {
    "benefit": 1,
    "checked_on": "2027-09-30",
    "verdict": "partly",
    "realised": 5.4,
    "money": "120000.00",
    "note": "The lane at the quay opened late; the rest follows by spring.",
    "check_on": "2028-03-31",
}
CHECK: dict[str, Any] = {
    "id": 1,
    "initiative": "BUS-LANES",
    **{name: value for name, value in CHECK_INPUT.items() if name != "check_on"},
    "checked_by": "hana@city.example",
    "checked_at": "2027-10-01T09:12:00Z",
}
