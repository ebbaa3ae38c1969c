"""Examples of the analysis for the OpenAPI document."""

from typing import Any

_OWNED: dict[str, Any] = {"evidence": "Soundings of 2025", "review_on": "2027-01-31"}
_OWNER = {"owner": "noor@city.example"}
_BEGIN: dict[str, Any] = {"id": 7, "plan": "harbour-city"}
_TO_PLAN = {"plan": "harbour-city"}

ITEM_INPUT: dict[str, Any] = {
    **_TO_PLAN,
    "lens": "swot",
    "quadrant": "strength",
    "statement": "Two deep berths that larger ferries can use",
    "impact": 4,
    "likelihood": 5,
    "evidence": "Soundings of 2025",
}
ITEM: dict[str, Any] = {
    **_BEGIN,
    **_OWNED,
    "statement": "Two deep berths that larger ferries can use",
    "lens": "swot",
    "category": "",
    "quadrant": "strength",
    "detail": "",
    "evidence_url": "https://harbour.example/soundings",
    "kpi": "berths",
    "impact": 4,
    "likelihood": 5,
    "course": "",
    "horizon": "",
    "state": "shared",
    "position": 0,
    "contributor": "sam@city.example",
    **_OWNER,
}
ITEM_CHANGE = {"impact": 5, "review_on": "2027-06-30"}
PLACE = {"quadrant": "opportunity", "position": 0}

CAPABILITY_INPUT: dict[str, Any] = {**_TO_PLAN, "name": "Asset upkeep", "now": 2, "wanted": 4}
CAPABILITY: dict[str, Any] = {
    **_BEGIN,
    **_OWNED,
    "name": "Asset upkeep",
    "description": "Mending before it breaks.",
    "now": 2,
    "wanted": 4,
    **_OWNER,
    "gap": 2,
    "position": 0,
}
CAPABILITY_CHANGE = {"now": 3}

COMPETITOR_INPUT: dict[str, Any] = {**_TO_PLAN, "name": "Quayhaven harbour", "share": 38, "threat": 4}
COMPETITOR: dict[str, Any] = {
    **_BEGIN,
    **_OWNED,
    "name": "Quayhaven harbour",
    "description": "Berths for coasters",
    "strengths": "Cheaper dues",
    "weaknesses": "Shallow water",
    "moves": "A second crane",
    "response": "Quick turnaround",
    "share": 38.0,
    "threat": 4,
    **_OWNER,
    "position": 0,
}
COMPETITOR_CHANGE = {"threat": 5}

SCENARIO_INPUT: dict[str, Any] = {**_TO_PLAN, "name": "The great storm", "year": 2029, "impact": 5}
_EFFECT = {"priority": "harbour-city:P3", "effect": 2, "meaning": "Everything depends on walls."}
SCENARIO: dict[str, Any] = {
    **_BEGIN,
    **_OWNED,
    "name": "The great storm",
    "story": "The low streets stand under water.",
    "signposts": "Two warnings in one winter",
    "likelihood": 3,
    "impact": 5,
    "year": 2029,
    **_OWNER,
    "effects": [_EFFECT],
    "position": 0,
}
SCENARIO_CHANGE = {"likelihood": 4}
EFFECTS = {"effects": [_EFFECT]}

_WIRE: dict[str, Any] = {
    "tripwire": "kpi",
    "kpi": "berths",
    "department": None,
    "crossing": "below",
    "threshold": 40.0,
    "trips_on": None,
}
ASSUMPTION_INPUT: dict[str, Any] = {
    **_TO_PLAN,
    "statement": "The harbour brings a tenth of the budget",
    "confidence": 4,
    "impact": 5,
    "owner": "noor@city.example",
    "tripwire": "kpi",
    "kpi": "berths",
    "crossing": "below",
    "threshold": 40,
}
ASSUMPTION: dict[str, Any] = {
    **_BEGIN,
    **_OWNED,
    "statement": "The harbour brings a tenth of the budget",
    "basis": "Dues of the last five years",
    "confidence": 4,
    "impact": 5,
    "priority": "harbour-city:P3",
    "objective": None,
    **_WIRE,
    **_OWNER,
    "state": "holds",
    "tripped_at": "2026-05-02T06:50:00Z",
    "tripped_by": "Berths taken was 38 in April 2026, below 40.",
    "answer": "",
    "answered_by": None,
    "answered_at": None,
    "position": 0,
}
ASSUMPTION_CHANGE = {"confidence": 2}
ANSWER = {"state": "doubtful", "answer": "We ask the lines again in June."}
