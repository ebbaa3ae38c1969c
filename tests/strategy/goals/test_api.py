"""/api/v1/goals/, /goal-steps/, /commentaries/ and who helps with objectives."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from strategy.actions.goals import add_goal
from strategy.models import Goal, GoalStep, Objective, Plan
from tests.core.api.conftest import Caller
from tests.kpis.test_import_pages import browser
from tests.strategy.goals.conftest import Town


def person(user: Any) -> Caller:
    """A person with a session."""
    return Caller(browser(user))


def faults(answer: Any) -> list[tuple[str, str]]:
    """Field and code of each fault."""
    return [(each.get("field"), each["code"]) for each in answer.json()["errors"]]


def test_a_goal_is_read_with_its_check_and_its_progress(measured: Town) -> None:
    read = person(measured.city.viewer)("GET", "goals/?plan=h30").json()["results"]
    assert [(each["objective"], each["smart"]["met"], each["progress"]["pace"]) for each in read] == [
        ("h30:O1", 5, "ahead")
    ]
    one = person(measured.city.viewer)("GET", f"goals/{measured.goal.pk}/").json()
    assert one == read[0]


def test_a_goal_is_made_and_changed_in_a_draft(town: Town) -> None:
    Plan.objects.update(state="draft")
    office = person(town.city.staff)
    made = office(
        "POST",
        "goals/",
        {
            "objective": "h30:O2",
            "statement": "Plant 200 trees",
            "owner": "gil@city.example",
            "budget": "10.50",
        },
    )
    assert (made.status_code, made.json()["smart"]["met"], made.json()["progress"]) == (201, 1, None)
    changed = office("PATCH", f"goals/{made.json()['id']}/", {"due_on": "2027-04-30", "kpi": "complaints"})
    assert (changed.status_code, changed.json()["due_on"], changed.json()["kpi"]) == (
        200,
        "2027-04-30",
        "complaints",
    )


def test_a_goal_is_archived_brought_back_and_removed(town: Town) -> None:
    Plan.objects.update(state="draft")
    office, path = person(town.city.staff), f"goals/{town.goal.pk}/"
    assert office("DELETE", path).status_code == 409
    assert office("POST", f"{path}archive/").json()["archived_on"] is not None
    assert office("GET", "goals/?archived_on__isnull=true").json()["results"] == []
    assert office("POST", f"{path}restore/").json()["archived_on"] is None
    GoalStep.objects.all().delete()
    assert office("DELETE", path).status_code == 204


def test_in_force_the_agreed_is_a_conflict_and_the_upkeep_is_not(town: Town) -> None:
    office, gil = person(town.city.staff), person(town.gil)
    path = f"goals/{town.goal.pk}/"
    assert office("POST", "goals/", {"objective": "h30:O1", "statement": "More"}).status_code == 409
    assert office("PATCH", path, {"target": 5}).status_code == 409
    assert gil("PATCH", path, {"target": 5}).status_code == 403
    done = gil("PATCH", path, {"resources": "Two crews", "state": "reached", "closing_note": "Early"})
    assert (done.status_code, done.json()["state"], done.json()["closing_note"]) == (200, "reached", "Early")
    assert gil("PATCH", path, {"state": "missed"}).status_code == 409
    assert list(Goal.objects.values_list("resources", "target")) == [("Two crews", 6.0)]


def test_who_does_a_step_says_its_state_and_nothing_else(town: Town) -> None:
    stan, gil = person(town.stan), person(town.gil)
    path = f"goal-steps/{town.step.pk}/"
    assert stan("PATCH", path, {"name": "Less"}).status_code == 403
    assert stan("DELETE", path).status_code == 403
    assert stan("PATCH", path, {"state": "done"}).json()["state"] == "done"
    assert stan("POST", "goal-steps/", {"goal": town.goal.pk, "name": "More"}).status_code == 403
    made = gil("POST", "goal-steps/", {"goal": town.goal.pk, "name": "More", "who": "stan@city.example"})
    assert made.status_code == 201
    assert gil("DELETE", path).status_code == 204
    assert list(GoalStep.objects.values_list("name", flat=True)) == ["More"]


def test_a_commentary_is_written_read_and_removed(measured: Town) -> None:
    olga = person(measured.olga)
    sent = {"objective": "h30:O1", "period": "2026-Q3", "text": "Ill", "assessment": "red"}
    made = olga("POST", "commentaries/", sent).json()
    assert (made["period"], made["differs"], made["author"]) == ("2026-Q3", True, "olga@city.example")
    assert made["computed"]["status"] == "green"
    path = f"commentaries/{made['id']}/"
    assert person(measured.gil)("PATCH", path, {"text": "Well"}).status_code == 403
    assert olga("PATCH", path, {"text": "Well"}).json()["assessment"] == "red"
    assert [each["text"] for each in olga("GET", "commentaries/?objective=h30:O1").json()["results"]] == [
        "Well"
    ]
    assert olga("DELETE", path).status_code == 204


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ({"period": "soon"}, ("period", "invalid")),
        ({"objective": "h30:O9"}, ("objective", "unknown")),
        ({"assessment": "blue"}, ("assessment", "invalid_choice")),
    ],
)
def test_a_commentary_that_cannot_be_names_its_field(
    town: Town, sent: dict[str, str], fault: tuple[str, str]
) -> None:
    whole = {"objective": "h30:O1", "period": "2026-Q3", "text": "Ill"} | sent
    answer = person(town.olga)("POST", "commentaries/", whole)
    assert (answer.status_code, faults(answer)) == (400, [fault])


def test_an_owner_says_who_helps(town: Town) -> None:
    olga, path = person(town.olga), "objectives/h30:O1/"
    sent = {
        "supporting": [{"department": "parks", "note": "Trees"}],
        "team": [{"person": "gil@city.example", "part": "Noise"}],
    }
    changed = olga("PATCH", path, sent)
    assert {name: changed.json()[name] for name in sent} == sent
    assert olga("PATCH", path, {"description": "Mine"}).status_code == 403
    assert person(town.gil)("PATCH", path, {"team": []}).status_code == 403
    assert olga("PATCH", path, {"supporting": [{"department": "roads"}]}).status_code == 400
    assert olga("PATCH", path, {"team": []}).json()["team"] == []


def test_what_is_hidden_is_unknown(town: Town) -> None:
    Plan.objects.update(state="draft")
    viewer = person(town.city.viewer)
    assert viewer("GET", "goals/").json()["results"] == []
    assert [
        viewer("GET", f"{name}/").status_code
        for name in (f"goals/{town.goal.pk}", f"goal-steps/{town.step.pk}")
    ] == [404, 404]
    answer = viewer("POST", "commentaries/", {"objective": "h30:O1", "period": "2026-Q3", "text": "Ill"})
    assert faults(answer) == [("objective", "unknown")]
    answer = viewer("POST", "goal-steps/", {"goal": town.goal.pk, "name": "More"})
    assert faults(answer) == [("goal", "unknown")]


def test_a_page_of_goals_takes_as_many_queries_as_one(measured: Town) -> None:
    viewer = person(measured.city.viewer)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            viewer("GET", "goals/")
        return len(queries)

    count()
    before = count()
    for number in range(4):
        add_goal(
            by=None,
            objective=Objective.objects.get(code="O2"),
            statement=f"Goal {number}",
            kpi=measured.city.complaints,
        )
    assert count() == before
