"""Pages of plans and objectives, and the import page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.search import find
from kpis.models import KPI
from org.actions import create_department
from org.enums import Role
from org.models import User
from strategy.actions import add_objective, add_priority, add_value, change_plan, link_cause, link_kpi
from strategy.models import Objective, Plan
from tests.strategy.stratml import plans

IMPORT = "/strategy/import/stratml/"
REPORT = plans.plan(plans.goal(plans.objective(plans.indicator([plans.result("Actual", "", "2024", "x")]))))


def browser(user: User) -> Client:
    """A signed-in browser."""
    client = Client()
    client.force_login(user, backend="org.sign_in.EmailBackend")
    return client


def upload(client: Client, content: bytes = REPORT) -> Any:
    """Choose a file; the answer is its preview."""
    return client.post(IMPORT, {"file": SimpleUploadedFile("plan.xml", content)})


def test_a_plan_says_what_it_wants(staff: User, plan: Plan) -> None:
    change_plan(by=staff, plan=plan, vision="Calm water", mission="We look after it")
    add_value(by=staff, plan=plan, name="Candour", description="Say it plainly")
    priority = add_priority(by=staff, plan=plan, code="P1", name="Friends with the sea")
    add_objective(
        by=staff,
        plan=plan,
        code="O1",
        name="Ready for storms",
        priority=priority,
        perspective=plan.perspectives.first(),
    )
    add_objective(by=staff, plan=plan, code="O2", name="Nowhere yet")

    page = browser(staff).get("/strategy/plan/h30/").content.decode()
    for text in (
        "Calm water",
        "We look after it",
        "Candour",
        "Friends with the sea",
        "Ready for storms",
        "In no perspective yet",
        "Draft",
    ):
        assert text in page


def test_an_objective_says_what_measures_it_and_what_helps_it(
    staff: User, objective: Objective, kpi: KPI
) -> None:
    link_kpi(by=staff, objective=objective, kpi=kpi, weight=2.5)
    cause = add_objective(by=staff, plan=objective.plan, code="O2", name="Lights that work")
    link_cause(by=staff, cause=cause, effect=objective, note="after dark")

    page = browser(staff).get(f"/strategy/objective/{objective.pk}/").content.decode()
    for text in ("Safer streets", "Serious road injuries", "2.5", "Lights that work", "after dark"):
        assert text in page


def test_an_objective_shows_its_lines_of_the_scorecard_and_no_others(
    staff: User, objective: Objective, kpi: KPI
) -> None:
    create_department(by=staff, code="city", name="City")
    link_kpi(by=staff, objective=objective, kpi=kpi)
    add_objective(by=staff, plan=objective.plan, code="O2", name="Other")

    page = browser(staff).get(f"/strategy/objective/{objective.pk}/")
    assert [row.name for row in page.context["rows"]] == ["Safer streets", "Serious road injuries"]


@pytest.mark.parametrize("path", ["/strategy/plan/h30/", "/strategy/objective/%d/"])
def test_a_draft_is_hidden_from_a_viewer(
    person: Callable[[str], User], objective: Objective, path: str
) -> None:
    client = browser(person(Role.VIEWER))
    address = path % objective.pk if "%" in path else path

    assert client.get(address).status_code == 404
    Plan.objects.update(state="active")
    assert client.get(address).status_code == 200


def test_the_list_shows_the_plans_of_the_reader_with_constant_queries(
    staff: User, plan: Plan, django_assert_max_num_queries: Any
) -> None:
    client = browser(staff)
    client.get("/strategy/")
    for number in range(12):
        Plan.objects.create(code=f"p{number}", name=f"Plan number {number}")

    with django_assert_max_num_queries(12):
        page = client.get("/strategy/").content.decode()
    assert "Harbour 2030" in page
    assert "Plan number 11" in page


def test_a_plan_page_takes_as_many_queries_for_many_objectives(
    staff: User, plan: Plan, objective: Objective
) -> None:
    client = browser(staff)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/strategy/plan/h30/").status_code == 200
        return len(captured)

    queries()
    few = queries()
    for number in range(9):
        add_objective(by=staff, plan=plan, code=f"N{number}", name="N", owner=staff)
    assert queries() == few


def test_a_preview_tells_what_a_plan_would_become_and_stores_nothing(staff: User) -> None:
    preview = upload(browser(staff))

    assert preview.status_code == 200
    assert preview.context["outcome"].counts["objectives"] == 1
    text = preview.content.decode()
    assert "“Harbour plan”, code harbour-plan" in text
    assert "is no number" in text
    assert not Plan.objects.exists()


def test_confirming_stores_the_plan_and_leads_to_its_scorecard(staff: User) -> None:
    client = browser(staff)
    preview = upload(client)
    done = client.post(IMPORT, {"stored": preview.context["stored"].pk})

    assert (done.status_code, done.url) == (302, "/performance/scorecard/?plan=harbour-plan")
    assert Plan.objects.get().state == "active"
    assert client.get(done.url).status_code == 200


def test_the_same_plan_again_becomes_another_one_and_the_preview_says_so(staff: User) -> None:
    client = browser(staff)
    client.post(IMPORT, {"stored": upload(client).context["stored"].pk})
    preview = upload(client)

    assert "A plan of this name exists already" in preview.content.decode()
    client.post(IMPORT, {"stored": preview.context["stored"].pk})
    assert sorted(Plan.objects.values_list("code", flat=True)) == ["harbour-plan", "harbour-plan-2"]


def test_a_file_that_is_refused_says_why_and_where(staff: User) -> None:
    preview = upload(browser(staff), b"<StrategicPlan>\n<Name>&</Name></StrategicPlan>")

    assert preview.status_code == 400
    assert [fault.line for fault in preview.context["outcome"].faults] == [2]
    assert "not well-formed" in preview.content.decode()
    assert not Plan.objects.exists()


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.EXECUTIVE, Role.DEPARTMENT_HEAD, Role.VIEWER])
def test_only_smo_staff_import_plans(person: Callable[[str], User], role: str) -> None:
    client = browser(person(role))

    assert (client.get(IMPORT).status_code, upload(client).status_code) == (403, 403)


def test_the_search_finds_what_the_reader_may_see(
    person: Callable[[str], User], objective: Objective
) -> None:
    viewer, office = person(Role.VIEWER), User.objects.get(email="smo_staff@city.example")

    assert [each.title for each in find(office, "safer")["objectives"]] == ["Safer streets"]
    assert [each.code for each in find(office, "harbour")["plans"]] == ["h30"]
    assert find(viewer, "safer") == {}
