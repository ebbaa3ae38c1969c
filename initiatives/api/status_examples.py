"""Examples of status updates, questions and states for the OpenAPI document."""

from typing import Any

_SAID: dict[str, Any] = {
    "progress": 40,
    "done": "The signals at six of nine crossings are changed.",
    "next": "The last three crossings; then two weeks of trial.",
    "help_needed": "A decision about Sunday works at the quay.",
    "schedule": "amber",
    "schedule_reason": "Two weeks behind: the contractor was late. Night works make up for one of them.",
    "cost": "green",
    "cost_reason": "",
    "scope": "green",
    "scope_reason": "",
}
COMPUTED: dict[str, Any] = {
    "schedule": "red",
    "schedule_unknown": "",
    "cost": "green",
    "cost_unknown": "",
    "progress": 0.38,
    "planned": 0.52,
    "late": 2,
    "counted": 5,
    "late_days": 34,
    "budget": 1200000.0,
    "spent": 430000.0,
    "outturn": 1210000.0,
    "planned_value": 624000.0,
    "earned_value": 456000.0,
    "spi": 0.731,
    "cpi": 1.06,
    "estimate": 1131578.9,
}
UPDATE_INPUT: dict[str, Any] = {"initiative": "BUS-LANES", **_SAID, "state": "submitted"}
UPDATE: dict[str, Any] = {
    "id": 1,
    "initiative": "BUS-LANES",
    "due_on": "2026-10-31",
    **_SAID,
    "state": "submitted",
    "overall": "amber",
    "computed": COMPUTED,
    "author": "hana@city.example",
    "begun_at": "2026-10-30T15:02:00Z",
    "submitted_at": "2026-10-30T15:09:00Z",
}
UPDATE_CHANGE: dict[str, Any] = {"next": "The last three crossings.", "state": "submitted"}
QUESTION_INPUT: dict[str, Any] = {"update": 1, "text": "Why green, where two milestones are late?"}
QUESTION: dict[str, Any] = {
    "id": 1,
    "initiative": "BUS-LANES",
    **QUESTION_INPUT,
    "asked_by": "elena@city.example",
    "asked_at": "2026-11-02T08:30:00Z",
    "answer": "",
    "answered_by": None,
    "answered_at": None,
}
ANSWER: dict[str, Any] = {"answer": "Both are done by now; the plan was not ticked."}
STATE: dict[str, Any] = {
    "id": 1,
    "code": "BUS-LANES",
    "name": "Bus lanes on the ring",
    "stage": "active",
    "reported": {
        "update": 1,
        "due_on": "2026-10-31",
        "schedule": "green",
        "cost": "green",
        "scope": "green",
        "overall": "green",
        "progress": 40,
        "help_needed": "",
    },
    "computed": COMPUTED,
    "evidence": {
        "schedule": ["2 of 5 milestones are late, most of all “Signals tested”, by 34 days."],
        "cost": ["36 % of the budget of 1.2 M EUR is spent, at 38 % of the work."],
    },
    "disagreements": [{"what": "schedule", "reported": "green", "computed": "red", "watermelon": True}],
}
