"""The pages of a departmental plan and of everybody's part, and that REST does the same."""

from typing import Any

import pytest
from django.db import transaction

from org.models import User
from strategy.actions.cascade import add_activity, adopt_objective, support_objective, take_step
from strategy.enums.cascade import Step
from strategy.models import Agreement, Contribution, Objective, OperationalActivity, Plan, PlanSection
from tests.kpis.test_import_pages import browser
from tests.strategy.cascade.conftest import Cascade

PLAN = "/strategy/departmental/plan/h30-works/"
REST = "/api/v1/department-plans/"


def step_url(step: str) -> str:
    """The page of a step of the draft."""
    return f"/strategy/departmental/step/{step}/h30-works/"


def test_a_department_goes_from_nothing_to_a_plan_in_force(cascade: Cascade) -> None:
    cascade.works.delete()
    head, staff, executive = (browser(each) for each in (cascade.head, cascade.staff, cascade.executive))
    head.post("/strategy/departmental/begin/h30/", {"department": "works"})
    head.post("/strategy/departmental/adopt/h30-works/", {"above": cascade.objective("O1").pk})
    own = {"name": "Mended in a day", "above": cascade.objective("O2").pk}
    head.post("/strategy/departmental/support/h30-works/", own)
    head.post("/strategy/add/part/activity/h30-works/", {"name": "Sweep", "state": "planned"})
    head.post("/strategy/add/part/section/h30-works/", {"title": "Where we stand", "text": "Here."})
    for client, step in ((head, "propose"), (staff, "agree"), (executive, "approve"), (staff, "activate")):
        assert client.post(step_url(step), {"comment": ""}).status_code == 302
    page = browser(cascade.city.viewer).get(PLAN)
    assert (page.status_code, page.context["document"].stage) == (200, "active")
    text = page.content.decode()
    for said in ("Objective O1", "Mended in a day", "Sweep", "Where we stand", "Elena"):
        assert said in text


def test_a_head_begins_a_plan_for_own_departments_only(cascade: Cascade) -> None:
    answers = [
        browser(cascade.head).post("/strategy/departmental/begin/h30/", {"department": code}).status_code
        for code in ("roads", "health")
    ]
    assert answers == [302, 403]


def test_a_plan_of_a_department_is_shown_as_its_document(cascade: Cascade) -> None:
    assert browser(cascade.head).get("/strategy/plan/h30-works/").headers["Location"] == PLAN


def test_a_step_out_of_turn_answers_409(cascade: Cascade) -> None:
    assert browser(cascade.executive).post(step_url("approve"), {"comment": ""}).status_code == 409
    assert browser(cascade.executive).post(step_url("leap"), {"comment": ""}).status_code == 404


def test_an_agreed_plan_offers_only_what_is_kept_up(cascade: Cascade) -> None:
    activity = add_activity(by=cascade.head, plan=cascade.works, name="Sweep")
    take_step(by=cascade.head, plan=cascade.works, step=Step.PROPOSE)
    form = browser(cascade.head).get(f"/strategy/plan-part/activity/{activity.pk}/change/").context["form"]
    assert {name for name, field in form.fields.items() if not field.disabled} == {"who", "state"}
    posted = {"who": cascade.head.pk, "state": "under_way"}
    browser(cascade.head).post(f"/strategy/plan-part/activity/{activity.pk}/change/", posted)
    activity.refresh_from_db()
    assert (activity.name, activity.who, activity.state) == ("Sweep", cascade.head, "under_way")


def test_an_objectives_page_says_what_it_contributes_and_who_contributes(cascade: Cascade) -> None:
    above = cascade.objective("O1")
    own = support_objective(by=cascade.head, plan=cascade.works, above=above, name="Mended in a day")
    pages = [
        browser(cascade.head).get(f"/strategy/objective/{each.pk}/").content.decode() for each in (above, own)
    ]
    assert "Departments that contribute" in pages[0]
    assert "Mended in a day" in pages[0]
    assert "What it contributes to" in pages[1]
    assert "Objective O1" in pages[1]


def part(user: User, code: str) -> Any:
    """What a department's page says to somebody."""
    return browser(user).get(f"/strategy/part/{code}/").context["part"]


def test_a_departments_part_holds_what_lies_below_it(cascade: Cascade) -> None:
    support_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O2"), name="Own")
    add_activity(by=cascade.head, plan=cascade.works, name="Sweep")
    found = part(cascade.head, "works")
    assert [line.objective.code for line in found.owned] == ["O1"]
    assert [each.line.objective.code for each in found.supported] == ["O2"]
    assert [(each.line.objective.name, [one.code for one in each.above]) for each in found.own] == [
        ("Own", ["O2"])
    ]
    assert [line.kpi.code for line in found.kpis] == ["complaints"]
    assert [each.name for each in found.activities] == ["Sweep"]
    assert found.heads == (cascade.head,)


def test_a_viewer_is_told_what_is_published_only(cascade: Cascade) -> None:
    support_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O2"), name="Own")
    found = part(cascade.city.viewer, "works")
    assert (found.parts, found.own, found.supported) == ((), (), ())


def test_my_part_holds_what_is_mine_by_name(cascade: Cascade) -> None:
    adopt_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"))
    add_activity(by=cascade.head, plan=cascade.works, name="Sweep", who=cascade.head)
    mine = browser(cascade.head).get("/strategy/part/").context["mine"]
    assert [each.code for each in mine.objectives] == ["O1"]
    assert [each.name for each in mine.activities] == ["Sweep"]
    assert mine.departments == (cascade.city["works"],)
    steward = browser(cascade.city.steward_of_health).get("/strategy/part/").context["mine"]
    assert [kpi.code for kpi in steward.kpis] == ["complaints"]


def test_my_part_says_what_to_do_where_nothing_is_mine(cascade: Cascade) -> None:
    page = browser(cascade.city.viewer).get("/strategy/part/").content.decode()
    assert "Choose your department above" in page


@pytest.mark.django_db
def test_an_empty_house_has_no_part_yet(city_less_viewer: User) -> None:
    assert "No plan is published yet" in browser(city_less_viewer).get("/strategy/part/").content.decode()


@pytest.fixture
def city_less_viewer(db: None) -> User:
    """Somebody in an installation without departments and plans."""
    return User.objects.create(email="first@city.example", name="First")


def rows() -> dict[str, list[tuple[Any, ...]]]:
    """What is stored of departmental plans, without ids and moments."""
    parts = Plan.objects.filter(part_of__isnull=False)
    return {
        "plans": list(parts.values_list("code", "name", "kind", "state", "department__code")),
        "objectives": list(
            Objective.objects.filter(plan__in=parts).values_list("code", "name", "lead__code", "owner__email")
        ),
        "contributions": list(
            Contribution.objects.values_list("objective__code", "above__code", "kind", "note")
        ),
        "activities": list(OperationalActivity.objects.values_list("name", "state", "position")),
        "sections": list(PlanSection.objects.values_list("title", "text", "position")),
        "agreements": list(Agreement.objects.values_list("side", "decision", "comment", "by__email")),
    }


def by_pages(cascade: Cascade) -> None:
    """A plan is written and proposed in the browser."""
    client = browser(cascade.head)
    client.post("/strategy/departmental/begin/h30/", {"department": "roads", "name": "Roads"})
    client.post("/strategy/departmental/adopt/h30-roads/", {"above": cascade.objective("O1").pk})
    client.post(
        "/strategy/departmental/support/h30-roads/",
        {"name": "Own", "above": cascade.objective("O2").pk, "note": "Sooner", "owner": cascade.head.pk},
    )
    client.post("/strategy/add/part/activity/h30-roads/", {"name": "Sweep", "state": "planned"})
    client.post("/strategy/add/part/section/h30-roads/", {"title": "Where", "text": "Here."})
    client.post("/strategy/departmental/step/propose/h30-roads/", {"comment": "Ready"})


def by_rest(cascade: Cascade) -> None:
    """The same by REST."""
    client, json = browser(cascade.head), {"content_type": "application/json"}
    calls = [
        (REST, {"part_of": "h30", "department": "roads", "name": "Roads"}),
        (f"{REST}h30-roads/objectives/", {"above": "h30:O1", "kind": "adopts"}),
        (
            f"{REST}h30-roads/objectives/",
            {"above": "h30:O2", "name": "Own", "note": "Sooner", "owner": cascade.head.email},
        ),
        ("/api/v1/activities/", {"plan": "h30-roads", "name": "Sweep", "state": "planned"}),
        ("/api/v1/plan-sections/", {"plan": "h30-roads", "title": "Where", "text": "Here."}),
        (f"{REST}h30-roads/steps/", {"step": "propose", "comment": "Ready"}),
    ]
    answers = [client.post(path, body, **json).status_code for path, body in calls]  # type: ignore[arg-type]
    assert answers == [201, 201, 201, 201, 201, 200]


def test_both_faces_leave_the_same_behind(cascade: Cascade) -> None:
    stored = []
    for act in (by_pages, by_rest):
        with transaction.atomic():
            act(cascade)
            stored.append(rows())
            transaction.set_rollback(True)
    assert stored[0]["agreements"] == [("department", "agreed", "Ready", "hana@city.example")]
    assert stored[0] == stored[1]


def test_rest_tells_the_stage_and_who_agreed(cascade: Cascade) -> None:
    take_step(by=cascade.head, plan=cascade.works, step=Step.PROPOSE, comment="Ready")
    body = browser(cascade.staff).get(f"{REST}h30-works/").json()
    said = [(each["side"], each["decision"], each["by"], each["comment"]) for each in body["agreements"]]
    assert (body["stage"], body["state"], said) == (
        "proposed",
        "consultation",
        [("department", "agreed", "hana@city.example", "Ready")],
    )


def test_rest_refuses_a_step_out_of_turn_with_409(cascade: Cascade) -> None:
    answer = browser(cascade.executive).post(
        f"{REST}h30-works/steps/", {"step": "approve"}, content_type="application/json"
    )
    assert (answer.status_code, answer.headers["Content-Type"]) == (409, "application/problem+json")


def test_rest_hides_contributions_of_a_hidden_plan(cascade: Cascade) -> None:
    support_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"), name="Own")
    found = [
        len(browser(user).get("/api/v1/contributions/").json()["results"])
        for user in (cascade.head, cascade.city.viewer)
    ]
    assert found == [1, 0]


def test_while_the_next_version_is_written_readers_see_the_one_that_stands(cascade: Cascade) -> None:
    adopt_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"))
    by = {Step.PROPOSE: cascade.head, Step.APPROVE: cascade.executive}
    for step in (Step.PROPOSE, Step.AGREE, Step.APPROVE, Step.ACTIVATE, Step.REOPEN):
        take_step(by=by.get(step, cascade.staff), plan=cascade.works, step=step, comment="Because")
    Plan.objects.filter(code="h30-works").update(name="Not agreed yet")
    viewer = browser(cascade.city.viewer)

    page, listed = viewer.get(PLAN), viewer.get("/strategy/departments/h30/").content.decode()

    kept = page.context["kept"]
    assert (kept.name, [(each.code, each.kpis) for each in kept.objectives]) == (
        "Plan of Works",
        [("O1", ("Complaints",))],
    )
    assert "Not agreed yet" not in page.content.decode() + listed
    assert "Version 1; the next is being written" in listed
    assert viewer.get("/strategy/plan/h30-works/").status_code == 404
    [version] = viewer.get("/api/v1/plan-versions/").json()["results"]
    assert version["plan"] == "h30-works"
    assert viewer.get(f"/api/v1/plan-versions/{version['id']}/differences/").status_code == 404
    assert browser(cascade.head).get(PLAN).context["document"].stage == "draft"


def test_a_plan_that_was_never_approved_stays_hidden(cascade: Cascade) -> None:
    assert browser(cascade.city.viewer).get(PLAN).status_code == 404
