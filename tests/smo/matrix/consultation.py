"""Who may do what with consultation rounds and guests."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from org.models import User
from strategy.actions.consultation import begin_consultation, invite_guest, open_consultation, say
from strategy.models import Plan
from tests.smo.matrix.callers import (
    ADMINISTRATOR,
    EVERYONE,
    EXECUTIVE,
    HEAD,
    NOBODY,
    READS_CONSULTATIONS,
    READS_DRAFTS,
    STAFF,
    WRITING,
)
from tests.smo.matrix.rows import HIDDEN, Row, page, public, read, resource, write

ROUND = {"pk": "{consultation_round}"}
# Executives and heads are asked about what is in consultation; who else were invited would see the plan.
KNOWS = READS_CONSULTATIONS
ASKED = (EXECUTIVE, HEAD)
UNASKED = tuple(each for each in EVERYONE if each not in KNOWS)
SMO = (STAFF,)
OFFICE_READS = (ADMINISTRATOR, EXECUTIVE, STAFF)


def hidden_from(who: tuple[str, ...], rows: list[Row], status: int = HIDDEN) -> list[Row]:
    """The rows with `status` for those who may not know of what they are about."""
    return [replace(row, expected={**row.expected, **dict.fromkeys(who, status)}) for row in rows]


def of_round(route: str, who: tuple[str, ...], **more: Any) -> list[Row]:
    """A page of the open round for these; the others who know of it are forbidden."""
    return hidden_from(UNASKED, page(route, more.pop("where", ROUND), **{"get": who, "post": who} | more))


def of_remark(route: str, who: tuple[str, ...], **more: Any) -> list[Row]:
    """A page of the head's remark, which the office and the leadership read."""
    hidden = tuple(each for each in EVERYONE if each not in (*OFFICE_READS, HEAD))
    return hidden_from(hidden, page(route, {"pk": "{head_remark}"}, get=who, post=who, **more))


def _pages() -> Iterator[list[Row]]:
    yield page("consultations", {"code": "active"}, variant="active")
    asked = {"code": "consultation"}
    yield page("consultations", asked, get=KNOWS, otherwise=HIDDEN, variant="asked")
    yield page("consultations", {"code": "draft"}, get=READS_DRAFTS, otherwise=HIDDEN, variant="draft")
    yield hidden_from(UNASKED, page("add_consultation", asked, get=SMO, post=SMO))
    yield of_round("consultation", KNOWS, post=None)
    yield of_round("consultation_report", KNOWS, post=None)
    yield of_round("change_consultation", SMO)
    yield of_round("move_consultation", SMO, get=None, answer=302)
    yield of_round("remove_consultation", SMO, answer=409)
    yield of_round("invite_to_consultation", SMO)
    yield of_round("invite_guest", SMO)
    yield of_round("say", ASKED)
    guest = {"pk": "{guest_invitation}"}
    yield of_round("renew_guest_link", SMO, where=guest, get=None, answer=200)
    yield of_round("withdraw_invitation", SMO, where=guest, answer=302)
    yield of_remark("change_remark", (HEAD,))
    yield of_remark("withdraw_remark", (HEAD,), answer=302)
    yield of_remark("answer_remark", SMO)
    yield public("guest_link", get=404, post=405, where={"secret": "made-up"})
    yield public("guest_consultation", get=404, post=404)


# A page that only takes POSTs says so before it asks who knows of the round.
PAGES: list[Row] = [
    replace(row, expected={**row.expected, **dict.fromkeys(UNASKED, 405)})
    if 405 in row.expected.values() and row.route not in ("guest_link",)
    else row
    for rows in _pages()
    for row in rows
]


def seen_by(who: tuple[str, ...]) -> Row:
    """GET of something that only these may know of."""
    return read(who, otherwise=HIDDEN)


def unknown_to(who: tuple[str, ...], row: Row, status: int = HIDDEN) -> Row:
    """The row with another answer for those who may not know of what it is about."""
    return replace(row, expected={**row.expected, **dict.fromkeys(who, status)})


WRITERS = (WRITING,)
NOT_HEADS = tuple(each for each in EVERYONE if each not in (*OFFICE_READS, HEAD))
SAID = {"consultation": "{consultation_round}", "about": "plan", "kind": "comment", "text": "Hm"}
API: list[Row] = [
    *resource(
        "api-consultations-list",
        read(),
        write("POST", SMO, WRITERS, 201, body={"plan": "draft", "name": "Another"}),
        write("PATCH", SMO, WRITERS, 200, body=[{"id": "{consultation_round}", "name": "Renamed"}]),
        write("DELETE", SMO, WRITERS, 204, body=["{prepared_round}"]),
    ),
    *resource(
        "api-consultations-detail",
        seen_by(KNOWS),
        write("PATCH", SMO, WRITERS, 200, body={"name": "Renamed"}),
        write("DELETE", SMO, WRITERS, 409),
        where={"ref": "{consultation_round}"},
    ),
    *resource(
        "api-consultation-invitations-list",
        read(SMO),
        write(
            "POST",
            SMO,
            WRITERS,
            201,
            body={"consultation": "{consultation_round}", "person": "viewer@city.example"},
        ),
        write("DELETE", SMO, WRITERS, 204, body=["{guest_invitation}"]),
    ),
    *resource(
        "api-consultation-invitations-detail",
        read(SMO),
        write("DELETE", SMO, WRITERS, 204),
        where={"ref": "{guest_invitation}"},
    ),
    *resource(
        "api-remarks-list",
        read(),
        unknown_to(UNASKED, write("POST", ASKED, NOBODY, 201, body=SAID), 400),
        unknown_to(
            NOT_HEADS,
            write("PATCH", (HEAD,), NOBODY, 200, body=[{"id": "{head_remark}", "text": "Well"}]),
            400,
        ),
        unknown_to(NOT_HEADS, write("DELETE", (HEAD,), NOBODY, 204, body=["{head_remark}"]), 400),
    ),
    *resource(
        "api-remarks-detail",
        seen_by((*OFFICE_READS, HEAD)),
        unknown_to(NOT_HEADS, write("PATCH", (HEAD,), NOBODY, 200, body={"text": "Well"})),
        unknown_to(NOT_HEADS, write("DELETE", (HEAD,), NOBODY, 204)),
        where={"ref": "{head_remark}"},
    ),
    *resource(
        "api-remarks-answer",
        write("POST", SMO, WRITERS, 200, body={"outcome": "noted"}),
        where={"ref": "{head_remark}"},
    ),
]


def furnish(people: dict[str, User], plans: dict[str, Plan]) -> dict[str, object]:
    """One of each thing that the rows name, made by these people in the plans by state; returns its names."""
    staff = people[STAFF]
    consultation = begin_consultation(by=staff, plan=plans["consultation"], name="First round")
    open_consultation(by=staff, consultation=consultation)
    guest, _link = invite_guest(
        by=staff, consultation=consultation, name="Gita Guest", email="gita@museum.example"
    )
    remark = say(by=people[HEAD], consultation=consultation, about="plan", kind="comment", text="Hm")
    prepared = begin_consultation(by=staff, plan=plans["draft"], name="Later")
    return {
        "consultation_round": consultation.pk,
        "prepared_round": prepared.pk,
        "guest_invitation": guest.pk,
        "head_remark": remark.pk,
    }
