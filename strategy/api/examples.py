"""Examples for the OpenAPI document."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

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
                    "assessment": "amber",
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
                            "override": None,
                            "signal": 1,
                            "reading": "find_the_cause",
                        }
                    ],
                }
            ],
        }
    ],
    "priorities": [{"code": "S1", "name": "A city that works", **_NODE}],
}

_PLAN_WORDS: dict[str, Any] = {
    "name": "Harbour City 2030",
    "description": "",
    "vision": "Everyone lives well here.",
    "vision_meaning": "",
    "mission": "We look after the city.",
    "mission_meaning": "",
    "starts_on": "2026-01-01",
    "ends_on": "2030-12-31",
    "min_coverage": 0.5,
}
PLAN: dict[str, Any] = {
    "id": 1,
    "code": "harbour-city",
    **_PLAN_WORDS,
    "kind": "organisation",
    "revises": None,
    "state": "active",
    "values": [{"name": "Candour", "description": "We say it plainly."}],
    "created_at": "2026-01-01T08:00:00Z",
}
PLAN_INPUT: dict[str, Any] = {"code": "harbour-city", **_PLAN_WORDS}
PLAN_VALUE_INPUT: dict[str, Any] = {
    "plan": "harbour-city",
    "name": "Candour",
    "description": "We say it plainly.",
}
PLAN_VALUE: dict[str, Any] = {"id": 1, **PLAN_VALUE_INPUT, "position": 0, "archived_on": None}
PERSPECTIVE: dict[str, Any] = {
    "id": 1,
    "ref": "harbour-city:residents",
    "plan": "harbour-city",
    "code": "residents",
    "name": "Residents and place",
    "position": 0,
    "archived_on": None,
    "question": "What do people notice?",
    "weight": 30.0,
}
PERSPECTIVE_INPUT: dict[str, Any] = {
    "plan": "harbour-city",
    "code": "residents",
    "name": "Residents and place",
    "weight": 30,
}
PRIORITY: dict[str, Any] = {
    "id": 1,
    "ref": "harbour-city:P1",
    "plan": "harbour-city",
    "code": "P1",
    "name": "A city without detours",
    "position": 0,
    "archived_on": None,
    "description": "Short ways and safe streets.",
}
PRIORITY_INPUT: dict[str, Any] = {"plan": "harbour-city", "code": "P1", "name": "A city without detours"}
OBJECTIVE: dict[str, Any] = {
    "id": 5,
    "ref": "harbour-city:O5",
    "plan": "harbour-city",
    "code": "O5",
    "name": "Mended once, mended well",
    "description": "Faults do not come back.",
    "perspective": "residents",
    "priority": "P1",
    "weight": 2.0,
    "owner": "vera@city.example",
    "lead": "ROADS",
    "starts_on": None,
    "ends_on": None,
    "archived_on": None,
    "kpis": [{"kpi": "complaints", "weight": 1.0}],
    "supporting": [{"department": "WASTE", "note": "Crews report faults on their rounds."}],
    "team": [{"person": "iker@city.example", "part": "Parks"}],
}
OBJECTIVE_INPUT: dict[str, Any] = {
    "plan": "harbour-city",
    "code": "O5",
    "name": "Mended once, mended well",
    "perspective": "residents",
    "priority": "P1",
    "weight": 2,
    "lead": "ROADS",
    "kpis": [{"kpi": "complaints"}],
}
STRATML = [
    OpenApiExample(
        "A plan",
        "<StrategicPlan><Name>Harbour plan</Name><StrategicPlanCore><Goal><Name>Calm water</Name></Goal>"
        "</StrategicPlanCore></StrategicPlan>",
        media_type=media_type,
        request_only=True,
    )
    for media_type in ("application/xml", "application/stratml+xml", "text/xml")
] + [
    OpenApiExample(
        "Imported",
        {
            "plan": "harbour-plan",
            "state": "active",
            "priorities": 1,
            "objectives": 0,
            "kpis": 0,
            "targets": 0,
            "measurements": 0,
            "stakeholders": 0,
            "warnings": [{"line": 1, "message": "The plan has no name."}],
        },
        response_only=True,
        status_codes=["200", "201"],
    )
]
RESTATEMENTS: dict[str, Any] = {
    "plan": "harbour-2030",
    "department": "city",
    "period": "2026-Q1",
    "since": "2026-04-30",
    "until": "2026-06-30",
    "arrived": 3,
    "changes": [
        {
            "kind": "value",
            "code": "complaints",
            "name": "Complaints",
            "department": "Roads",
            "period": "March 2026",
            "before": "20",
            "after": "30",
            "old": 20.0,
            "new": 30.0,
            "at": "2026-05-04T08:00:00Z",
            "by": "Sam Staff",
            "reason": "Late forms added",
        }
    ],
    "effects": [
        {
            "kind": "plan",
            "code": "harbour-2030",
            "name": "Harbour 2030",
            "score_then": 64.1,
            "status_then": "amber",
            "score_now": 61.3,
            "status_now": "amber",
            "change": -2.8,
        }
    ],
}
FINDINGS = OpenApiExample(
    "A mean of percentages",
    {
        "plan": "harbour-2030",
        "findings": [
            {
                "rule": "averaged_ratio",
                "severity": "wrong",
                "kpi": "resolution",
                "objectives": ["O1"],
                "what": "A mean of ratios over departments",
                "why": "A small department counts as much as a large one, so the mean is not the whole's.",
                "mend": "Make it a formula of the two sums, or weigh the departments.",
                "url": "/performance/define/resolution/",
            }
        ],
    },
    response_only=True,
)
