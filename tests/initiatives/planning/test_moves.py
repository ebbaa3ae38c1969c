"""Who is told when a task moves, and what is due from whom."""

import datetime as dt
import json
from typing import Any

from django.core import mail
from django.test import Client

from core.due import due_from
from core.models import OutboxEvent
from core.outbox import deliver
from initiatives.actions.planning import change_task, move_task, report_task, see_notice, tell_late_tasks
from initiatives.models import PlanNotice, Task
from initiatives.planning.progress import late_tasks_of, planned_share, progress_of
from initiatives.planning.telling import tell_waiting
from strategy.calendar.ical import write_calendar
from tests.initiatives.planning.conftest import Town, hide, session


def told() -> list[tuple[str, str, dt.date | None, dt.date | None, int]]:
    """Deliver what waits; what every notice says."""
    for event in OutboxEvent.objects.filter(name="initiatives.task_moved", delivered_at__isnull=True):
        deliver(event.pk)
    rows = PlanNotice.objects.order_by("pk").select_related("task", "moved")
    return [(each.moved.name, each.task.name, each.ended_on, each.ends_on, each.delay_days) for each in rows]


def test_who_waits_elsewhere_gets_a_notice_and_a_mail_once(town: Town) -> None:
    pave = town.tasks["Pave"]
    change_task(by=town.rolf, task=pave, ends_on=town.day(20))
    assert told() == [("Pave", "Open", town.day(9), town.day(20), 8)]
    event = OutboxEvent.objects.get(name="initiatives.task_moved")
    tell_waiting(event)  # a message that comes twice
    assert PlanNotice.objects.count() == 1
    assert [each.to for each in mail.outbox] == [["lena@city.example"]]
    assert "It comes 8 days later." in mail.outbox[0].body
    assert "“Pave” moved from" in mail.outbox[0].body


def test_what_does_not_concern_others_is_not_told(town: Town) -> None:
    change_task(by=town.rolf, task=town.tasks["Pave"], name="Pave it")
    change_task(by=town.rolf, task=town.tasks["Pave"], ends_on=town.day(8))  # earlier, and not done yet
    change_task(by=town.lena, task=town.tasks["Dig"], ends_on=town.day(2))  # only its own plan waits
    assert told() == []
    assert mail.outbox == []


def test_done_early_is_told_as_well(town: Town) -> None:
    report_task(by=town.rolf, task=town.tasks["Pave"], progress=100)
    assert told() == [("Pave", "Open", town.day(9), town.today, 0)]


def test_a_task_that_becomes_late_is_told_once(town: Town) -> None:
    Task.objects.filter(name="Pave").update(ends_on=town.day(-1), starts_on=town.day(-3))
    assert tell_late_tasks(by=None, today=town.today) == 1
    assert told() == [("Pave", "Open", town.day(-1), town.today, 0)]
    assert tell_late_tasks(by=None, today=town.day(1)) == 0


def test_a_mail_names_nothing_that_its_reader_may_not_know(town: Town) -> None:
    hide(town.road)
    change_task(by=None, task=town.tasks["Pave"], ends_on=town.day(20))
    assert len(told()) == 1
    text = mail.outbox[0].body
    assert "a task you may not see" in text
    assert "Pave" not in text
    assert "The road" not in text


def test_tasks_and_moves_are_due_until_they_are_done_and_seen(town: Town) -> None:
    change_task(by=town.rolf, task=town.tasks["Pave"], ends_on=town.day(20))
    told()
    until = town.day(30)
    due = {item.kind: item for item in due_from(town.lena, town.today, until) if "initiatives" in item.kind}
    assert due["initiatives.task"].title == "Dig"
    assert due["initiatives.task"].is_late(town.today)
    assert "“Open” waits for it." in due["initiatives.plan_notice"].title
    see_notice(by=town.lena, notice=PlanNotice.objects.get())
    report_task(by=town.lena, task=town.tasks["Dig"], progress=100)
    assert not [item for item in due_from(town.lena, town.today, until) if item.kind in due]


def test_a_person_subscribes_to_their_tasks_and_what_they_lead(town: Town) -> None:
    text = write_calendar(town.lena, "", town.today).decode()
    assert "SUMMARY:End of a task: Dig" in text
    assert "SUMMARY:Milestone: Open" in text
    assert "Pave" not in text


def test_progress_is_weighed_over_leaves_and_lateness_needs_a_day(town: Town) -> None:
    report_task(by=None, task=town.tasks["Pour"], progress=40)
    assert progress_of([town.bridge, town.road]) == {town.bridge.pk: 10.0, town.road.pk: 0.0}
    assert [each.name for each in late_tasks_of([town.bridge], town.today)[town.bridge.pk]] == ["Dig"]
    first, last = dt.date(2026, 3, 1), dt.date(2026, 3, 10)
    assert planned_share("task", first, last, dt.date(2026, 3, 5)) == 0.5
    assert planned_share("milestone", None, last, dt.date(2026, 3, 9)) == 0.0
    assert planned_share("task", None, None, last) is None


def test_a_phase_takes_its_parts_along(town: Town) -> None:
    move_task(by=None, task=town.tasks["Build"], part_of=None, place=1)
    assert [each.name for each in town.bridge.tasks.all()] == ["Open", "Build", "Dig", "Pour"]


def call(client: Client, method: str, path: str, body: Any = None) -> Any:
    """What the API answers."""
    response = client.generic(method, f"/api/v1/{path}", json.dumps(body or {}), "application/json")
    return response.status_code, response.json() if response.content else None


def test_rest_says_what_the_page_says_and_hides_what_it_hides(town: Town) -> None:
    hide(town.road)
    viewer = session(town.viewer)
    status, plan = call(viewer, "GET", "initiatives/BRIDGE/schedule/")
    assert status == 200
    rows = {each["name"]: each for each in plan["tasks"]}
    assert (rows["Dig"]["is_late"], rows["Dig"]["delay_days"]) == (True, 1)
    assert rows["Pour"]["delayed_by"] == ["Dig"]
    assert plan["progress"] == 0.0
    _status, links = call(viewer, "GET", "task-dependencies/")
    hidden = [each for each in links["results"] if each["before"] is None]
    assert [(each["before_name"], each["before_initiative"]) for each in hidden] == [
        ("a task you may not see", None)
    ]
    _status, tasks = call(viewer, "GET", "tasks/")
    assert {each["name"] for each in tasks["results"]} == {"Build", "Dig", "Pour", "Open"}
    body = {"before": town.tasks["Pave"].pk, "after": town.tasks["Dig"].pk}
    assert call(session(town.lena), "POST", "task-dependencies/", body)[0] == 400  # hidden is unknown


def test_rest_refuses_what_the_page_refuses(town: Town) -> None:
    lena, rolf = session(town.lena), session(town.rolf)
    open_, dig, pour = (town.tasks[name].pk for name in ("Open", "Dig", "Pour"))
    status, problem = call(lena, "POST", "task-dependencies/", {"before": open_, "after": dig})
    assert (status, "Open → Dig → Pour → Open" in problem["detail"]) == (400, True)
    assert call(rolf, "PATCH", f"tasks/{pour}/", {"progress": 100})[0] == 200
    assert call(rolf, "PATCH", f"tasks/{pour}/", {"weight": 9})[0] == 403
    wrong = {"kind": "milestone", "starts_on": "2026-03-01", "initiative": "BRIDGE", "name": "Day"}
    status, problem = call(lena, "POST", "tasks/", wrong)
    assert (status, [each["field"] for each in problem["errors"]]) == (400, ["starts_on"])
    build = town.tasks["Build"].pk
    assert call(lena, "PATCH", f"tasks/{build}/", {"kind": "milestone"})[0] == 400
    assert call(lena, "PATCH", f"tasks/{build}/", {"progress": 50})[0] == 400
    assert call(lena, "PATCH", f"tasks/{pour}/", {"part_of": dig})[0] == 400
    _status, problem = call(lena, "POST", "task-dependencies/", {"before": build, "after": open_})
    assert "is a phase" in problem["detail"]
    assert Task.objects.get(pk=pour).progress == 100
