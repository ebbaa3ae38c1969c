"""Examples of the cascade for the OpenAPI document."""

from typing import Any

AGREEMENT: dict[str, Any] = {
    "side": "department",
    "decision": "agreed",
    "by": "head@city.example",
    "at": "2026-03-02T09:00:00Z",
    "comment": "",
    "version": None,
    "stands": True,
}
DEPARTMENT_PLAN: dict[str, Any] = {
    "id": 7,
    "code": "harbour-city-transport",
    "name": "Transport plan",
    "description": "What buses and the ferry do for the strategy.",
    "kind": "department",
    "function": "",
    "department": "transport",
    "part_of": "harbour-city",
    "state": "consultation",
    "stage": "proposed",
    "starts_on": "2026-01-01",
    "ends_on": "2030-12-31",
    "agreements": [AGREEMENT],
}
DEPARTMENT_PLAN_INPUT: dict[str, Any] = {
    "part_of": "harbour-city",
    "department": "transport",
    "name": "Transport plan",
}
STEP: dict[str, Any] = {"step": "propose", "comment": "Agreed with Works."}
OWN_OBJECTIVE: dict[str, Any] = {
    "above": "harbour-city:O5",
    "kind": "supports",
    "name": "Depots that answer for their own lines",
    "note": "What the depot mends itself is mended the same day.",
}
CONTRIBUTION: dict[str, Any] = {
    "id": 3,
    "objective": "harbour-city-transport:D1",
    "above": "harbour-city:O5",
    "kind": "supports",
    "note": "What the depot mends itself is mended the same day.",
}
CONTRIBUTION_INPUT: dict[str, Any] = {key: value for key, value in CONTRIBUTION.items() if key != "id"}
ACTIVITY: dict[str, Any] = {
    "id": 4,
    "plan": "harbour-city-transport",
    "name": "Walk every line once a quarter",
    "description": "As a passenger sees it.",
    "objective": "harbour-city-transport:D1",
    "who": "vera@city.example",
    "starts_on": None,
    "due_on": "2026-12-31",
    "budget": "4800.00",
    "state": "under_way",
    "position": 0,
}
ACTIVITY_INPUT: dict[str, Any] = {
    "plan": "harbour-city-transport",
    "name": "Walk every line once a quarter",
    "due_on": "2026-12-31",
}
SECTION: dict[str, Any] = {
    "id": 5,
    "plan": "harbour-city-transport",
    "title": "Where we stand",
    "text": "Two of our three depots run on time.",
    "position": 0,
}
SECTION_INPUT: dict[str, Any] = {
    "plan": "harbour-city-transport",
    "title": "Where we stand",
    "text": "Two of our three depots run on time.",
}
ALIGNMENT: dict[str, Any] = {
    "plan": "harbour-city",
    "departments": ["streets", "homes"],
    "objectives": [
        {
            "code": "O5",
            "name": "Mended once, mended well",
            "perspective": "service",
            "owner": "vera@city.example",
            "lead": "works",
            "kpis": 3,
            "ties": [
                {"department": "works", "tie": "owns", "objective": None, "note": ""},
                {
                    "department": "transport",
                    "tie": "supports",
                    "objective": "harbour-city-transport:D1",
                    "note": "What the depot mends itself is mended the same day.",
                },
            ],
        }
    ],
    "gaps": [{"kind": "unowned", "objective": "harbour-city:O7", "department": None, "kpi": None}],
}
