"""Examples of actions, proposed ratings, causes and controls for the OpenAPI document."""

from typing import Any

MITIGATION_INPUT: dict[str, Any] = {
    "risk": "STORM-SURGE",
    "name": "Raise the western wall",
    "description": "Forty centimetres along the fish market",
    "side": "cause",
    "owner": "gwen@city.example",
    "due_on": "2027-10-31",
    "cost": "2400000.00",
    "to_likelihood": 2,
    "to_impact": 4,
    "effect": "A surge of the last century stays outside",
    "state": "under_way",
    "progress": 40,
}
MITIGATION: dict[str, Any] = {"id": 9, **MITIGATION_INPUT, "done_on": None}
DECISION: dict[str, Any] = {"accepted": True, "reason": ""}
PROPOSAL: dict[str, Any] = {
    "id": 3,
    "risk": "STORM-SURGE",
    "mitigation": 9,
    "likelihood": 2,
    "impact": 4,
    "state": "open",
    "rating": None,
    "reason": "",
    "proposed_at": "2027-10-20T09:00:00Z",
    "decided_by": None,
    "decided_at": None,
}
FACTOR_INPUT: dict[str, Any] = {"risk": "STORM-SURGE", "side": "cause", "text": "The wall is too low"}
FACTOR: dict[str, Any] = {"id": 11, **FACTOR_INPUT, "position": 0}
CONTROL_INPUT: dict[str, Any] = {
    "risk": "STORM-SURGE",
    "side": "cause",
    "factor": 11,
    "name": "Sandbags along the market",
    "strength": "weak",
    "owner": "gwen@city.example",
}
CONTROL: dict[str, Any] = {"id": 12, **CONTROL_INPUT, "position": 0}
