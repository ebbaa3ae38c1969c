"""Examples of people, money and technology for the OpenAPI document."""

from typing import Any

ALLOCATION_INPUT: dict[str, Any] = {
    "initiative": "BUS-LANES",
    "department": "roads",
    "skill": "engineering",
    "person": None,
    "first_month": "2026-09",
    "last_month": "2027-07",
    "fte": 1.0,
    "note": "Crossings",
}
ALLOCATION: dict[str, Any] = {"id": 1, **ALLOCATION_INPUT}
CAPACITY_INPUT: dict[str, Any] = {
    "department": "roads",
    "skill": "engineering",
    "first_month": "2026-01",
    "last_month": None,
    "fte": 2.5,
    "note": "",
}
CAPACITY: dict[str, Any] = {"id": 1, **CAPACITY_INPUT}
MONEY_INPUT: dict[str, Any] = {
    "initiative": "BUS-LANES",
    "year": 2027,
    "kind": "capital",
    "source": "City budget",
    "budget": "1400000.00",
    "committed": "300000.00",
    "actual": None,
    "forecast": "1450000.00",
    "note": "",
}
MONEY: dict[str, Any] = {"id": 1, **MONEY_INPUT}
SKILL_INPUT: dict[str, Any] = {"code": "engineering", "name": "Engineering"}
SKILL: dict[str, Any] = {"id": 1, **SKILL_INPUT, "archived_on": None}
SOURCE_INPUT: dict[str, Any] = {"name": "State grant"}
SOURCE: dict[str, Any] = {"id": 1, **SOURCE_INPUT, "archived_on": None}
TECHNOLOGY_INPUT: dict[str, Any] = {
    "code": "test-environment",
    "name": "Test environment",
    "kind": "environment",
    "department": "strategy",
    "quantity": 1.0,
    "unit": "at a time",
    "description": "",
}
TECHNOLOGY: dict[str, Any] = {"id": 1, **TECHNOLOGY_INPUT, "archived_on": None}
USE_INPUT: dict[str, Any] = {
    "initiative": "ONLINE-PERMITS",
    "technology": "test-environment",
    "quantity": 1.0,
    "starts_on": "2026-11-01",
    "ends_on": "2027-01-28",
    "note": "Acceptance",
}
USE: dict[str, Any] = {"id": 1, **USE_INPUT}
LOAD: dict[str, Any] = {
    "first_month": "2027-03",
    "last_month": "2027-03",
    "teams": [
        {
            "department": "roads",
            "skill": "engineering",
            "months": [
                {
                    "month": "2027-03",
                    "capacity": 2.5,
                    "demand": 3.0,
                    "proposed": 0.0,
                    "gap": -0.5,
                    "state": "over",
                    "initiatives": [
                        {"initiative": "BUS-LANES", "fte": 1.0},
                        {"initiative": "CYCLE-LOOP", "fte": 2.0},
                    ],
                }
            ],
        }
    ],
    "people": [
        {
            "person": "samuel@city.example",
            "month": "2027-03",
            "fte": 1.2,
            "initiatives": [
                {"initiative": "ONLINE-PERMITS", "fte": 0.6},
                {"initiative": "PERMIT-BOT", "fte": 0.6},
            ],
        }
    ],
}
FOLLOWS: dict[str, Any] = {
    "plan": "harbour-city",
    "year": 2027,
    "scores_of": "Q3 2026",
    "budget": "12400000.00",
    "fte": 21.5,
    "unserved": {"budget": "60000.00", "fte": 0.0},
    "objectives": [
        {
            "code": "O10",
            "name": "Spend what we have",
            "weight_share": 0.1,
            "budget": "0.00",
            "budget_share": 0.0,
            "fte": 0.0,
            "fte_share": 0.0,
            "score": 41.2,
            "status": "amber",
            "initiatives": [],
            "flags": ["unfunded"],
        }
    ],
    "priorities": [
        {
            "code": "P1",
            "name": "A city without detours",
            "weight_share": 0.23,
            "budget": "6310000.00",
            "budget_share": 0.51,
            "fte": 8.1,
            "fte_share": 0.38,
            "score": 48.0,
            "status": "amber",
        }
    ],
    "initiatives": [{"initiative": "STORM-SIRENS", "flag": "no_budget"}],
}
