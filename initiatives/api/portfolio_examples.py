"""Examples of initiatives, what they serve and their gates for the OpenAPI document."""

from typing import Any

INITIATIVE_INPUT: dict[str, Any] = {
    "code": "BUS-LANES",
    "name": "Bus lanes on the ring",
    "purpose": "Buses get a lane of their own around the inner ring.",
    "scope": "Nine crossings. Not part of it: the bridge.",
    "category": "Streets and transport",
    "confidentiality": "open",
    "department": "transport",
    "sponsor": "hana@city.example",
    "lead": "gwen@city.example",
    "starts_on": "2026-03-01",
    "ends_on": "2027-09-30",
    "size": "large",
    "must_do": False,
    "method": "staged",
    "cadence": "monthly",
    "reference": "P-2026-014",
}
INITIATIVE: dict[str, Any] = {
    "id": 1,
    **INITIATIVE_INPUT,
    "stage": "active",
    "stage_since": "2026-04-09",
    "taking_part": [{"department": "works", "part": "Markings and kerbs"}],
    "objectives": ["harbour-city:O1", "harbour-city:O2"],
    "added_at": "2026-01-12T09:00:00Z",
    "archived_on": None,
}
CONTRIBUTION_INPUT: dict[str, Any] = {
    "initiative": "BUS-LANES",
    "objective": "harbour-city:O1",
    "strength": 3,
    "note": "A bus that is not stuck comes when it should.",
}
CONTRIBUTION: dict[str, Any] = {"id": 1, **CONTRIBUTION_INPUT}
TAKING_PART_INPUT: dict[str, Any] = {
    "initiative": "BUS-LANES",
    "department": "works",
    "part": "Markings and kerbs",
}
TAKING_PART: dict[str, Any] = {"id": 1, **TAKING_PART_INPUT}
CATEGORY_INPUT: dict[str, Any] = {"name": "Digital", "description": "What runs on a computer."}
CATEGORY: dict[str, Any] = {"id": 1, **CATEGORY_INPUT, "position": 0, "archived_on": None}
CRITERION_INPUT: dict[str, Any] = {
    "to_stage": "approved",
    "text": "The benefit is worth the money",
    "help": "Named, with a KPI and by when.",
    "required": True,
}
CRITERION: dict[str, Any] = {"id": 7, **CRITERION_INPUT, "position": 0, "archived_on": None}
GATE_INPUT: dict[str, Any] = {
    "initiative": "BUS-LANES",
    "to_stage": "approved",
    "request": "The plan and the money are ready; we ask for approval.",
    "criteria": [{"criterion": 7, "met": True, "note": "Three minutes saved a ride"}],
    "decide_by": "2026-02-28",
}
GATE: dict[str, Any] = {
    "id": 3,
    "initiative": "BUS-LANES",
    "from_stage": "proposed",
    "to_stage": "approved",
    "outcome": "passed_if",
    "request": GATE_INPUT["request"],
    "criteria": [
        {
            "text": "The benefit is worth the money",
            "required": True,
            "met": True,
            "note": "Three minutes saved a ride",
        }
    ],
    "asked_by": "gwen@city.example",
    "asked_at": "2026-02-02T10:00:00Z",
    "decide_by": "2026-02-28",
    "reason": "Worth it.",
    "conditions": "The bridge stays open.",
    "decided_by": "hana@city.example",
    "decided_at": "2026-02-12T15:30:00Z",
}
DECISION: dict[str, Any] = {
    "outcome": "passed_if",
    "reason": "Worth it.",
    "conditions": "The bridge stays open.",
}
