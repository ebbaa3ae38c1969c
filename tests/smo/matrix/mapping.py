"""Who may do what with the strategy map."""

from collections.abc import Iterator
from dataclasses import replace

from org.models import User
from strategy.models import Plan
from tests.smo.matrix.callers import EVERYONE, HEAD, READS_CONSULTATIONS, READS_DRAFTS, STAFF, WRITING
from tests.smo.matrix.editing import READERS, edited
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write


def _map() -> Iterator[Row]:
    """Everyone sees the map of a plan they may know of; the office arranges it."""
    for state, readers in READERS.items():
        get, post = page("strategy_map", {"code": state}, get=readers, otherwise=HIDDEN, variant=state)
        yield get
        arranged = {each: 403 if each in readers else HIDDEN for each in EVERYONE if each != STAFF}
        yield replace(post, expected={**post.expected, **arranged, STAFF: 400})


def _of_arrow(route: str) -> Iterator[Row]:
    """A head edits what touches objectives that are led from within, though not in a plan in force."""
    for row in edited(route, 302, pk="{STATE_link}"):
        seen = {} if row.variant == "draft" else {HEAD: row.expected[STAFF]}
        yield replace(row, expected={**row.expected, **seen})


PAGES: list[Row] = [
    *_map(),
    *edited("add_arrow", code="STATE"),
    *_of_arrow("change_arrow"),
    *_of_arrow("remove_arrow"),
    *edited("remove_element", kind="objective", pk="{STATE_objective}"),
    *[
        replace(row, variant=f"{row.variant}: a value")
        for row in edited("remove_element", kind="value", pk="{STATE_value}")
    ],
]


def _claims(method: str, answer: int, body: object) -> Row:
    """What the office does, and the head whose departments lead one of the two objectives."""
    return write(method, (STAFF, HEAD), (WRITING,), answer, body=body)


_LINK, _VALUE = "{consultation_link}", "{draft_value}"
_PLACE = {"objective": "O1", "perspective": "people", "place": 0}


def _taken_out(kind: str, code: str) -> Iterator[Row]:
    """The office archives elements of a draft; what is not archived is not brought back."""
    draft = {"ref": f"draft:{code}"}
    for deed, answer in (("archive", 200), ("restore", 409)):
        row = write("POST", (STAFF,), (WRITING,), answer)
        yield from resource(f"api-{kind}-{deed}", row, where=draft)


API: list[Row] = [
    *_taken_out("objectives", "O1"),
    *_taken_out("perspectives", "people"),
    *_taken_out("priorities", "calm"),
    *resource(
        "api-plan-values-list",
        read(),
        write("POST", (STAFF,), (WRITING,), 201, body={"plan": "draft", "name": "Care"}),
        write("PATCH", (STAFF,), (WRITING,), 200, body=[{"id": _VALUE, "name": "Care"}]),
        write("DELETE", (STAFF,), (WRITING,), 204, body=[_VALUE]),
    ),
    *resource(
        "api-plan-values-detail",
        read(READS_DRAFTS, otherwise=HIDDEN),
        write("PATCH", (STAFF,), (WRITING,), 200, body={"description": "Plainly"}),
        write("DELETE", (STAFF,), (WRITING,), 204),
        where={"ref": _VALUE},
    ),
    *[
        row
        for deed, answer in (("archive", 200), ("restore", 409))
        for row in resource(
            f"api-plan-values-{deed}",
            write("POST", (STAFF,), (WRITING,), answer),
            where={"ref": _VALUE},
        )
    ],
    *resource(
        "api-strategy-maps-detail",
        read(),
        read(READS_CONSULTATIONS, otherwise=HIDDEN, where={"ref": "consultation"}, variant="consultation"),
        where={"ref": "active"},
    ),
    *resource(
        "api-strategy-maps-arrange",
        write("POST", (STAFF,), (WRITING,), 200, body=_PLACE),
        where={"ref": "active"},
    ),
    *resource(
        "api-cause-effects-list",
        read(),
        _claims("POST", 400, {}),
        _claims("PATCH", 200, [{"id": _LINK, "note": "so"}]),
        _claims("DELETE", 204, [_LINK]),
    ),
    *resource(
        "api-cause-effects-detail",
        read(where={"ref": "{active_link}"}),
        _claims("PATCH", 200, {"note": "so"}),
        _claims("DELETE", 204, None),
        where={"ref": _LINK},
    ),
]


def furnish(people: dict[str, User], plans: dict[str, Plan]) -> dict[str, object]:
    """One of each thing that the rows name, made by these people in the plans by state; returns its names."""
    return {}
