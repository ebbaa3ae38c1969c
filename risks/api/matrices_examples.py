"""Examples of matrices, categories, causes and losses for the OpenAPI document."""

from typing import Any

_LEVELS = [{"label": label, "text": ""} for label in ("Low", "Medium", "High")]
MATRIX_INPUT: dict[str, Any] = {
    "name": "Three by three",
    "likelihoods": _LEVELS,
    "impacts": _LEVELS,
    "scoring": "product",
    "bands": [
        {"key": "low", "label": "Low", "tone": "low", "least": 1, "review_months": 12},
        {"key": "high", "label": "High", "tone": "high", "least": 5, "review_months": 3},
    ],
}
MATRIX: dict[str, Any] = {"id": 1, "version": 1, **MATRIX_INPUT, "table": [], "is_current": True}
CATEGORY_INPUT: dict[str, Any] = {
    "name": "Nature",
    "description": "Weather, sea and ground",
    "appetite": 9,
    "appetite_words": "A wet cellar, not a drowned street.",
}
CATEGORY: dict[str, Any] = {"id": 2, **CATEGORY_INPUT, "position": 0, "archived_on": None}
CAUSE_INPUT: dict[str, Any] = {"name": "A hard winter", "strength": 0.5}
CAUSE: dict[str, Any] = {"id": 3, **CAUSE_INPUT}
APPETITE_INPUT: dict[str, Any] = {"loss": "5000000.00", "probability": 0.1}
APPETITE: dict[str, Any] = {"id": 4, **APPETITE_INPUT}
