"""Examples of ratings and reviews for the OpenAPI document."""

from typing import Any

RATING_INPUT: dict[str, Any] = {
    "risk": "STORM-SURGE",
    "kind": "current",
    "likelihood": 3,
    "impact": 4,
    "rationale": "Two surges above the old mark in five winters",
    "rated_on": "2026-09-01",
    "knowledge": "strong",
}
RATING: dict[str, Any] = {
    "id": 31,
    **{name: value for name, value in RATING_INPUT.items() if name != "knowledge"},
    "matrix": 1,
    "score": 12,
    "band": "High",
    "assessor": "gwen@city.example",
    "rated_at": "2026-09-01T09:00:00Z",
}
REVIEW_INPUT: dict[str, Any] = {
    "risk": "STORM-SURGE",
    "outcome": "kept",
    "note": "The wall is on its way; the winter decides.",
    "next_review_on": "2026-12-01",
}
REVIEW: dict[str, Any] = {
    "id": 5,
    **REVIEW_INPUT,
    "reviewed_on": "2026-09-01",
    "reviewed_by": "gwen@city.example",
}
