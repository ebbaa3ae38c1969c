"""Who may do what with SMART goals, commentary, teams and the action plan."""

import datetime as dt

from kpis.engine.frequency import Frequency, Period
from org.enums import Role
from org.models import User
from strategy.actions.goals import add_goal, add_step
from strategy.actions.participation import write_commentary
from strategy.enums import PlanState
from strategy.models import Plan
from tests.smo.matrix.callers import (
    CONTRIBUTOR,
    EVERYONE,
    HEAD,
    READS_DRAFTS,
    STAFF,
    VIEWER,
    WRITING,
)
from tests.smo.matrix.rows import HIDDEN, Row, fixed, page, read, resource, write

# The goal belongs to an objective that the head's department leads; the contributor owns it, the viewer has
# its step to do.
LEADS = (STAFF, HEAD)
OWN = (*LEADS, CONTRIBUTOR)
DO = (*OWN, VIEWER)
OF_OBJECTIVE, OF_GOAL, OF_STEP = {"pk": "{active_led}"}, {"pk": "{goal}"}, {"pk": "{step}"}

PAGES: list[Row] = [
    *page("action_plan", {"code": "active"}),
    *page("action_plan", {"code": "draft"}, get=READS_DRAFTS, otherwise=HIDDEN, variant="of a draft"),
    *page("goal", OF_GOAL),
    *page("goal", {"pk": "{draft_goal}"}, get=READS_DRAFTS, otherwise=HIDDEN, variant="of a draft"),
    *fixed(page("add_goal", OF_OBJECTIVE, get=LEADS, post=LEADS)),
    *page("check_goal", OF_OBJECTIVE, get=None, post=EVERYONE, answer=200),
    *page("change_goal", OF_GOAL, get=OWN, post=OWN, answer=302),
    *page("goal_state", OF_GOAL, get=OWN, post=OWN),
    *fixed(page("remove_element", {"kind": "goal", **OF_GOAL}, get=LEADS, post=LEADS, variant="of a goal")),
    *page("add_step", OF_GOAL, get=OWN, post=OWN),
    *page("change_step", OF_STEP, get=OWN, post=OWN),
    *page("remove_step", OF_STEP, get=OWN, post=OWN, answer=302),
    *page("tick_step", OF_STEP, get=None, post=DO, answer=302),
    *page("objective_people", OF_OBJECTIVE, get=LEADS, post=LEADS, answer=302),
    *page("commentary", OF_OBJECTIVE, get=LEADS, post=LEADS),
    *page("remove_commentary", {"pk": "{commentary}"}, get=LEADS, post=LEADS, answer=302),
]

_WRITERS = (WRITING,)
_NEW_GOAL = {"objective": "active:O2", "statement": "Fewer faults"}
_SAID = {"objective": "active:O2", "period": "2025-Q4", "text": "Rain"}
API: list[Row] = [
    *resource(
        "api-goals-list",
        read(),
        write("POST", LEADS, _WRITERS, 409, body=_NEW_GOAL),  # the plan is in force
        write("PATCH", OWN, _WRITERS, 200, body=[{"id": "{goal}", "resources": "Two crews"}]),
        write("DELETE", LEADS, _WRITERS, 409, body=["{goal}"]),
    ),
    *[
        row
        for deed in ("archive", "restore")
        for row in resource(f"api-goals-{deed}", write("POST", LEADS, _WRITERS, 409), where={"ref": "{goal}"})
    ],
    *resource(
        "api-goals-detail",
        read(),
        read(READS_DRAFTS, otherwise=HIDDEN, where={"ref": "{draft_goal}"}, variant="of a draft"),
        write("PATCH", OWN, _WRITERS, 200, body={"state": "reached"}),
        write("PATCH", LEADS, _WRITERS, 409, body={"target": 3}, variant="what was agreed"),
        write("DELETE", LEADS, _WRITERS, 409),
        where={"ref": "{goal}"},
    ),
    *resource(
        "api-goal-steps-list",
        read(),
        write("POST", OWN, _WRITERS, 201, body={"goal": "{goal}", "name": "Map them"}),
        write("PATCH", DO, _WRITERS, 200, body=[{"id": "{step}", "state": "done"}]),
        write("DELETE", OWN, _WRITERS, 204, body=["{step}"]),
    ),
    *resource(
        "api-goal-steps-detail",
        read(),
        write("PATCH", OWN, _WRITERS, 200, body={"name": "Map them"}),
        write("DELETE", OWN, _WRITERS, 204),
        where={"ref": "{step}"},
    ),
    *resource(
        "api-commentaries-list",
        read(),
        write("POST", LEADS, _WRITERS, 201, body=_SAID),
        write("PATCH", LEADS, _WRITERS, 200, body=[{"id": "{commentary}", "text": "Sun"}]),
        write("DELETE", LEADS, _WRITERS, 204, body=["{commentary}"]),
    ),
    *resource(
        "api-commentaries-detail",
        read(),
        write("PATCH", LEADS, _WRITERS, 200, body={"text": "Sun"}),
        write("DELETE", LEADS, _WRITERS, 204),
        where={"ref": "{commentary}"},
    ),
]


def furnish(people: dict[str, User], plans: dict[str, Plan]) -> dict[str, object]:
    """A goal with a step and a commentary in the plan in force, and a goal of the draft."""
    objective = plans[PlanState.ACTIVE].objectives.get(code="O2")
    goal = add_goal(
        by=None, objective=objective, statement="Faults mended in a day", owner=people[Role.CONTRIBUTOR]
    )
    step = add_step(
        by=None, goal=goal, name="Count them", who=people[Role.VIEWER], due_on=dt.date(2020, 1, 31)
    )
    said = write_commentary(
        by=None, objective=objective, period=Period(Frequency.QUARTER, 2025 * 4), text="Snow"
    )
    draft = add_goal(by=None, objective=plans[PlanState.DRAFT].objectives.get(code="O2"), statement="Later")
    return {"goal": goal.pk, "step": step.pk, "commentary": said.pk, "draft_goal": draft.pk}
