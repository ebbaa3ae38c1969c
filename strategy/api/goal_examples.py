"""Examples of goals, steps and commentaries for the OpenAPI document."""

from typing import Any

_GOAL: dict[str, Any] = {
    "objective": "harbour-city:O1",
    "statement": "88 % of buses leave at most five minutes late",
    "kpi": "bus-on-time",
    "department": "transport",
    "baseline": 72.0,
    "baseline_on": "2025-12-31",
    "target": 88.0,
    "due_on": "2027-12-31",
    "owner": "hana@city.example",
    "resources": "Two planners, signals at nine crossings",
    "budget": "240000.00",
    "relevance": "Unreliable buses are the first reason to drive.",
}
GOAL_INPUT: dict[str, Any] = _GOAL
GOAL: dict[str, Any] = {
    "id": 1,
    "plan": "harbour-city",
    **_GOAL,
    "state": "open",
    "closing_note": "",
    "archived_on": None,
    "smart": {
        "met": 4,
        "letters": [
            {
                "letter": "S",
                "verdict": "met",
                "checks": [
                    {"verdict": "met", "says": "It names one outcome.", "field": ""},
                    {"verdict": "met", "says": "Hana Head answers for it.", "field": ""},
                ],
            },
            {
                "letter": "A",
                "verdict": "not_met",
                "checks": [
                    {
                        "verdict": "not_met",
                        "says": "It needs 8.5 % a year; the best year so far brought only 5 %.",
                        "field": "target",
                    }
                ],
            },
        ],
    },
    "progress": {
        "value": 81.0,
        "on": "2026-10-31",
        "expected": 78.7,
        "ahead": 2.3,
        "share": 0.5625,
        "expected_share": 0.416,
        "pace": "ahead",
    },
    "suggested_state": "",
}
STEP_INPUT: dict[str, Any] = {
    "goal": 1,
    "name": "Give buses green at nine crossings",
    "who": "gwen@city.example",
    "due_on": "2027-03-31",
}
STEP: dict[str, Any] = {"id": 1, **STEP_INPUT, "state": "planned", "done_on": None}
COMMENTARY_INPUT: dict[str, Any] = {
    "objective": "harbour-city:O1",
    "period": "2026-Q3",
    "text": "The quay bridge was closed for three weeks; buses went around it.",
    "assessment": "amber",
}
COMMENTARY: dict[str, Any] = {
    "id": 1,
    "plan": "harbour-city",
    **COMMENTARY_INPUT,
    "computed": {"score": 31.4, "status": "red"},
    "differs": True,
    "author": "hana@city.example",
    "written_at": "2026-10-12T08:30:00Z",
}
