"""An example of a KPI's explanation for the OpenAPI document."""

from drf_spectacular.utils import OpenApiExample

MISSING = {
    "kpi": "complaints",
    "department": "parks",
    "period": "2026-03",
    "due_on": "2026-04-15",
    "steward": "sam@city.example",
    "awaiting_approval": False,
}
CELL_EXPLANATION = OpenApiExample(
    "A quarter",
    {
        "kpi": "complaints",
        "name": "Complaints about roads and parks",
        "unit": "complaints",
        "department": "works",
        "period": "2026-Q1",
        "shown_period": "2026-Q1",
        "against": "2025-Q4",
        "as_of": "2026-04-30",
        "value": 150.0,
        "value_before": 140.0,
        "direction": "down",
        "target_to_date": 150.0,
        "red_line": 200.0,
        "best": None,
        "worst": None,
        "band_to": None,
        "red_line_above": None,
        "score": 66.667,
        "score_text": "33.3 + 33.3 × (150 − 200) ÷ (150 − 200) = 66.7",
        "status": "green",
        "coverage": 0.833,
        "reported": 5,
        "expected": 6,
        "before": 73.333,
        "change": -6.667,
        "effects": {
            "actuals": -6.667,
            "anchors": 0.0,
            "weights": 0.0,
            "membership": 0.0,
            "definitions": 0.0,
        },
        "departments": [
            {
                "department": "roads",
                "own": False,
                "value": 120.0,
                "share": 0.8,
                "change": 5.0,
                "status": "green",
                "coverage": 1.0,
            }
        ],
        "formula": "",
        "inputs": [],
        "missing": [MISSING],
    },
    response_only=True,
)
