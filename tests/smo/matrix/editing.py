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
from tests.smo.matrix.rows import FORBIDDEN, HIDDEN, Row, fixed, page

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


def edited(route: str, answer: int = 400, fixed: bool = True, **where: str) -> Iterator[Row]:
    """The page for the plan in each state; "STATE" in an address stands for the state.

    `fixed`: in a plan in force the page says that this changes by a revision (409).
    """
    for state, readers in READERS.items():
        address = {name: value.replace("STATE", state) for name, value in where.items()}
        others = {each: FORBIDDEN if each in readers else HIDDEN for each in EVERYONE if each != STAFF}
        for row in page(route, address, get=(STAFF,), post=(STAFF,), answer=answer, variant=state):
            staff = 409 if fixed and state == "active" else row.expected[STAFF]
            expected = {**others, STAFF: staff, STRANGER: row.expected[STRANGER]}
            yield replace(row, expected=expected)


OBJECTIVE = "{STATE_objective}"


def led_from_within() -> Iterator[Row]:
    """Heads change what their departments' objectives say and what measures them; not their place."""
    for route in OF_OBJECTIVE:
        others = (STAFF,) if route == "place_objective" else (STAFF, HEAD)
        rows = page(route, {"pk": "{active_led}"}, others, others, answer=302, variant="led from within")
        # What was agreed is no part of the form of an objective in force, so that an empty one is whole.
        yield from rows if route == "change_objective" else fixed(rows)


def moved_on() -> Iterator[Row]:
    """Executives approve, so the page that moves a plan on is theirs too."""
    for row in edited("plan_state", fixed=False, code="STATE"):
        yield replace(row, expected={**row.expected, EXECUTIVE: row.expected[STAFF]})


def _of_objective(route: str) -> Iterator[Row]:
    """The form of an objective in force asks for what is kept up alone, so an empty one is carried out."""
    kept_up = route == "change_objective"
    for row in edited(route, fixed=not kept_up, pk=OBJECTIVE):
        carried_out = kept_up and (row.method, row.variant) == ("POST", "active")
        yield replace(row, expected={**row.expected, STAFF: 302}) if carried_out else row


EDITING: list[Row] = [
    *moved_on(),
    *page("add_plan", get=(STAFF,), post=(STAFF,)),
    *[row for route in OF_PLAN for row in edited(route, code="STATE")],
    *[row for route, part in OF_PART.items() for row in edited(route, pk=f"{{STATE_{part}}}")],
    *[row for route in OF_OBJECTIVE for row in _of_objective(route)],
    *led_from_within(),
    *edited("unlink_kpi", pk=OBJECTIVE, kpi_pk="{kpi_id}"),
    *edited("unlink_cause", 302, pk=OBJECTIVE, link_pk="{STATE_link}"),
]
