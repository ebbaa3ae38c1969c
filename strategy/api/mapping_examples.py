"""Examples of the strategy map for the OpenAPI document."""

from typing import Any

CLAIM: dict[str, Any] = {
    "id": 1,
    "cause": "harbour-city:O8",
    "effect": "harbour-city:O5",
    "influence": "helps",
    "lag_months": 6,
    "note": "Crews that know the street mend it for good.",
}
CLAIM_INPUT: dict[str, Any] = {key: value for key, value in CLAIM.items() if key != "id"}
CLAIM_CHANGE: dict[str, Any] = {"lag_months": 9}

STRATEGY_MAP: dict[str, Any] = {
    "code": "harbour-city",
    "name": "Harbour City 2030",
    "department": "city",
    "period": "2026-Q1",
    "as_of": "2026-05-04",
    "lanes": [
        {
            "perspective": "service",
            "name": "Service delivery",
            "score": 65.7,
            "status": "amber",
            "objectives": [
                {
                    "code": "O5",
                    "name": "Mended once, mended well",
                    "lead": "works",
                    "score": 71.5,
                    "status": "green",
                    "coverage": 1.0,
                    "change": 10.0,
                    "red_child": False,
                }
            ],
        }
    ],
    "arrows": [
        {
            "id": 1,
            "cause": "O8",
            "effect": "O5",
            "influence": "helps",
            "lag_months": 6,
            "note": "Crews that know the street mend it for good.",
            "evidence": {
                "word": "together",
                "agrees": True,
                "frequency": "month",
                "lag": 6,
                "pairs": 42,
                "coefficient": 0.48,
                "low": 0.19,
                "high": 0.69,
            },
        }
    ],
}
ARRANGEMENT: dict[str, Any] = {"objective": "O5", "perspective": "service", "place": 0}
LANE: dict[str, Any] = {"perspective": "service", "objectives": ["O5", "O6", "O7"]}
