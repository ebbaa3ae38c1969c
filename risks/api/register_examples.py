"""Examples of risks and of what they touch for the OpenAPI document."""

from typing import Any

RISK_INPUT: dict[str, Any] = {
    "code": "STORM-SURGE",
    "kind": "threat",
    "title": "A surge above the western wall",
    "cause": "The wall is forty centimetres too low",
    "event": "a winter storm at spring tide runs over it",
    "consequence": "three streets under water",
    "category": "Nature",
    "department": "coast",
    "owner": "gwen@city.example",
    "knowledge": "strong",
    "confidentiality": "open",
}
RISK: dict[str, Any] = {
    "id": 1,
    **RISK_INPUT,
    "state": "open",
    "concerned": ["works"],
    "response": "reduce",
    "response_reason": "The wall pays for itself with the first surge.",
    "accepted_by": None,
    "accepted_until": None,
    "shared_cause": None,
    "reference": "",
    "current": {"likelihood": 3, "impact": 4, "score": 12, "band": "High", "rated_on": "2026-09-01"},
    "above_appetite": True,
    "next_review_on": "2026-12-01",
    "escalated_at": None,
    "escalation": "",
    "closed_on": None,
    "closing_note": "",
    "added_at": "2026-01-12T09:00:00Z",
    "archived_on": None,
}
STATE: dict[str, Any] = {"state": "closed", "note": "The wall stands."}
RESPONSE: dict[str, Any] = {
    "response": "reduce",
    "reason": "The wall pays for itself with the first surge.",
    "accepted_until": None,
}
LINK_INPUT: dict[str, Any] = {"risk": "STORM-SURGE", "objective": "harbour-city-2030:O4", "note": ""}
LINK: dict[str, Any] = {"id": 7, **LINK_INPUT, "initiative": None, "kpi": None, "assumption": None}
