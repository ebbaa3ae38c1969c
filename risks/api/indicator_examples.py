"""Examples of indicators and escalations for the OpenAPI document."""

from typing import Any

INDICATOR_INPUT: dict[str, Any] = {
    "risk": "COMPLAINT-FLOOD",
    "kpi": "complaints",
    "department": "works",
    "crossing": "above",
    "warning": 30.0,
    "trigger": 45.0,
    "plan": None,
}
INDICATOR: dict[str, Any] = {
    "id": 2,
    **INDICATOR_INPUT,
    "state": "warning",
    "state_since": "2026-10-05T04:10:00Z",
    "value": 33.0,
}
ESCALATION_INPUT: dict[str, Any] = {
    "risk": "COMPLAINT-FLOOD",
    "reason": "The phone is not answered before noon any more",
}
ANSWER: dict[str, Any] = {"answer": "Two more people at the phone until June"}
ESCALATION: dict[str, Any] = {
    "id": 6,
    **ESCALATION_INPUT,
    "indicator": None,
    "escalated_by": "gwen@city.example",
    "escalated_at": "2026-10-06T08:00:00Z",
    "answer": "",
    "answered_by": None,
    "answered_at": None,
}
