"""Examples of affected groups, ratings and actions for the OpenAPI document."""

from typing import Any

GROUP_INPUT: dict[str, Any] = {
    "initiative": "BUS-LANES",
    "name": "Bus drivers of lines 1 to 6",
    "department": "transport",
    "people": 140,
    "impact": 4,
    "change": "New stops, new timetable, no overtaking on the lane.",
    "resistance": "They fear shorter breaks, because the buses are on time.",
}
GROUP: dict[str, Any] = {"id": 1, **GROUP_INPUT, "barrier": "desire", "position": 0}
RATING_INPUT: dict[str, Any] = {
    "group": 1,
    "rated_on": "2026-10-31",
    "awareness": 5,
    "desire": 2,
    "knowledge": 3,
    "ability": 3,
    "reinforcement": None,
    "note": "Talks at the depots in October.",
}
RATING: dict[str, Any] = {
    "id": 1,
    "initiative": "BUS-LANES",
    **RATING_INPUT,
    "rated_by": "hana@city.example",
}
_ACTION: dict[str, Any] = {
    "group": 1,
    "name": "Agree with the drivers how long breaks stay",
    "dimension": "desire",
    "owner": "hana@city.example",
    "due_on": "2026-12-15",
}
ACTION_INPUT: dict[str, Any] = _ACTION
ACTION: dict[str, Any] = {
    "id": 1,
    "initiative": "BUS-LANES",
    **_ACTION,
    "state": "open",
    "done_on": None,
    "position": 0,
}
