"""/api/v1/plans/, /perspectives/, /priorities/ and /objectives/."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kpis.models import KPI
from org.actions import create_api_token, create_department
from org.enums import Role
from org.models import User
from strategy.models import Objective, ObjectiveKPI, ObjectivePlacement, PerspectiveWeight, Plan
from tests.core.api.conftest import Caller
from tests.strategy.stratml import plans


def program(user: User) -> Caller:
    """A program with a token of the user."""
    _token, secret = create_api_token(by=user, user=user, scopes=("read", "write"))
    return Caller(Client(), Authorization=f"Bearer {secret}")


@pytest.fixture
def office(staff: User) -> Caller:
    """The strategy office's program."""
    return program(staff)


def faults(response: Any) -> list[tuple[str, str]]:
    """Field and code of each fault."""
    return [(each.get("field"), each["code"]) for each in response.json()["errors"]]


def test_a_plan_is_made_read_changed_and_moved_on(office: Caller) -> None:
    made = office("POST", "plans/", {"code": "h30", "name": "Harbour 2030", "ends_on": "2030-12-31"})
    assert (made.status_code, made.json()["state"]) == (201, "draft")

    changed = office("PATCH", "plans/h30/", {"vision": "Calm water", "state": "consultation"})
    assert (changed.status_code, changed.json()["vision"], changed.json()["state"]) == (
        200,
        "Calm water",
        "consultation",
    )
    found = office("GET", "plans/?state=consultation").json()["results"]
    assert [each["code"] for each in found] == ["h30"]
    assert office("PATCH", "plans/h30/", {"state": "active"}).status_code == 409


def test_a_state_that_cannot_follow_is_a_conflict(office: Caller, plan: Plan) -> None:
    assert office("PATCH", "plans/h30/", {"state": "archived"}).status_code == 409
    assert Plan.objects.get().state == "draft"


def test_only_an_executive_approves(office: Caller, plan: Plan, person: Callable[[str], User]) -> None:
    executive = program(person(Role.EXECUTIVE))

    assert office("PATCH", "plans/h30/", {"state": "approved"}).status_code == 403
    assert executive("PATCH", "plans/h30/", {"state": "active"}).status_code == 403
    assert executive("PATCH", "plans/h30/", {"state": "approved", "vision": "Mine"}).status_code == 403
    assert (Plan.objects.get().state, Plan.objects.get().vision) == ("draft", plan.vision)
    assert executive("PATCH", "plans/h30/", {"state": "approved"}).json()["state"] == "approved"


def test_a_taken_code_is_a_fault_of_its_field(office: Caller, plan: Plan) -> None:
    answer = office("POST", "plans/", {"code": "H30", "name": "Again"})

    assert (answer.status_code, faults(answer)) == (400, [("code", "unique")])


def test_a_draft_does_not_exist_for_a_viewer(person: Callable[[str], User], objective: Objective) -> None:
    viewer = program(person(Role.VIEWER))
    paths = ("plans/h30/", f"objectives/{objective.pk}/", "objectives/h30:O1/", "perspectives/h30:customer/")

    assert [viewer("GET", path).status_code for path in paths] == [404, 404, 404, 404]
    assert viewer("GET", "objectives/").json()["results"] == []
    Plan.objects.update(state="active")
    assert [viewer("GET", path).status_code for path in paths] == [200, 200, 200, 200]
    assert viewer("PATCH", "plans/h30/", {"name": "Mine"}).status_code == 403


def test_a_perspective_weighs_otherwise_from_a_day_on(office: Caller, plan: Plan) -> None:
    made = office("POST", "perspectives/", {"plan": "h30", "code": "sea", "name": "Sea", "weight": 2})
    assert (made.status_code, made.json()["ref"], made.json()["weight"]) == (201, "h30:sea", 2.0)

    later = office("PATCH", "perspectives/h30:sea/", {"weight": 5, "since": "2026-01-01"})
    assert (later.status_code, later.json()["weight"]) == (200, 5.0)
    assert [row.weight for row in PerspectiveWeight.objects.current().order_by("valid")] == [2.0, 5.0]


def test_a_priority_is_made_and_renamed(office: Caller, plan: Plan) -> None:
    assert office("POST", "priorities/", {"plan": "h30", "code": "P1", "name": "Sea"}).status_code == 201
    renamed = office("PATCH", "priorities/h30:P1/", {"name": "Friends with the sea"})

    assert (renamed.status_code, renamed.json()["name"]) == (200, "Friends with the sea")


def test_an_objective_comes_with_its_place_and_its_kpis(office: Caller, plan: Plan, kpi: KPI) -> None:
    create_department(by=None, code="city", name="City")
    answer = office(
        "POST",
        "objectives/",
        {
            "plan": "h30",
            "code": "O1",
            "name": "Safer streets",
            "perspective": "customer",
            "weight": 3,
            "owner": "smo_staff@city.example",
            "lead": "city",
            "kpis": [{"kpi": "injuries", "weight": 2}],
        },
    )

    assert answer.status_code == 201, answer.content
    shown = {key: value for key, value in answer.json().items() if key != "id"}
    assert shown == {
        "ref": "h30:O1",
        "plan": "h30",
        "code": "O1",
        "name": "Safer streets",
        "description": "",
        "perspective": "customer",
        "priority": None,
        "weight": 3.0,
        "owner": "smo_staff@city.example",
        "lead": "city",
        "starts_on": None,
        "ends_on": None,
        "archived_on": None,
        "kpis": [{"kpi": "injuries", "weight": 2.0}],
        "supporting": [],
        "team": [],
    }


def test_a_change_of_place_keeps_what_is_not_said(office: Caller, plan: Plan) -> None:
    body = {"plan": "h30", "code": "O1", "name": "Safer", "perspective": "customer", "weight": 3}
    office("POST", "objectives/", body)
    moved = office("PATCH", "objectives/h30:O1/", {"perspective": "process", "since": "2026-01-01"})

    assert (moved.status_code, moved.json()["perspective"], moved.json()["weight"]) == (200, "process", 3.0)
    assert [row.perspective.code for row in ObjectivePlacement.objects.current().order_by("valid")] == [  # type: ignore[union-attr]
        "customer",
        "process",
    ]


def test_the_kpis_of_a_change_are_all_of_them(office: Caller, objective: Objective, kpi: KPI) -> None:
    other = KPI.objects.create(code="speed", name="Speed")
    other.definitions.create(frequency="month", direction="down", time_rollup="sum", department_rollup="sum")
    office("PATCH", "objectives/h30:O1/", {"kpis": [{"kpi": "injuries"}], "since": "2026-01-01"})
    changed = office("PATCH", "objectives/h30:O1/", {"kpis": [{"kpi": "speed"}], "since": "2026-02-01"})

    assert changed.json()["kpis"] == [{"kpi": "speed", "weight": 1.0}]
    ends = {row.kpi.code: row.valid.upper for row in ObjectiveKPI.objects.current()}
    assert str(ends["injuries"]) == "2026-02-01"
    assert ends["speed"] is None


def test_a_perspective_of_another_plan_is_unknown(office: Caller, plan: Plan) -> None:
    body = {"plan": "h30", "code": "O1", "name": "Safer", "perspective": "nowhere"}
    answer = office("POST", "objectives/", body)

    assert (answer.status_code, faults(answer)) == (400, [("perspective", "unknown")])
    assert not Objective.objects.exists()


def test_many_objectives_are_stored_or_none(office: Caller, plan: Plan) -> None:
    row = {"plan": "h30", "name": "Safer"}
    refused = office("POST", "objectives/", [row | {"code": "O1"}, row | {"code": "o1"}])
    assert (refused.status_code, [each["index"] for each in refused.json()["errors"]]) == (400, [1])
    assert not Objective.objects.exists()
    assert office("POST", "objectives/", [row | {"code": "O1"}, row | {"code": "O2"}]).status_code == 201


def test_a_list_takes_as_many_queries_for_ten_objectives_as_for_one(office: Caller, plan: Plan) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert office("GET", "objectives/").status_code == 200
        return len(captured)

    row = {"plan": "h30", "name": "Safer", "perspective": "customer", "owner": "smo_staff@city.example"}
    office("POST", "objectives/", row | {"code": "O0"})
    queries()
    few = queries()
    office("POST", "objectives/", [row | {"code": f"O{number}"} for number in range(1, 10)])
    assert queries() == few


def stratml(caller: Caller, content: bytes, query: str = "", kind: str = "application/xml") -> Any:
    """Send a StratML file."""
    return caller.client.generic(
        "POST", f"/api/v1/plans/stratml/{query}", content, content_type=kind, headers=caller.headers
    )


@pytest.mark.parametrize("kind", ["application/xml", "text/xml", "application/stratml+xml"])
def test_a_stratml_file_becomes_a_plan(office: Caller, kind: str) -> None:
    content = plans.plan(plans.goal(plans.objective(plans.indicator())))
    answer = stratml(office, content, kind=kind)

    assert answer.status_code == 201, answer.content
    counts = {key: answer.json()[key] for key in ("plan", "state", "priorities", "objectives", "kpis")}
    assert counts == {"plan": "harbour-plan", "state": "active", "priorities": 1, "objectives": 1, "kpis": 1}
    assert stratml(office, content).status_code == 400
    assert stratml(office, content, "?code=second").json()["plan"] == "second"


def test_a_dry_run_of_a_stratml_file_stores_nothing(office: Caller) -> None:
    answer = stratml(office, plans.plan(plans.goal()), "?dry_run=true")

    assert (answer.status_code, answer.json()["priorities"]) == (200, 1)
    assert not Plan.objects.exists()


def test_a_refused_stratml_file_says_why(office: Caller) -> None:
    answer = stratml(office, b"<StrategicPlan>&</StrategicPlan>")

    assert answer.status_code == 400
    assert "not well-formed" in answer.json()["errors"][0]["detail"]
    assert not Plan.objects.exists()


def test_a_viewer_imports_no_plan(person: Callable[[str], User]) -> None:
    assert stratml(program(person(Role.VIEWER)), plans.plan(plans.goal())).status_code == 403
