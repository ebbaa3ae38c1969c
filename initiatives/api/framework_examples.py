"""Examples of methods and answers for the OpenAPI document."""

from typing import Any

METHOD_INPUT: dict[str, Any] = {
    "code": "staged",
    "name": "Staged",
    "summary": "One stage after the other, each with a decision before the next.",
    "guidance": "Fits what cannot be undone.",
}
METHOD: dict[str, Any] = {"id": 1, **METHOD_INPUT, "archived_on": None}
STAGE_INPUT: dict[str, Any] = {
    "method": "staged",
    "name": "Prepare",
    "purpose": "Know why, for whom, and what it would take.",
    "guidance": "Write one page.",
}
STAGE: dict[str, Any] = {"id": 4, **STAGE_INPUT, "position": 0}
ELEMENT_INPUT: dict[str, Any] = {
    "method": "staged",
    "stage": 4,
    "kind": "deliverable",
    "name": "Reason in one page",
    "help": "Problem, those who have it, what changes.",
    "from_size": "small",
}
ELEMENT: dict[str, Any] = {"id": 9, **ELEMENT_INPUT, "position": 0, "archived_on": None}
ANSWER_INPUT: dict[str, Any] = {
    "initiative": "BUS-LANES",
    "element": 9,
    "state": "done",
    "url": "https://files.city.example/bus-lanes.pdf",
    "note": "",
}
ANSWER: dict[str, Any] = {
    "id": 30,
    **ANSWER_INPUT,
    "name": "Reason in one page",
    "person": None,
    "done_on": "2026-03-14",
}
