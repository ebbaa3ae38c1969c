"""Who may do what with versions and revisions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from org.enums import Role
from org.models import User
from strategy.actions import change_plan
from strategy.actions.revisions import begin_revision, propose_revision
from strategy.actions.versions import keep_version
from strategy.enums import PlanState
from strategy.models import Plan
from tests.smo.matrix.callers import EVERYONE, EXECUTIVE, NOBODY, READS_DRAFTS, STAFF, WRITING
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

# One that is written, one that waits for approval: both are seen by those who see drafts.
WRITTEN, WAITING = "{revision_written}", "{revision_waiting}"
SMO, DECIDES = (STAFF,), (EXECUTIVE,)


def hidden(rows: Iterator[Row] | list[Row]) -> Iterator[Row]:
    """The rows, with 404 for who may not know of a revision before it is in force."""
    unknown = {who: HIDDEN for who in EVERYONE if who not in READS_DRAFTS}
    for row in rows:
        kept = {who: answer for who, answer in unknown.items() if row.expected[who] != 405}
        yield replace(row, expected={**row.expected, **kept})


def step(pk: str, name: str, who: tuple[str, ...], answer: int) -> Iterator[Row]:
    """The page of a step of a revision."""
    yield from hidden(
        page("revision_step", {"pk": pk, "name": name}, get=who, post=who, answer=answer, variant=name)
    )


PAGES: list[Row] = [
    *page("revisions", {"code": "active"}),
    *page("revisions", {"code": "draft"}, get=READS_DRAFTS, otherwise=HIDDEN, variant="draft"),
    *page("begin_revision", {"code": "active"}, get=SMO, post=SMO),
    *page("revision", {"pk": WAITING}, get=READS_DRAFTS, otherwise=HIDDEN),
    *step(WRITTEN, "propose", SMO, 400),
    *step(WRITTEN, "change", SMO, 400),
    *step(WRITTEN, "update", SMO, 302),
    *step(WRITTEN, "take-back", DECIDES, 400),
    *step(WAITING, "approve", DECIDES, 302),
    *step(WAITING, "return", DECIDES, 400),
    *step(WAITING, "withdraw", SMO, 302),
]


def seen(**more: Any) -> Row:
    """GET of a revision that is not in force."""
    return read(READS_DRAFTS, otherwise=HIDDEN, **more)


def call(name: str, pk: str, people: tuple[str, ...], programs: tuple[str, ...], answer: int) -> Row:
    """A step of a revision by REST."""
    row = write("POST", people, programs, answer, body={"step": name}, where={"ref": pk}, variant=name)
    return next(iter(hidden([row])))


API: list[Row] = [
    *resource(
        "api-revisions-list",
        read(),
        write("POST", SMO, (WRITING,), 201, body={"plan": "active", "title": "Bolder", "reason": "Storms"}),
        write("PATCH", SMO, (WRITING,), 200, body=[{"id": WRITTEN, "title": "Bolder"}]),
    ),
    *resource(
        "api-revisions-detail",
        seen(),
        write("PATCH", SMO, (WRITING,), 200, body={"reason": "More storms"}),
        where={"ref": WRITTEN},
    ),
    *resource(
        "api-revisions-steps",
        call("propose", WRITTEN, SMO, (WRITING,), 400),
        call("approve", WAITING, DECIDES, NOBODY, 200),
        call("withdraw", WAITING, SMO, (WRITING,), 200),
        where={"ref": WAITING},
    ),
    *resource("api-revisions-differences", seen(), where={"ref": WAITING}),
    *resource("api-plan-versions-list", read()),
    *resource("api-plan-versions-detail", read(), where={"ref": "{plan_version}"}),
    *resource("api-plan-versions-differences", read(), where={"ref": "{plan_version}"}),
]


def furnish(people: dict[str, User], plans: dict[str, Plan]) -> dict[str, object]:
    """A version of the plan in force, and two revisions of it; returns their ids."""
    staff, plan = people[Role.SMO_STAFF], plans[PlanState.ACTIVE]
    version = keep_version(by=staff, plan=plan, reason="Approved")
    written = begin_revision(by=staff, plan=plan, title="Bolder", reason="Storms")
    waiting = begin_revision(by=staff, plan=plan, title="Calmer", reason="Money")
    change_plan(by=staff, plan=waiting.branch, vision="Calm water")
    propose_revision(by=staff, revision=waiting)
    return {"revision_written": written.pk, "revision_waiting": waiting.pk, "plan_version": version.pk}
