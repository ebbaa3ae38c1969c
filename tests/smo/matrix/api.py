"""What the REST API answers to whom: every method of every route."""

from dataclasses import replace
from typing import Any

from tests.smo.matrix.callers import (
    ADMINISTRATOR,
    CONTRIBUTOR,
    EVERYONE,
    EXECUTIVE,
    HEAD,
    MEASURES,
    MEASURING,
    NOBODY,
    PROGRAMS,
    READING,
    READS_CONSULTATIONS,
    READS_DRAFTS,
    STAFF,
    STRANGER,
    VIEWER,
    WRITING,
)
from tests.smo.matrix.formulating import FORMULATING_API
from tests.smo.matrix.initiatives import INITIATIVE_API
from tests.smo.matrix.measures import MEASURE_API, PLAN_FINDINGS
from tests.smo.matrix.past import PAST_API
from tests.smo.matrix.risks import RISK_API
from tests.smo.matrix.rows import HIDDEN, METHODS, NO_METHOD, SIGN_IN, Row, read, resource, write
from tests.smo.matrix.values import VALUE_API

ADMIN = (ADMINISTRATOR,)
SMO = (STAFF,)
WRITERS = (WRITING,)
AT_ROADS = {"kpi": "complaints", "department": "roads", "period": "2026-03"}


def smo(method: str, answer: int, body: Any, **more: Any) -> Row:
    """What SMO staff, and programs of theirs that may write, do."""
    return write(method, SMO, WRITERS, answer, body=body, **more)


def admin(method: str, answer: int, body: Any = None) -> Row:
    """What administrators do; a program holds another role here."""
    return write(method, ADMIN, NOBODY, answer, body=body)


def hidden_to_others(people: tuple[str, ...], **more: Any) -> Row:
    """GET of what only some people may know of."""
    return read(people, otherwise=HIDDEN, **more)


def but(row: Row, *pairs: Any) -> Row:
    """The row with other answers for some callers: caller, answer, caller, answer …"""
    return replace(row, expected={**row.expected, **dict(zip(pairs[::2], pairs[1::2], strict=True))})


ORGANISATION: list[Row] = [
    *resource(
        "api-departments-list",
        read(),
        admin("POST", 201, {"code": "parks", "name": "Parks", "parent": "works"}),
        admin("PATCH", 200, [{"code": "roads", "name": "Roads and bridges"}]),
        admin("DELETE", 204, ["health"]),
    ),
    *resource(
        "api-departments-detail",
        read(),
        admin("PATCH", 200, {"name": "Roads and bridges"}),
        admin("DELETE", 204),
        where={"ref": "roads"},
    ),
    *resource(
        "api-people-list",
        read(),
        admin("POST", 201, {"email": "new@city.example", "name": "New"}),
        admin("PATCH", 200, [{"email": "viewer@city.example", "name": "Vera"}]),
    ),
    *resource(
        "api-people-detail",
        read(),
        admin("PATCH", 200, {"name": "Vera"}),
        where={"ref": "viewer@city.example"},
    ),
    *resource(
        "api-memberships-list",
        read(),
        admin("POST", 201, {"user": "viewer@city.example", "role": "executive"}),
        admin("DELETE", 204, ["{membership}"]),
    ),
    *resource("api-memberships-detail", read(), admin("DELETE", 204), where={"ref": "{membership}"}),
    *resource(
        "api-tokens-list",
        read(),
        write("POST", EVERYONE, NOBODY, 201, body={"scopes": ["read"]}),  # no token makes another
        but(write("DELETE", (VIEWER,), NOBODY, 204, 400, body=["{viewer_token}"]), WRITING, 400),
    ),
    *resource(
        "api-tokens-detail",
        but(hidden_to_others((VIEWER,), programs=NOBODY), READING, HIDDEN, WRITING, HIDDEN),
        but(write("DELETE", (VIEWER,), NOBODY, 204, HIDDEN), WRITING, HIDDEN),
        where={"ref": "{viewer_token}"},
    ),
    *resource("api-history-list", read((ADMINISTRATOR, STAFF), query="?kind=org.department")),
]
MEASUREMENT: list[Row] = [
    *MEASURE_API,
    *resource(
        "api-measurements-list",
        read(),
        write(
            "PUT",
            MEASURES,
            (MEASURING, WRITING),
            200,
            body=[{**AT_ROADS, "value": 5}],
            variant="within one's reach",
        ),
        write(
            "PUT",
            SMO,
            (MEASURING, WRITING),
            200,
            body=[{**AT_ROADS, "department": "health", "value": 5}],
            variant="beside one's department",
        ),
    ),
    *resource("api-measurements-detail", read(), where={"ref": "{measurement}"}),
    *VALUE_API,
    *PAST_API,
]


def part(name: str) -> list[Row]:
    """A part of plans: perspectives, priorities, objectives."""
    code = {"perspectives": "people", "priorities": "calm", "objectives": "O1"}[name]
    return [
        *resource(
            f"api-{name}-list",
            read(),
            smo("POST", 201, {"plan": "draft", "code": "N1", "name": "New"}),
            _many_changed(name, code),
            smo("DELETE", 409, [f"draft:{code}"]),  # something uses it
        ),
        *resource(
            f"api-{name}-detail",
            read(where={"ref": f"active:{code}"}),
            hidden_to_others(
                READS_CONSULTATIONS, where={"ref": f"consultation:{code}"}, variant="consultation"
            ),
            hidden_to_others(READS_DRAFTS, where={"ref": f"draft:{code}"}, variant="draft"),
            _changed(name, code),
            smo("DELETE", 409, None, where={"ref": f"draft:{code}"}),  # something uses it
            *_led(name),
            where={"ref": f"active:{code}"},
        ),
    ]


def _many_changed(name: str, code: str) -> Row:
    """The same of an array, in which what is not there is a fault of its row."""
    row = smo("PATCH", 200, [{"id": f"draft:{code}", "name": "Renamed"}])
    return but(row, HEAD, 400, CONTRIBUTOR, 400, VIEWER, 400) if name == "objectives" else row


def _changed(name: str, code: str) -> Row:
    """A change in a draft, which is not there for those who may keep up objectives elsewhere."""
    row = smo("PATCH", 200, {"name": "Renamed"}, where={"ref": f"draft:{code}"})
    return but(row, HEAD, HIDDEN, CONTRIBUTOR, HIDDEN, VIEWER, HIDDEN) if name == "objectives" else row


def _led(name: str) -> list[Row]:
    """Changes of an objective that is led from within the head's departments: its words, not its place."""
    if name != "objectives":
        return []
    led = {"where": {"ref": "active:O2"}}
    words, place = {"description": "Within a day"}, {"weight": 2}
    return [
        write("PATCH", (STAFF, HEAD), WRITERS, 200, body=words, variant="led from within", **led),
        smo("PATCH", 409, place, variant="its place, which changes by a revision", **led),
    ]


STRATEGY: list[Row] = [
    *PLAN_FINDINGS,
    *resource(
        "api-plans-list",
        read(),
        smo("POST", 201, {"name": "New plan"}),
        smo("PATCH", 200, [{"code": "draft", "vision": "Calm"}]),
    ),
    *resource(
        "api-plans-stratml",
        smo("POST", 400, b"<NoPlan/>", content_type="application/xml"),
    ),
    *resource(
        "api-plans-detail",
        read(where={"ref": "active"}),
        hidden_to_others(READS_CONSULTATIONS, where={"ref": "consultation"}, variant="consultation"),
        hidden_to_others(READS_DRAFTS, where={"ref": "draft"}, variant="draft"),
        smo("PATCH", 200, {"vision": "Calm"}, where={"ref": "draft"}),
        where={"ref": "active"},
    ),
    *part("perspectives"),
    *part("priorities"),
    *part("objectives"),
    *resource(
        "api-scorecards-detail",
        read(),
        hidden_to_others(READS_CONSULTATIONS, where={"ref": "consultation"}, variant="consultation"),
        hidden_to_others(READS_DRAFTS, where={"ref": "draft"}, variant="draft"),
        where={"ref": "active"},
    ),
    *resource(
        "api-scorecards-explain",
        read(),
        hidden_to_others(READS_DRAFTS, where={"ref": "draft"}, variant="draft"),
        where={"ref": "active"},
    ),
]

REPORT = {
    "name": "Monthly",
    "plan": "active",
    "period_rule": "last_month",
    "recipients": ["viewer@city.example"],
    "schedule": {"repeats": "monthly", "day_of_month": 5, "hour": 7},
}
COMMUNICATION: list[Row] = [
    *resource(
        "api-report-definitions-list",
        read(),
        smo("POST", 201, REPORT),
        smo("PATCH", 200, [{"id": "{report}", "name": "Every week"}]),
        smo("DELETE", 204, ["{report}"]),
    ),
    *resource(
        "api-report-definitions-detail",
        hidden_to_others((STAFF, EXECUTIVE)),
        smo("PATCH", 200, {"name": "Every week"}),
        smo("DELETE", 204, None),
        where={"ref": "{report}"},
    ),
    *resource("api-report-definitions-run", smo("POST", 201, None), where={"ref": "{report}"}),
    *resource("api-report-runs-list", read()),
    *resource("api-report-runs-detail", hidden_to_others((STAFF, EXECUTIVE)), where={"ref": "{run}"}),
]

DOCUMENTATION = dict.fromkeys(EVERYONE, NO_METHOD)
ANYBODY = (*EVERYONE, *PROGRAMS, STRANGER)


def _schema() -> list[Row]:
    """The OpenAPI document: for all who are known; the framework's view asks who calls before how."""
    rows = resource("api-schema", read(programs=PROGRAMS))
    return [replace(row, expected={**row.expected, STRANGER: 401}) for row in rows]


AROUND: list[Row] = [
    *resource(
        "api-due-items-list",
        read(),
        read((STAFF, VIEWER), query="?person=viewer@city.example", variant="somebody else's"),
    ),
    *_schema(),
    *[
        Row(
            "api-docs",
            method,
            {**dict.fromkeys(EVERYONE, 200 if method == "GET" else 405), STRANGER: SIGN_IN},
        )
        for method in METHODS
    ],
    *[Row("api-nowhere", method, dict.fromkeys(ANYBODY, 404)) for method in METHODS],
]

API = [
    *ORGANISATION,
    *MEASUREMENT,
    *STRATEGY,
    *FORMULATING_API,
    *INITIATIVE_API,
    *RISK_API,
    *COMMUNICATION,
    *AROUND,
]
