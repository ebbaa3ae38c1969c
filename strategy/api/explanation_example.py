"""An example of a score's explanation for the OpenAPI document."""

from drf_spectacular.utils import OpenApiExample

from kpis.api.explanation_example import MISSING

_EFFECTS = {"actuals": 4.0, "anchors": -0.9, "weights": 0.0, "membership": 0.0, "definitions": 0.0}

EXPLANATION = OpenApiExample(
    "An objective",
    {
        "plan": "harbour-2030",
        "kind": "objective",
        "code": "O1",
        "name": "Streets that people complain about less",
        "department": "works",
        "period": "2026-Q1",
        "as_of": "2026-04-30",
        "against": "2025-Q4",
        "score": 64.444,
        "status": "amber",
        "coverage": 0.833,
        "before": 61.344,
        "change": 3.1,
        "effects": _EFFECTS,
        "children": [
            {
                "kind": "kpi",
                "code": "resolution_rate",
                "name": "Complaints resolved",
                "weight": 1.0,
                "effective_weight": 1.0,
                "score": 64.444,
                "points": 64.444,
                "status": "amber",
                "coverage": 0.833,
                "before": 61.344,
                "change": 3.1,
                "effects": _EFFECTS,
                "gone": False,
            }
        ],
        "movers": [
            {
                "kpi": "resolution_rate",
                "name": "Complaints resolved",
                "objective": "Streets that people complain about less",
                "change": 3.1,
                "effects": _EFFECTS,
                "value_before": 88.133,
                "value": 89.333,
            }
        ],
        "missing": [
            {
                "kpi": "resolution_rate",
                "name": "Complaints resolved",
                "status": "amber",
                "reported": 5,
                "expected": 6,
                "values": [MISSING],
            }
        ],
        "lifts": [
            {
                "kpi": "resolution_rate",
                "name": "Complaints resolved",
                "value": 90.0,
                "now": 89.333,
                "score": 66.667,
                "status": "green",
            }
        ],
        "holds": [
            {
                "kpi": "resolution_rate",
                "name": "Complaints resolved",
                "value": 80.0,
                "now": 89.333,
                "score": 33.333,
                "status": "red",
            }
        ],
        "computed_at": "2026-04-30T09:15:02Z",
        "computing": False,
    },
    response_only=True,
)
