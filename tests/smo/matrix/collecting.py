"""Who may do what with rounds, the TOWS matrix and the gap check."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from org.enums import Role
from org.models import User
from strategy.actions.analysis import add_item
from strategy.actions.collecting import begin_round, contribute, merge_items, move_round
from strategy.actions.options import add_option, add_part, drop_option
from strategy.enums import PlanState, Quadrant, RoundState
from strategy.models import Plan
from tests.smo.matrix.callers import (
    CONTRIBUTOR,
    EVERYONE,
    HEAD,
    READING,
    READS_CONSULTATIONS,
    READS_DRAFTS,
    STAFF,
    VIEWER,
    WRITING,
)
from tests.smo.matrix.rows import HIDDEN, NO_METHOD, Row, page, read, resource, write

SMO = (STAFF,)
# Of a draft: the contributor is invited and has written, and knows of nothing else of it.
SEES_ROUND = (*READS_DRAFTS, CONTRIBUTOR)


def hidden_from(rows: list[Row], known_to: tuple[str, ...]) -> Iterator[Row]:
    """The rows, with 404 for those who may not even know of it; whoever asks for no method is told so."""
    for row in rows:
        if NO_METHOD in row.expected.values():
            yield row
            continue
        hidden = {who: HIDDEN for who in EVERYONE if who not in known_to}
        yield replace(row, expected={**row.expected, **hidden})


ROUND_PAGES: list[Row] = [
    *hidden_from(page("rounds", {"code": "draft"}, get=READS_DRAFTS), READS_DRAFTS),
    *page("rounds", {"code": "active"}, get=READS_CONSULTATIONS, variant="active"),
    *hidden_from(page("add_round", {"code": "draft"}, get=SMO, post=SMO), READS_DRAFTS),
    *hidden_from(
        page("round", {"pk": "{round}"}, get=SEES_ROUND, post=(CONTRIBUTOR,)),
        SEES_ROUND,
    ),
    *hidden_from(page("change_round", {"pk": "{round}"}, get=SMO, post=SMO), SEES_ROUND),
    *hidden_from(page("remove_round", {"pk": "{round}"}, get=SMO, post=SMO, answer=409), SEES_ROUND),
    *hidden_from(
        page("round_item", {"pk": "{own_item}"}, get=(CONTRIBUTOR,), post=(CONTRIBUTOR,)), (CONTRIBUTOR,)
    ),
]
READS = tuple(who for who in READS_DRAFTS)
OPTION_PAGES: list[Row] = [
    *hidden_from(page("options", {"code": "draft"}, get=READS), READS),
    *page("options", {"code": "active"}, get=READS_CONSULTATIONS, variant="active"),
    *hidden_from(page("add_option", {"code": "draft"}, get=SMO, post=SMO), READS),
    *hidden_from(page("option", {"pk": "{option}"}, get=READS), READS),
    *hidden_from(page("change_option", {"pk": "{option}"}, get=SMO, post=SMO), READS),
    *[
        row
        for deed, answer in {"choose": 400, "drop": 400, "remove": 302, "reconsider": 409}.items()
        for row in hidden_from(
            page("decide_option", {"pk": "{option}", "deed": deed}, SMO, SMO, answer=answer, variant=deed),
            READS,
        )
    ],
    *hidden_from(page("statement_parts", {"code": "draft"}, get=READS, post=SMO, answer=302), READS),
    *page("statement_parts", {"code": "active"}, post=SMO, answer=302, variant="active"),
    *hidden_from(page("change_statement_part", {"pk": "{statement_part}"}, get=SMO, post=SMO), READS),
    *hidden_from(page("priority", {"pk": "{draft_priority}"}, get=READS), READS),
    *page("priority", {"pk": "{active_priority}"}, variant="active"),
    *hidden_from(page("link_priority", {"pk": "{draft_priority}"}, get=SMO, post=SMO, answer=302), READS),
]
PAGES: list[Row] = [*ROUND_PAGES, *OPTION_PAGES]


def smo(method: str, answer: int, body: Any = None, **more: Any) -> Row:
    """What SMO staff, and programs of theirs that may write, do."""
    return write(method, SMO, (WRITING,), answer, body=body, **more)


def but(row: Row, others: int, *who: str) -> Row:
    """The row with another answer for some callers."""
    return replace(row, expected={**row.expected, **dict.fromkeys(who, others)})


def of_round(row: Row) -> Row:
    """What the invited contributor does: the leading roles may not, the others know nothing of it."""
    return but(row, HIDDEN, HEAD, VIEWER)


def invited(method: str, answer: int, body: Any) -> Row:
    """What only who is invited does, no program either."""
    return of_round(write(method, (CONTRIBUTOR,), (), answer, body=body))


def own(method: str, answer: int, body: Any = None, otherwise: int = HIDDEN) -> Row:
    """What only who wrote the item does; for all others it is not there."""
    row = write(method, (CONTRIBUTOR,), (), answer, otherwise, body=body)
    return but(row, otherwise, WRITING, *([READING] if method == "GET" else []))


def analysed(known_to: tuple[str, ...] = READS_DRAFTS) -> Row:
    """GET of what the readers of an analysis know of: heads not of a draft's, others of none."""
    row = read(known_to)
    return row if HEAD in known_to else but(row, HIDDEN, HEAD)


SAID = {"statement": "Two deep berths", "place": "strength"}
ROUND_API: list[Row] = [
    *resource(
        "api-rounds-list",
        read(),
        smo("POST", 201, {"plan": "draft", "name": "Again", "people": ["viewer@city.example"]}),
        smo("PATCH", 200, [{"id": "{round}", "name": "Renamed"}]),
        smo("DELETE", 204, ["{empty_round}"]),
    ),
    *resource(
        "api-rounds-detail",
        read(SEES_ROUND, otherwise=HIDDEN),
        smo("PATCH", 200, {"state": "voting"}),
        smo("DELETE", 204, where={"ref": "{empty_round}"}),
        where={"ref": "{round}"},
    ),
    *resource("api-rounds-board", read(SEES_ROUND, otherwise=HIDDEN), where={"ref": "{voting_round}"}),
    *resource("api-rounds-answered", invited("POST", 200, {"done": True}), where={"ref": "{round}"}),
    *resource(
        "api-round-items-list",
        read(),
        but(invited("POST", 201, {"round": "{round}", **SAID}), 400, HEAD, VIEWER),
        own("PATCH", 200, [{"id": "{own_item}", **SAID}], otherwise=400),
        own("DELETE", 204, ["{own_item}"], otherwise=400),
    ),
    *resource(
        "api-round-items-detail",
        own("GET", 200),
        own("PATCH", 200, SAID),
        own("DELETE", 204),
        where={"ref": "{own_item}"},
    ),
    *resource("api-round-items-dots", invited("POST", 200, {"dots": 2}), where={"ref": "{shared_item}"}),
    *resource(
        "api-round-items-merge",
        smo("POST", 200, {"into": "{shared_item}"}),
        where={"ref": "{other_item}"},
    ),
    *resource("api-round-items-split", smo("POST", 200), where={"ref": "{merged_item}"}),
]
PAIR = ["{inside_item}", "{outside_item}"]
OPTION_API: list[Row] = [
    *resource(
        "api-strategic-options-list",
        read(READS_CONSULTATIONS),
        smo("POST", 201, {"plan": "draft", "name": "A wall", "items": PAIR}),
        smo("PATCH", 200, [{"id": "{option}", "value": 5}]),
        smo("DELETE", 204, ["{option}"]),
    ),
    *resource(
        "api-strategic-options-detail",
        analysed(),
        smo("PATCH", 200, {"name": "A higher wall"}),
        smo("DELETE", 204),
        where={"ref": "{option}"},
    ),
    *resource("api-strategic-options-choose", smo("POST", 200, {"code": "P9"}), where={"ref": "{option}"}),
    *resource("api-strategic-options-drop", smo("POST", 200, {"reason": "No"}), where={"ref": "{option}"}),
    *resource("api-strategic-options-reconsider", smo("POST", 200), where={"ref": "{dropped_option}"}),
    *resource(
        "api-statement-parts-list",
        read(),
        smo("POST", 201, {"plan": "draft", "of": "mission", "text": "We look after the city"}),
        smo("PATCH", 200, [{"id": "{statement_part}", "meaning": "No waves"}]),
        smo("DELETE", 204, ["{statement_part}"]),
    ),
    *resource(
        "api-statement-parts-detail",
        read(READS_DRAFTS, otherwise=HIDDEN),
        smo("PATCH", 200, {"text": "Calm water"}),
        smo("DELETE", 204),
        where={"ref": "{statement_part}"},
    ),
    *resource(
        "api-priority-links-list",
        read(READS_CONSULTATIONS),
        smo("PATCH", 200, [{"id": "{draft_priority}", "serves": ["{statement_part}"]}]),
    ),
    *resource(
        "api-priority-links-detail",
        analysed(),
        smo("PATCH", 200, {"answers": PAIR}),
        where={"ref": "{draft_priority}"},
    ),
    *resource("api-strategy-gaps-detail", analysed(READS_CONSULTATIONS), where={"ref": "active"}),
]
API: list[Row] = [*ROUND_API, *OPTION_API]


def furnish(people: dict[str, User], plans: dict[str, Plan]) -> dict[str, object]:
    """A round of the draft that collects and one that votes, an option, a part of the vision."""
    staff, asked, plan = people[Role.SMO_STAFF], people[Role.CONTRIBUTOR], plans[PlanState.DRAFT]
    round = begin_round(by=staff, plan=plan, name="Looking around", people=[asked])
    own = contribute(by=asked, round=round, place=Quadrant.STRENGTH, statement="A deep harbour")
    voting = begin_round(by=staff, plan=plan, name="Voting", people=[asked])
    shared = contribute(by=asked, round=voting, place=Quadrant.STRENGTH, statement="Strong crews")
    other = contribute(by=asked, round=voting, place=Quadrant.STRENGTH, statement="Crews that are strong")
    third = contribute(by=asked, round=voting, place=Quadrant.STRENGTH, statement="Crews who know it all")
    move_round(by=staff, round=voting, state=RoundState.VOTING)
    for each in (shared, other, third):
        each.refresh_from_db()
    merge_items(by=staff, into=shared, item=third)
    empty = begin_round(by=staff, plan=plan, name="Nobody came", people=[asked])
    pair = [
        add_item(by=staff, plan=plan, statement="Calm water", quadrant=quadrant)
        for quadrant in (Quadrant.WEAKNESS, Quadrant.THREAT)
    ]
    option = add_option(by=staff, plan=plan, name="A wall", items=pair)
    dropped = add_option(by=staff, plan=plan, name="A dam", items=pair)
    drop_option(by=staff, option=dropped, reason="Too high")
    return {
        "round": round.pk,
        "voting_round": voting.pk,
        "own_item": own.pk,
        "shared_item": shared.pk,
        "other_item": other.pk,
        "merged_item": third.pk,
        "empty_round": empty.pk,
        "dropped_option": dropped.pk,
        "inside_item": pair[0].pk,
        "outside_item": pair[1].pk,
        "option": option.pk,
        "statement_part": add_part(by=staff, plan=plan, of="vision", text="Calm water for all").pk,
    }
