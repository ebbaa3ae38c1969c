"""Examples of prioritisation for the OpenAPI document."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

CRITERION_INPUT: dict[str, Any] = {
    "name": "Effort",
    "help": "1: days of a few people. 5: years of many.",
    "weight": 2.0,
    "better": "low",
    "axis": "effort",
}
CRITERION: dict[str, Any] = {"id": 4, **CRITERION_INPUT, "position": 3, "archived_on": None}
ROUND_INPUT: dict[str, Any] = {
    "name": "What to begin in 2027",
    "note": "Score as if all of them were paid for.",
    "closes_on": "2026-12-11",
    "initiatives": ["CYCLE-LOOP", "SHORE-POWER"],
    "scorers": ["executive@demo.example", "smo@demo.example"],
}
ROUND: dict[str, Any] = {
    "id": 2,
    **{name: value for name, value in ROUND_INPUT.items() if name != "scorers"},
    "state": "open",
    "begun_by": "smo@demo.example",
    "scorers": [{"person": "executive@demo.example", "done": False}],
}
SCORE_INPUT: dict[str, Any] = {
    "round": 2,
    "initiative": "CYCLE-LOOP",
    "criterion": 4,
    "value": 4,
    "note": "Three bridges",
}
SCORE: dict[str, Any] = {"id": 17, **SCORE_INPUT, "scorer": "executive@demo.example"}
DONE = OpenApiExample("Through", {"done": True}, request_only=True)
RESULT = OpenApiExample(
    "A result",
    {
        "round": 2,
        "criteria": [{"id": 4, "name": "Effort", "weight": 2.0, "better": "low", "axis": "effort"}],
        "initiatives": [
            {
                "initiative": "CYCLE-LOOP",
                "rank": 1,
                "score": 71.3,
                "lowest": 58.0,
                "highest": 84.1,
                "deviation": 9.8,
                "value": 80.2,
                "effort": 62.5,
                "given": 10,
                "asked": 10,
                "apart": [4],
            }
        ],
    },
    response_only=True,
)
