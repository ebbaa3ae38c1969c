"""Examples of versions and revisions for the OpenAPI document."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

_SAID: dict[str, Any] = {
    "title": "A bolder housing goal",
    "reason": "The census shows more people than we planned for.",
    "since": "2027-01-01",
}
REVISION: dict[str, Any] = {
    "id": 3,
    "plan": "harbour-city",
    "branch": "harbour-city-r3",
    **_SAID,
    "state": "proposed",
    "begun_by": "smo@city.example",
    "begun_at": "2026-11-02T08:00:00Z",
    "proposed_at": "2026-11-09T08:00:00Z",
    "decided_by": None,
    "decided_at": None,
    "comment": "",
    "before": None,
    "after": None,
}
REVISION_INPUT: dict[str, Any] = {"plan": "harbour-city", **_SAID}
STEP: dict[str, Any] = {"step": "propose"}
_DIFFERENCE: dict[str, Any] = {
    "key": "objective:12",
    "kind": "Objective",
    "name": "O3 Homes for all",
    "deed": "changed",
    "facts": [{"label": "Weight", "before": "1", "after": "2"}],
}
DIFFERENCES = OpenApiExample("One weight", _DIFFERENCE, response_only=True)
COMPARISON = OpenApiExample(
    "One weight", {"changes": [_DIFFERENCE], "clashes": [], "behind": False}, response_only=True
)
VERSION: dict[str, Any] = {
    "id": 7,
    "plan": "harbour-city",
    "number": 2,
    "reason": "A bolder housing goal",
    "made_by": "executive@city.example",
    "made_at": "2026-11-12T08:00:00Z",
    "snapshot": {"format": 1, "elements": {"value:1": {"name": "Candour"}}},
}
