"""Examples of risks in numbers and of exposure runs for the OpenAPI document."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

QUANTITY_INPUT: dict[str, Any] = {
    "risk": "STORM-SURGE",
    "probability": 0.04,
    "spread": "three_point",
    "low": 2000000.0,
    "likely": 6000000.0,
    "high": 30000000.0,
    "after_probability": 0.01,
    "after_factor": 0.5,
    "basis": "Tide gauge since 1931, claims of the last flood.",
}
QUANTITY: dict[str, Any] = {
    "id": 1,
    **QUANTITY_INPUT,
    "estimated_by": "hana@city.example",
    "estimated_on": "2026-10-31",
}
RUN_INPUT: dict[str, Any] = {"name": "Autumn", "seed": 1, "years": 100000, "department": "works"}
_EXPECTED: dict[str, float] = {"value": 2010000.0, "low": 1985000.0, "high": 2035000.0}
RUN: dict[str, Any] = {
    "id": 1,
    **RUN_INPUT,
    "category": "",
    "kind": "",
    "risks": 14,
    "without_numbers": 3,
    "expected": _EXPECTED,
    "expected_after": {"value": 1100000.0, "low": 1083000.0, "high": 1117000.0},
    "made_by": "hana@city.example",
    "made_at": "2026-10-31T09:00:00Z",
}
RESULT = OpenApiExample(
    "A result",
    {
        "run": 1,
        "inputs": {
            "scope": {"department": "works", "category": "", "kind": ""},
            "risks": [
                {
                    "code": "STORM-SURGE",
                    "title": "A surge above the western wall",
                    "kind": "threat",
                    "cause": "A hard winter",
                    "cost": 3500000.0,
                    **{
                        name: value for name, value in QUANTITY_INPUT.items() if name not in ("risk", "basis")
                    },
                }
            ],
            "causes": {"A hard winter": 0.4},
            "without": [{"code": "CYBER", "title": "Somebody locks our data"}],
            "appetite": [{"loss": 5000000.0, "most": 0.1}],
        },
        "result": {
            "now": {"expected": _EXPECTED, "deviation": 2600000.0},
            "after": {"expected": _EXPECTED, "deviation": 1300000.0},
            "parts": [{"key": "STORM-SURGE", "expected": _EXPECTED, "share": 0.61, "cost": 3500000.0}],
            "curve": [{"loss": 5000000.0, "now": {"value": 0.08, "low": 0.078, "high": 0.082}}],
            "appetite": [{"loss": 5000000.0, "most": 0.1, "verdict": "within"}],
        },
    },
    response_only=True,
)
