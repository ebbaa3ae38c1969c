"""Examples of contingency plans and their steps for the OpenAPI document."""

from typing import Any

PLAN_INPUT: dict[str, Any] = {
    "risk": "STORM-SURGE",
    "name": "Pumps and sandbags",
    "trigger": "The tide table says 3.2 m or more",
    "owner": "gwen@city.example",
    "resources": "Four pumps, twenty people",
    "cost": "180000.00",
    "tested_on": "2026-03-02",
    "test_result": "Three of four pumps ran.",
}
PLAN: dict[str, Any] = {
    "id": 4,
    **PLAN_INPUT,
    "state": "ready",
    "called_at": None,
    "called_by": None,
    "called_why": "",
    "ended_at": None,
    "outcome": "",
}
CALL: dict[str, Any] = {"reason": "3.4 m announced for tonight"}
END: dict[str, Any] = {"outcome": "Two cellars wet, no street"}
STEP_INPUT: dict[str, Any] = {
    "plan": 4,
    "name": "Bring the pumps to the fish market",
    "who": "gwen@city.example",
    "within_hours": 4,
}
STEP: dict[str, Any] = {"id": 8, "risk": "STORM-SURGE", **STEP_INPUT, "done_at": None, "position": 0}
