"""Who may do what with the assessment of where the organisation stands."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from org.enums import Role
from org.models import User
from strategy.actions.analysis import add_finding, add_item
from strategy.enums import PlanState
from strategy.models import Plan
from tests.smo.matrix.callers import (
    CONTRIBUTOR,
    EVERYONE,
    READS_CONSULTATIONS,
    READS_DRAFTS,
    STAFF,
    WRITING,
)
from tests.smo.matrix.rows import HIDDEN, NO_METHOD, Row, page, read, resource, write

SMO = (STAFF,)
# The contributor looks after the assumption of the plan in force, and knows of nothing else of its analysis.
OWNERS = (STAFF, CONTRIBUTOR)
KNOWN_TO = {"assumption": (*READS_CONSULTATIONS, CONTRIBUTOR)}


def unknown_to_others(rows: Iterable[Row], kind: str, answer: int = HIDDEN) -> list[Row]:
    """The rows, with `answer` for those who may not even know of the finding."""
    known = KNOWN_TO.get(kind, READS_CONSULTATIONS)
    hidden = {who: answer for who in EVERYONE if who not in known}
    return [
        row if NO_METHOD in row.expected.values() else replace(row, expected={**row.expected, **hidden})
        for row in rows
    ]


def finding(route: str, kind: str, who: tuple[str, ...], **more: Any) -> list[Row]:
    """A page of a finding."""
    where = {"kind": kind, "pk": f"{{analysis_{kind}}}"}
    return unknown_to_others(page(route, where, get=who, variant=kind, **more), kind)


def deed(route: str, kind: str, who: tuple[str, ...], **more: Any) -> list[Row]:
    """A page that is of one kind only."""
    where = {"pk": f"{{analysis_{kind}}}"}
    return unknown_to_others(page(route, where, **{"get": who, "post": who, **more}), kind)


PAGES: list[Row] = [
    *page("analysis", {"code": "active"}, get=READS_CONSULTATIONS),
    *page("analysis", {"code": "draft"}, get=READS_DRAFTS, otherwise=HIDDEN, variant="a draft"),
    *page("add_finding", {"kind": "swot", "code": "active"}, get=SMO, post=SMO),
    *page("add_finding", {"kind": "scenario", "code": "active"}, get=SMO, post=SMO, variant="a scenario"),
    *[
        row
        for kind in ("item", "capability", "competitor", "scenario", "assumption")
        for row in finding("finding", kind, KNOWN_TO.get(kind, READS_CONSULTATIONS))
    ],
    *finding("change_finding", "item", SMO, post=SMO),
    *finding("change_finding", "capability", SMO, post=SMO),
    *finding("remove_finding", "item", SMO, post=SMO, answer=302),
    *finding("remove_finding", "assumption", SMO, post=SMO, answer=302),
    *deed("place_item", "item", SMO, get=None, answer=302),
    *deed("scenario_effects", "scenario", SMO),
    *deed("answer_assumption", "assumption", OWNERS),
]
# An owner's form has no field that must be filled in: an empty one is saved.
_TENDED = finding("change_finding", "assumption", OWNERS, post=OWNERS)
PAGES += [
    replace(row, expected={**row.expected, CONTRIBUTOR: 302}) if row.method == "POST" else row
    for row in _TENDED
]


def smo(method: str, answer: int, body: Any = None, **more: Any) -> Row:
    """What SMO staff, and programs of theirs that may write, do."""
    return write(method, SMO, (WRITING,), answer, body=body, **more)


def kind_of_finding(name: str, kind: str, headline: str, removes: bool = True) -> list[Row]:
    """A resource of the analysis: listed by everybody as far as they know of it."""
    ref, change = f"{{analysis_{kind}}}", {headline: "Other words"}
    tended = {headline: "Other words"}
    listed = [
        read(),
        smo("POST", 201, {"plan": "active", headline: "New", **PLACES.get(kind, {})}),
        *unknown_to_others([smo("PATCH", 200, [{"id": ref, **change}])], kind, 400),
    ]
    one = [
        *unknown_to_others([read(KNOWN_TO.get(kind, READS_CONSULTATIONS)), smo("PATCH", 200, tended)], kind),
    ]
    if removes:
        listed.append(smo("DELETE", 204, [ref]))
        one.append(smo("DELETE", 204))
    return [
        *resource(f"api-{name}-list", *listed),
        *resource(f"api-{name}-detail", *one, where={"ref": ref}),
    ]


PLACES = {"item": {"lens": "swot", "quadrant": "threat"}}
ANSWER = {"state": "holds", "answer": "It does."}


def _answered() -> Row:
    row = write("POST", OWNERS, (WRITING,), 200, body=ANSWER)
    return unknown_to_others([row], "assumption")[0]


API: list[Row] = [
    *kind_of_finding("analysis-items", "item", "statement", removes=False),
    *kind_of_finding("capabilities", "capability", "name"),
    *kind_of_finding("competitors", "competitor", "name"),
    *kind_of_finding("scenarios", "scenario", "name"),
    *kind_of_finding("assumptions", "assumption", "statement"),
    *resource(
        "api-analysis-items-place", smo("POST", 200, {"quadrant": "threat"}), where={"ref": "{analysis_item}"}
    ),
    *resource(
        "api-scenarios-effects", smo("POST", 200, {"effects": []}), where={"ref": "{analysis_scenario}"}
    ),
    *resource("api-assumptions-answer", _answered(), where={"ref": "{analysis_assumption}"}),
]


def furnish(people: dict[str, User], plans: dict[str, Plan]) -> dict[str, object]:
    """One of each kind in the plan in force; the contributor looks after the tripped assumption."""
    staff, plan = people[Role.SMO_STAFF], plans[PlanState.ACTIVE]
    made: dict[str, object] = {
        "analysis_item": add_item(by=staff, plan=plan, statement="Deep water", quadrant="strength").pk
    }
    for kind in ("capability", "competitor", "scenario"):
        made[f"analysis_{kind}"] = add_finding(by=staff, plan=plan, kind=kind, name=f"A {kind}").pk
    wired = {"tripwire": "date", "trips_on": dt.date(2026, 1, 1), "owner": people[Role.CONTRIBUTOR]}
    assumption = add_finding(by=staff, plan=plan, kind="assumption", statement="It rains", **wired)
    return {**made, "analysis_assumption": assumption.pk}
