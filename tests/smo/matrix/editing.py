"""Who edits plans: SMO staff; whoever may read one is forbidden, and from the others it is hidden."""

from collections.abc import Iterator
from dataclasses import replace

from tests.smo.matrix.callers import (
    EVERYONE,
    EXECUTIVE,
    HEAD,
    READS_CONSULTATIONS,
    READS_DRAFTS,
    STAFF,
    STRANGER,
)
from tests.smo.matrix.rows import FORBIDDEN, HIDDEN, Row, page

READERS = {"active": EVERYONE, "consultation": READS_CONSULTATIONS, "draft": READS_DRAFTS}
OF_PLAN = (
    "change_plan",
    "weigh_perspectives",
    "add_value",
    "add_perspective",
    "add_priority",
    "add_objective",
)
OF_PART = {"change_value": "value", "change_perspective": "perspective", "change_priority": "priority"}
OF_OBJECTIVE = ("change_objective", "place_objective", "link_kpi", "weigh_kpis", "add_effect", "add_cause")


def edited(route: str, answer: int = 400, **where: str) -> Iterator[Row]:
    """The page for the plan in each state; "STATE" in an address stands for the state."""
    for state, readers in READERS.items():
        address = {name: value.replace("STATE", state) for name, value in where.items()}
        others = {each: FORBIDDEN if each in readers else HIDDEN for each in EVERYONE if each != STAFF}
        for row in page(route, address, get=(STAFF,), post=(STAFF,), answer=answer, variant=state):
            expected = {**others, STAFF: row.expected[STAFF], STRANGER: row.expected[STRANGER]}
            yield replace(row, expected=expected)


def agreed(route: str, **where: str) -> Iterator[Row]:
    """What is carried out (302) where the plan is still written, and refused (409) where it is in force."""
    for row in edited(route, 302, **where):
        done = {
            who: 409 if answer == 302 and who != STRANGER else answer for who, answer in row.expected.items()
        }
        yield replace(row, expected=done) if row.variant == "active" else row


OBJECTIVE = "{STATE_objective}"


def led_from_within() -> Iterator[Row]:
    """Heads change what their departments' objectives say and what measures them; not their place."""
    for route in OF_OBJECTIVE:
        others = (STAFF,) if route == "place_objective" else (STAFF, HEAD)
        # What was agreed is no part of the form of an objective in force, so that an empty one is whole.
        answer = 302 if route == "change_objective" else 400
        where = {"pk": "{active_led}"}
        yield from page(route, where, get=others, post=others, answer=answer, variant="led from within")


def moved_on() -> Iterator[Row]:
    """Executives approve, so the page that moves a plan on is theirs too."""
    for row in edited("plan_state", code="STATE"):
        yield replace(row, expected={**row.expected, EXECUTIVE: row.expected[STAFF]})


def _without_agreed(row: Row) -> Row:
    """The form of an objective in force asks for nothing, so that an empty one is carried out."""
    if (row.route, row.method, row.variant) != ("change_objective", "POST", "active"):
        return row
    return replace(row, expected={**row.expected, STAFF: 302})


EDITING: list[Row] = [
    *moved_on(),
    *page("add_plan", get=(STAFF,), post=(STAFF,)),
    *[row for route in OF_PLAN for row in edited(route, code="STATE")],
    *[row for route, part in OF_PART.items() for row in edited(route, pk=f"{{STATE_{part}}}")],
    *[_without_agreed(row) for route in OF_OBJECTIVE for row in edited(route, pk=OBJECTIVE)],
    *led_from_within(),
    *agreed("remove_value", pk="{STATE_value}"),
    *edited("unlink_kpi", pk=OBJECTIVE, kpi_pk="{kpi_id}"),
    *agreed("unlink_cause", pk=OBJECTIVE, link_pk="{STATE_link}"),
]
