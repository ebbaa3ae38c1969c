"""Examples for the OpenAPI document."""

from typing import Any

_NODE = {"score": 64.444, "status": "amber", "coverage": 0.833, "change": -2.1}

SCORECARD: dict[str, Any] = {
    "code": "harbour-2030",
    "name": "Harbour 2030",
    **_NODE,
    "department": "works",
    "period": "2026-Q1",
    "as_of": "2026-04-30",
    "computed_at": "2026-04-30T09:15:02Z",
    "computing": False,
    "perspectives": [
        {
            "code": "P1",
            "name": "Residents",
            **_NODE,
            "weight": 1.0,
            "objectives": [
                {
                    "code": "O1",
                    "name": "Streets that people complain about less",
                    **_NODE,
                    "weight": 2.0,
                    "kpis": [
                        {
                            "code": "resolution_rate",
                            "name": "Complaints resolved",
                            **_NODE,
                            "unit": "%",
                            "weight": 1.0,
                            "value": 89.333,
                            "target": 90.0,
                            "target_to_date": 90.0,
                            "band_to": None,
                            "red_line": 80.0,
                            "reported": 5,
                            "expected": 6,
                            "shown_period": "2026-Q1",
                            "marks": ["to_date"],
                        }
                    ],
                }
            ],
        }
    ],
    "priorities": [{"code": "S1", "name": "A city that works", **_NODE}],
}
