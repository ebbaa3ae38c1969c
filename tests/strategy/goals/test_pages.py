"""Goals, teams, commentary and the action plan in the browser."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.due import due_from
from core.search import find
from strategy.actions.goals import add_goal, add_step
from strategy.actions.participation import write_commentary
from strategy.enums import ActivityState, GoalState
from strategy.goals.commentary import usual_period
from strategy.models import Commentary, Goal, GoalStep, Objective, Plan
from tests.kpis.test_import_pages import browser
from tests.strategy.goals.conftest import TODAY, Town


def page(client: Client, route: str, *args: Any, query: str = "") -> Any:
    """GET a route."""
    return client.get(reverse(route, args=args) + query)


def send(client: Client, route: str, *args: Any, query: str = "", **data: Any) -> int:
    """POST a route; the status that answers."""
    return client.post(reverse(route, args=args) + query, data).status_code


def text_of(answer: Any) -> str:
    """The page with its spaces made one."""
    return " ".join(answer.content.decode().split())


def test_a_goals_page_says_how_it_does_and_what_to_mend(measured: Town) -> None:
    Goal.objects.update(owner=None)
    shown = page(browser(measured.city.staff), "goal", measured.goal.pk)
    reading = shown.context["reading"]
    assert reading.smart.met == 4
    assert (reading.progress.point, str(reading.progress.pace)) == (
        (dt.date(2026, 10, 31), 8.0),
        "ahead",
    )
    text = text_of(shown)
    assert "8 on 31 October 2026: 0.3 ahead of the expected 8.3." in text
    assert f"{reverse('change_goal', args=[measured.goal.pk])}#id_owner" in text


def test_the_form_is_checked_while_it_is_written(measured: Town) -> None:
    client = browser(measured.city.viewer)
    data = {"statement": "Cut noise and cut dust", "kpi": measured.city.complaints.pk, "due_on": "2026-x"}
    answer = client.post(reverse("check_goal", args=[measured.objective.pk]), data)
    assert [each.verdict.value for each in answer.context["smart"].letters] == [
        "not_met",
        "not_met",
        "not_met",
        "met",
        "not_met",
    ]
    assert "It seems to join two outcomes" in text_of(answer)
    assert Goal.objects.count() == 1


def test_what_the_form_holds_fast_is_checked_as_it_is(measured: Town) -> None:
    client = browser(measured.gil)
    url = f"{reverse('check_goal', args=[measured.objective.pk])}?goal={measured.goal.pk}"
    met = [
        client.post(url, data).context["smart"].met for data in ({"resources": "Crews"}, {"resources": ""})
    ]
    assert met == [5, 4]


def test_of_a_plan_in_force_the_agreed_cannot_be_typed(town: Town) -> None:
    client = browser(town.gil)
    form = page(client, "change_goal", town.goal.pk).context["form"]
    assert [name for name, field in form.fields.items() if not field.disabled] == [
        "owner",
        "resources",
        "budget",
        "relevance",
    ]
    sent = {"statement": "Else", "owner": town.gil.pk, "relevance": "Quiet streets"}
    assert send(client, "change_goal", town.goal.pk, **sent) == 302
    changed = Goal.objects.get()
    assert (changed.statement, changed.target, changed.relevance) == (
        town.goal.statement,
        6.0,
        "Quiet streets",
    )


def test_a_goal_is_added_to_a_draft(town: Town) -> None:
    Plan.objects.update(state="draft")
    client = browser(town.city.staff)
    assert page(client, "add_goal", town.objective.pk).context["form"]["owner"].initial == town.olga.pk
    sent = {"statement": "Cut noise", "department": "roads", "target": "5", "due_on": "2027-06-30"}
    assert send(client, "add_goal", town.objective.pk, **sent) == 302
    added = Goal.objects.latest("pk")
    assert (added.statement, added.department, added.target) == ("Cut noise", town.city["roads"], 5.0)


def test_a_goal_with_steps_is_archived_and_brought_back(town: Town) -> None:
    Plan.objects.update(state="draft")
    client, pk = browser(town.city.staff), town.goal.pk
    assert town.step.name in text_of(page(client, "remove_element", "goal", pk))
    assert [
        send(client, "remove_element", "goal", pk, deed=deed) for deed in ("remove", "archive", "archive")
    ] == [
        409,
        302,
        409,
    ]
    assert page(client, "action_plan", "h30").context["counts"] == (0, 0, 0)
    assert send(client, "remove_element", "goal", pk, deed="restore") == 302
    GoalStep.objects.all().delete()
    assert send(client, "remove_element", "goal", pk, deed="remove") == 302
    assert not Goal.objects.exists()


def test_in_force_nobody_adds_a_goal(town: Town) -> None:
    assert send(browser(town.city.staff), "add_goal", town.objective.pk, statement="Cut noise") == 409
    assert Goal.objects.count() == 1


@pytest.mark.parametrize(
    ("who", "tends", "ticks"),
    [("staff", 200, 302), ("gil", 200, 302), ("olga", 200, 302), ("stan", 403, 302), ("viewer", 403, 403)],
)
def test_who_keeps_up_a_goal_and_who_ticks_its_step(town: Town, who: str, tends: int, ticks: int) -> None:
    user = getattr(town, who, None) or getattr(town.city, who)
    client = browser(user)
    routes = ["change_goal", "goal_state", "add_step"]
    assert [page(client, route, town.goal.pk).status_code for route in routes] == [tends] * 3
    assert page(client, "change_step", town.step.pk).status_code == tends
    assert send(client, "tick_step", town.step.pk, done="1") == ticks
    assert GoalStep.objects.get().state == ("done" if ticks == 302 else "planned")


def test_steps_are_kept_in_the_browser(town: Town) -> None:
    client = browser(town.gil)
    sent = {"name": "Mend them", "state": "planned", "who": town.stan.pk, "due_on": "2027-01-31"}
    assert send(client, "add_step", town.goal.pk, **sent) == 302
    added = GoalStep.objects.latest("pk")
    assert send(client, "change_step", added.pk, **sent | {"state": "done"}) == 302
    assert send(client, "remove_step", town.step.pk) == 302
    assert list(GoalStep.objects.values_list("name", "who", "state")) == [
        ("Mend them", town.stan.pk, ActivityState.DONE)
    ]


def test_a_goal_is_closed_as_the_values_propose(measured: Town) -> None:
    Goal.objects.update(target=9.0)
    client = browser(measured.gil)
    assert "The values say that the target is reached." in text_of(page(client, "goal", measured.goal.pk))
    assert page(client, "goal_state", measured.goal.pk).context["form"].initial["state"] == "reached"
    assert send(client, "goal_state", measured.goal.pk, state="missed") == 400
    assert send(client, "goal_state", measured.goal.pk, state="reached", note="Early") == 302
    assert Goal.objects.get().closing_note == "Early"


def test_who_helps_is_one_form(town: Town) -> None:
    client = browser(town.olga)
    sent = {
        "support_0_who": "parks",
        "support_0_words": "Trees",
        "support_1_who": "",
        "team_0_who": town.gil.pk,
        "team_0_words": "Traffic",
    }
    assert send(client, "objective_people", town.objective.pk, **sent) == 302
    shown = text_of(page(client, "objective", town.objective.pk))
    assert "Trees" in shown
    assert "Theme team · Traffic" in shown
    again = page(client, "objective_people", town.objective.pk).context["form"]
    assert [who.value() for who, _words in again.support_rows] == ["parks", "", "", ""]
    assert send(client, "objective_people", town.objective.pk, support_0_who="roads") == 400
    assert send(browser(town.stan), "objective_people", town.objective.pk) == 403


def test_a_commentary_stands_beside_the_score_and_differs(measured: Town) -> None:
    client = browser(measured.olga)
    query = "?period=2026-Q3"
    shown = page(client, "commentary", measured.objective.pk, query=query)
    assert shown.context["said"].computed.score is not None
    sent = {"text": "The crew was ill", "assessment": "red"}
    assert send(client, "commentary", measured.objective.pk, query=query, **sent) == 302
    own = text_of(page(client, "objective", measured.objective.pk))
    assert "The crew was ill" in own
    assert "They differ" in own
    kept = Commentary.objects.get()
    assert (kept.frequency, kept.period, kept.author) == ("quarter", 2026 * 4 + 2, measured.olga)
    assert send(client, "remove_commentary", kept.pk) == 302
    assert not Commentary.objects.exists()


@pytest.mark.parametrize(
    ("period", "status"), [("2026-Q2", 200), ("2026-05", 200), ("2026-W09", 404), ("x", 404)]
)
def test_a_commentary_is_of_a_month_or_longer(town: Town, period: str, status: int) -> None:
    query = f"?period={period}"
    assert page(browser(town.olga), "commentary", town.objective.pk, query=query).status_code == status


def test_the_action_plan_shows_every_objective_and_what_is_late(town: Town) -> None:
    shown = page(browser(town.city.viewer), "action_plan", "h30")
    rows = shown.context["rows"]
    assert [(row.objective.code, len(row.goals)) for row, _more in rows] == [("O1", 1), ("O2", 0)]
    assert shown.context["counts"] == (1, 1, 1)
    assert "Late, planned" in text_of(shown)


@pytest.mark.parametrize(
    ("query", "goals", "steps"),
    [
        ("?department=works", 1, 1),
        ("?department=parks", 0, 0),
        ("?show=late", 1, 1),
        ("?person=0", 0, 0),
        ("?person=STAN", 1, 1),
        ("?person=GIL", 1, 2),
        ("?objective=nothing", 0, 0),
    ],
)
def test_the_action_plan_is_filtered(town: Town, query: str, goals: int, steps: int) -> None:
    add_step(by=None, goal=town.goal, name="Mend them", due_on=dt.date(2027, 1, 31))
    expected = steps if query != "?department=works" else 2
    query = query.replace("STAN", str(town.stan.pk)).replace("GIL", str(town.gil.pk))
    counts = page(browser(town.city.viewer), "action_plan", "h30", query=query).context["counts"]
    assert counts[:2] == (goals, expected)


def test_mine_is_what_the_reader_does(town: Town) -> None:
    found = [
        page(browser(who), "action_plan", "h30", query="?show=mine").context["counts"][:2]
        for who in (town.stan, town.gil, town.olga)
    ]
    assert found == [(1, 1), (1, 1), (0, 0)]


def test_the_action_plan_is_a_file_too(measured: Town) -> None:
    client = browser(measured.city.viewer)
    answer = page(client, "action_plan", "h30", query="?format=csv")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[1:] == [
        "O1,Fewer complaints,goal,Cut complaints about roads to 6 a month,Gil Someone,Roads,2027-12-31,open,"
        ",5,complaints,10.0,6.0,8.0,ahead",
        "O1,Fewer complaints,step,Map every pothole,Stan Someone,Roads,2026-10-01,planned,late,,,,,,",
    ]
    workbook = page(client, "action_plan", "h30", query="?format=xlsx")
    assert workbook["Content-Disposition"] == 'attachment; filename="action-plan-h30.xlsx"'


def test_many_goals_take_as_many_queries_as_one(measured: Town) -> None:
    client = browser(measured.city.viewer)

    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page(client, "action_plan", "h30")
        return len(queries)

    count()
    before = count()
    objective = Objective.objects.get(code="O2")
    for number in range(5):
        goal = add_goal(
            by=None, objective=objective, statement=f"Goal {number}", kpi=measured.city.complaints
        )
        add_step(by=None, goal=goal, name="Do it", who=measured.stan)
    assert count() == before


def test_the_hidden_stay_hidden(town: Town) -> None:
    Plan.objects.update(state="draft")
    client = browser(town.city.viewer)
    write_commentary(by=None, objective=town.objective, period=usual_period(TODAY), text="Rain")
    found = [
        page(client, "goal", town.goal.pk).status_code,
        page(client, "action_plan", "h30").status_code,
        page(client, "change_step", town.step.pk).status_code,
        send(client, "tick_step", town.step.pk),
        page(client, "objective_people", town.objective.pk).status_code,
        page(client, "remove_commentary", Commentary.objects.get().pk).status_code,
    ]
    assert found == [404] * 6


def due(user: Any, today: dt.date = TODAY) -> list[tuple[str, str]]:
    """Kind and day of what is due up to the end of 2027."""
    items = due_from(user, today, dt.date(2027, 12, 31))
    return [(item.kind, item.due_on.isoformat()) for item in items if item.kind.startswith("strategy.")]


def test_steps_goals_and_commentaries_are_due(town: Town) -> None:
    assert [due(user) for user in (town.olga, town.gil, town.stan)] == [
        [("strategy.commentary", "2026-10-20")],
        [],  # more than a month ahead
        [("strategy.step", "2026-10-01")],
    ]
    assert due(town.gil, dt.date(2027, 12, 2)) == [("strategy.goal", "2027-12-31")]


def test_what_is_done_is_due_no_longer(town: Town) -> None:
    write_commentary(by=None, objective=town.objective, period=usual_period(TODAY), text="Rain")
    Goal.objects.update(state=GoalState.REACHED)
    assert [due(user) for user in (town.olga, town.gil, town.stan)] == [[], [], []]


def test_of_a_draft_nothing_is_due(town: Town) -> None:
    Plan.objects.update(state="draft")
    assert [due(user) for user in (town.olga, town.gil, town.stan)] == [[], [], []]


def test_the_search_finds_goals_that_one_may_know_of(town: Town) -> None:
    def titles() -> list[str]:
        return [each.title for each in find(town.city.viewer, "complaints about").get("goals", [])]

    assert titles() == [town.goal.statement]
    Plan.objects.update(state="draft")
    assert titles() == []
