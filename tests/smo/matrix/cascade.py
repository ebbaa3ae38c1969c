"""Who may do what with alignment, departmental and functional plans."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from org.models import Department, User
from strategy.actions import cascade
from strategy.enums.cascade import Step
from strategy.models import Plan
from tests.smo.matrix.callers import (
    CONTRIBUTOR,
    EXECUTIVE,
    HEAD,
    NOBODY,
    READS_DRAFTS,
    STAFF,
    VIEWER,
    WRITING,
)
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

# A draft of Works, which the head of Works writes; one of Health, which is nothing to them; one in force.
DRAFT, OTHER, IN_FORCE = {"code": "works-part"}, {"code": "health-part"}, {"code": "people-part"}
WRITERS = (STAFF, HEAD)
SEE_DRAFT = (*READS_DRAFTS, HEAD)
OUTSIDE = (CONTRIBUTOR, VIEWER)


def draft(route: str, where: dict[str, str], answer: int = 400, **more: Any) -> Iterator[Row]:
    """A page of the draft for who writes it; who only reads it is forbidden, others know nothing of it."""
    people = more.pop("people", WRITERS)
    for row in page(route, where, get=people, post=people, answer=answer, **more):
        yield replace(row, expected={**row.expected, **dict.fromkeys(OUTSIDE, HIDDEN)})


def step(name: str, **more: Any) -> dict[str, str]:
    """The address of a step of the draft."""
    return {"step": name, **DRAFT, **more}


PAGES: list[Row] = [
    *page("alignment", {"code": "active"}),
    *page("alignment", {"code": "draft"}, get=READS_DRAFTS, otherwise=HIDDEN, variant="draft"),
    *page("my_part"),
    *page("department_part", {"code": "roads"}),
    *page("department_plans", {"code": "active"}),
    *page("begin_part", {"code": "active"}, get=WRITERS, post=WRITERS),
    *page("department_plan", DRAFT, get=SEE_DRAFT, otherwise=HIDDEN, variant="draft"),
    *page("department_plan", OTHER, get=READS_DRAFTS, otherwise=HIDDEN, variant="another's draft"),
    *page("department_plan", IN_FORCE, variant="in force"),
    *draft("remove_part", DRAFT, 302),
    *draft("take_step", step("propose"), 302, people=(HEAD,), variant="propose"),
    *draft("take_step", step("agree"), 409, people=(STAFF,), variant="agree"),
    *draft("take_step", step("approve"), 409, people=(EXECUTIVE,), variant="approve"),
    *draft("adopt_objectives", DRAFT),
    *draft("support_objective", DRAFT),
    *draft("add_contribution", {"pk": "{own_objective}"}),
    *draft("remove_contribution", {"pk": "{contribution}"}, 302),
    *draft("add_plan_part", {"kind": "activity", **DRAFT}),
    *draft("change_plan_part", {"kind": "activity", "pk": "{activity}"}),
    *draft("remove_plan_part", {"kind": "section", "pk": "{section}"}, 302),
]


def by_writers(method: str, answer: int, body: Any = None, **more: Any) -> Row:
    """What the office, the head and a program of the office do."""
    return write(method, WRITERS, (WRITING,), answer, body=body, **more)


def seen_with_draft(**more: Any) -> Row:
    """GET of what is seen with the draft."""
    return read(SEE_DRAFT, otherwise=HIDDEN, **more)


def parts(name: str, key: str, new: dict[str, Any], change: dict[str, Any]) -> list[Row]:
    """Contributions, activities and passages of the draft."""
    return [
        *resource(
            f"api-{name}-list",
            read(),
            by_writers("POST", 201, new),
            by_writers("PATCH", 200, [{"id": f"{{{key}}}", **change}]),
            by_writers("DELETE", 204, [f"{{{key}}}"]),
        ),
        *resource(
            f"api-{name}-detail",
            seen_with_draft(),
            by_writers("PATCH", 200, change),
            by_writers("DELETE", 204),
            where={"ref": f"{{{key}}}"},
        ),
    ]


def steps() -> list[Row]:
    """The head proposes; the office's program neither proposes nor agrees."""
    row = write("POST", (HEAD,), NOBODY, 200, body={"step": "propose"})
    expected = {**row.expected, **dict.fromkeys(OUTSIDE, HIDDEN)}
    return resource(
        "api-department-plans-steps", replace(row, expected=expected), where={"ref": DRAFT["code"]}
    )


API: list[Row] = [
    *resource("api-alignment-detail", read(), where={"ref": "active"}),
    *resource(
        "api-department-plans-list",
        read(),
        by_writers("POST", 201, {"part_of": "active", "department": "roads"}),
        by_writers("PATCH", 200, [{**DRAFT, "name": "Plan of Works"}]),
        by_writers("DELETE", 204, [DRAFT["code"]]),
    ),
    *resource(
        "api-department-plans-detail",
        seen_with_draft(),
        by_writers("PATCH", 200, {"name": "Plan of Works"}),
        by_writers("DELETE", 204),
        where={"ref": DRAFT["code"]},
    ),
    *steps(),
    *resource(
        "api-department-plans-objectives",
        by_writers("POST", 201, {"above": "active:O1", "kind": "adopts"}),
        where={"ref": DRAFT["code"]},
    ),
    *parts(
        "contributions",
        "contribution",
        {"objective": "works-part:D1", "above": "active:O2"},
        {"note": "Sooner"},
    ),
    *parts("activities", "activity", {"plan": "works-part", "name": "Sweep"}, {"state": "done"}),
    *parts("plan-sections", "section", {"plan": "works-part", "title": "Why"}, {"title": "How"}),
]


def furnish(people: dict[str, User], plans: dict[str, Plan]) -> dict[str, object]:
    """A draft of Works with something of everything, a draft of Health, a plan for people in force."""
    places = {each.code: each for each in Department.objects.all()}
    staff, active = people[STAFF], plans["active"]
    works = cascade.begin_part(by=staff, part_of=active, department=places["works"], code="works-part")
    cascade.begin_part(by=staff, part_of=active, department=places["health"], code="health-part")
    above = active.objectives.get(code="O1")
    own = cascade.support_objective(by=staff, plan=works, above=above, name="Mended in a day")
    _in_force(people, active, places["health"])
    return {
        "own_objective": own.pk,
        "contribution": own.contributes_to.get().pk,
        "activity": cascade.add_activity(by=staff, plan=works, name="Walk the streets").pk,
        "section": cascade.add_section(by=staff, plan=works, title="Where we stand").pk,
    }


def _in_force(people: dict[str, User], active: Plan, department: Department) -> None:
    plan = cascade.begin_part(
        by=people[STAFF], part_of=active, department=department, function="people", code="people-part"
    )
    for who, taken in (
        (HEAD, Step.PROPOSE),
        (STAFF, Step.AGREE),
        (EXECUTIVE, Step.APPROVE),
        (STAFF, Step.ACTIVATE),
    ):
        cascade.take_step(by=people[who], plan=plan, step=taken)
