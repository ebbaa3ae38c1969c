"""Examples of rounds, options and gaps for the OpenAPI document."""

from typing import Any

from drf_spectacular.utils import OpenApiExample


def sent(name: str, value: dict[str, Any]) -> OpenApiExample:
    """An example of a body."""
    return OpenApiExample(name, value, request_only=True)


ROUND: dict[str, Any] = {
    "id": 3,
    "plan": "harbour-city",
    "name": "What do you see from your desk?",
    "question": "Name what is coming towards us: one thing an item.",
    "lens": "swot",
    "state": "collecting",
    "dots": 5,
    "closes_on": "2026-04-15",
    "begun_by": "sam@city.example",
    "people": [{"person": "vera@city.example", "done": False}],
    "items": 0,
}
ROUND_INPUT: dict[str, Any] = {
    "plan": "harbour-city",
    "name": "What do you see from your desk?",
    "people": ["vera@city.example"],
    "dots": 5,
}
ROUND_ITEM: dict[str, Any] = {
    "id": 12,
    "round": 3,
    "statement": "Two deep berths that larger ferries can use",
    "place": "strength",
    "detail": "",
    "evidence": "Soundings of 2025",
    "evidence_url": "",
    "impact": 4,
    "likelihood": 4,
    "state": "own",
    "contributor": "vera@city.example",
    "merged_into": None,
}
ROUND_ITEM_INPUT: dict[str, Any] = {
    "round": 3,
    "statement": "Two deep berths that larger ferries can use",
    "place": "strength",
}
BOARD = OpenApiExample(
    "A board while people vote",
    {
        "round": 3,
        "state": "voting",
        "left": 3,
        "voted": 1,
        "items": [
            {
                "id": 12,
                "statement": "Two deep berths that larger ferries can use",
                "place": "strength",
                "contributor": "vera@city.example",
                "merged": [14],
                "own_dots": 2,
                "dots": None,
                "rank": None,
            }
        ],
        "duplicates": [{"item": 12, "other": 15, "alike": 0.61}],
    },
    response_only=True,
)
DONE = sent("Nothing to add", {"done": True})
DOTS = sent("Two votes", {"dots": 2})
MERGE = sent("Into another", {"into": 12})
OPTION: dict[str, Any] = {
    "id": 2,
    "plan": "harbour-city",
    "kind": "so",
    "name": "A winter port for the ferry line",
    "description": "Full berths in February too.",
    "items": [12, 18],
    "value": 3,
    "effort": 3,
    "state": "considered",
    "reason": "",
    "priority": None,
}
OPTION_INPUT: dict[str, Any] = {
    "plan": "harbour-city",
    "name": "A winter port for the ferry line",
    "items": [12, 18],
    "value": 3,
    "effort": 3,
}
CHOOSE = sent("A new priority", {"code": "P5", "name": "A harbour for all seasons", "serves": [4]})
DROP = sent("Not now", {"reason": "The berths are needed for repairs until 2028."})
PART: dict[str, Any] = {
    "id": 4,
    "plan": "harbour-city",
    "of": "vision",
    "text": "A child can walk to school",
    "meaning": "Short, safe ways on foot in every quarter.",
    "position": 0,
    "priorities": ["harbour-city:P1"],
}
PART_INPUT: dict[str, Any] = {"plan": "harbour-city", "of": "vision", "text": "A child can walk to school"}
PRIORITY_LINKS: dict[str, Any] = {
    "id": 1,
    "ref": "harbour-city:P1",
    "plan": "harbour-city",
    "serves": [4],
    "answers": [12, 18],
    "options": [2],
}
GAPS: dict[str, Any] = {
    "plan": "harbour-city",
    "gaps": [
        {
            "kind": "part_without_priority",
            "id": 6,
            "what": "for people who cannot choose another city hall",
            "detail": "Mission",
            "mend": "No priority serves this part of the mission: link one, or add one.",
            "url": "/strategy/statement/harbour-city/#part-6",
        }
    ],
}
