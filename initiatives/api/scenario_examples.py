"""Examples of scenarios for the OpenAPI document."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

LIMITS: dict[str, Any] = {
    "money": {"capital": [5000000.0, 3000000.0]},
    "people": {"engineering": [6.0, None]},
    "must": ["SEA-WALL"],
    "never": [],
    "exclusions": [["CYCLE-LOOP", "BUS-LANES"]],
    "prerequisites": [["PERMIT-BOT", "ONLINE-PERMITS"]],
    "earliest": {"SHORE-POWER": 2028},
    "shares": {"priority:P3": 0.2},
    "committed": True,
    "later": 0.05,
    "whole": False,
}
SCENARIO_INPUT: dict[str, Any] = {
    "name": "Half a million less",
    "plan": "harbour-city",
    "round": 1,
    "first_year": 2027,
    "years": 2,
    "limits": LIMITS,
}
SCENARIO: dict[str, Any] = {
    "id": 3,
    "note": "",
    **SCENARIO_INPUT,
    "state": "solved",
    "progress": {"step": "frontier", "done": 8, "of": 9, "value": 214.6, "gap": 0.0},
    "value": 214.6,
    "gap": 0.0,
    "chosen": [{"initiative": "SEA-WALL", "year": 2027}, {"initiative": "ONLINE-PERMITS", "year": 2028}],
    "made_by": "smo@demo.example",
    "made_at": "2026-11-22T09:00:00Z",
    "finished_at": "2026-11-22T09:00:04Z",
    "adopted_by": None,
    "adopted_at": None,
}
RESULT = OpenApiExample(
    "A result",
    {
        "scenario": 3,
        "state": "solved",
        "years": [2027, 2028],
        "inputs": [
            {
                "code": "SEA-WALL",
                "name": "Raise the western sea wall",
                "stage": "active",
                "committed": True,
                "value": 41.2,
                "valued": True,
                "planned": 2026,
                "money": {"capital": [2000000.0, 0.0]},
                "people": {"engineering": [2.0, 1.0]},
                "aims": {"objective:O4": 1.0, "priority:P3": 1.0},
            }
        ],
        "result": {
            "solved": "best",
            "value": 214.6,
            "gap": 0.0,
            "starts": {"SEA-WALL": 0},
            "money": [2000000.0, 0.0],
            "usage": [{"limit": "money", "kind": "capital", "year": 0, "most": 5000000.0, "used": 2000000.0}],
            "forced": [],
            "limits": [],
            "frontier": [],
            "conflict": None,
        },
    },
    response_only=True,
)
