"""Examples of consultation rounds in the OpenAPI document."""

from typing import Any

CONSULTATION: dict[str, Any] = {
    "id": 3,
    "plan": "harbour-city-2035",
    "name": "First round",
    "message": "What is missing?",
    "state": "open",
    "closes_on": "2026-05-31",
    "begun_by": "sam@city.example",
    "begun_at": "2026-04-30T08:00:00Z",
    "opened_at": "2026-05-02T08:00:00Z",
    "closed_at": None,
}
CONSULTATION_INPUT: dict[str, Any] = {
    "plan": "harbour-city-2035",
    "name": "First round",
    "message": "What is missing?",
    "closes_on": "2026-05-31",
}
CONSULTATION_CHANGE: dict[str, Any] = {"state": "open"}
INVITATION: dict[str, Any] = {
    "id": 7,
    "consultation": 3,
    "person": None,
    "department": None,
    "guest_name": "Gita Guest",
    "guest_organisation": "Harbour museum",
    "guest_email": "gita@museum.example",
    "expires_at": "2026-05-31T23:59:59Z",
    "revoked_at": None,
    "last_seen_at": None,
    "invited_at": "2026-05-02T08:00:00Z",
    "link": None,
}
INVITATION_INPUT: dict[str, Any] = {
    "consultation": 3,
    "guest": {"name": "Gita Guest", "organisation": "Harbour museum", "email": "gita@museum.example"},
}
REMARK: dict[str, Any] = {
    "id": 11,
    "consultation": 3,
    "about": "objective:5",
    "named": "Objective: Mended once, mended well",
    "kind": "objection",
    "text": "Nobody has the people for it.",
    "proposed": "",
    "author": "hedda@city.example",
    "guest": "",
    "department": "WORKS",
    "said_at": "2026-05-03T08:00:00Z",
    "withdrawn_at": None,
    "outcome": "",
    "answer": "",
    "answered_by": None,
    "answered_at": None,
    "waits": True,
}
REMARK_INPUT: dict[str, Any] = {
    "consultation": 3,
    "about": "vision",
    "kind": "proposal",
    "proposed": "A calm, blue harbour.",
}
ANSWER_INPUT: dict[str, Any] = {"outcome": "partly", "answer": "Two more people come in June."}
