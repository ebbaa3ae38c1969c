"""The pages of action plans: what they show to whom, and what is done on them."""

import datetime as dt

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from initiatives.actions.planning import add_task, link_tasks, report_task, set_baseline
from initiatives.enums import Stage
from initiatives.models import Dependency, Initiative, Task
from tests.initiatives.planning.conftest import Town, hide, session


def page(client: Client, route: str, *args: object, **query: str) -> str:
    """The page that a route shows."""
    response = client.get(reverse(route, args=args), query)
    assert response.status_code == 200, response.content
    return response.content.decode()


def post(client: Client, route: str, *args: object, **data: object) -> int:
    """The status that a POST is answered."""
    return client.post(reverse(route, args=args), data).status_code


def test_it_shows_phases_with_their_parts_and_a_picture(town: Town) -> None:
    html = page(session(town.viewer), "initiative_plan", "BRIDGE")
    order = [html.index(f'id="task-{town.tasks[name].pk}"') for name in ("Build", "Dig", "Pour", "Open")]
    assert order == sorted(order)
    assert html.count('class="gantt-arrow') == 2  # the third bond comes from another plan
    assert "1 day later: its own day has passed" in html
    assert "The road" in html


def test_it_shows_a_late_predecessor_on_what_it_delays(town: Town) -> None:
    html = page(session(town.viewer), "initiative_plan", "BRIDGE")
    assert "1 day later because of Dig" in html


def test_a_task_of_a_hidden_initiative_has_no_name(town: Town) -> None:
    hide(town.road)
    html = page(session(town.viewer), "initiative_plan", "BRIDGE")
    assert "a task you may not see" in html
    assert not {"Pave", "The road", "ROAD"} & set(html.split("\n")), "names of hidden plans"
    assert "Pave" not in html
    assert "The road" not in html
    assert session(town.viewer).get(reverse("initiative_plan", args=["ROAD"])).status_code == 404


def test_the_lead_adds_changes_moves_and_removes_in_the_grid(town: Town) -> None:
    client = session(town.lena)
    new = {
        "new-name": "Paint",
        "new-kind": "task",
        "new-starts_on": "2026-01-05",
        "new-ends_on": "2026-01-09",
    }
    assert post(client, "add_plan_task", "BRIDGE", **new) == 302
    paint = Task.objects.get(name="Paint")
    assert (paint.position, paint.weight, paint.ends_on) == (4, 1.0, dt.date(2026, 1, 9))
    html = page(client, "initiative_plan", "BRIDGE", edit=str(paint.pk))
    assert 'form="task-row"' in html
    row = {"name": "Paint it red", "owner": town.rolf.pk, "weight": "2", "progress": "40"}
    assert post(client, "save_plan_task", "BRIDGE", paint.pk, **row) == 302
    paint.refresh_from_db()
    assert (paint.name, paint.owner, paint.weight, paint.progress) == ("Paint it red", town.rolf, 2.0, 40)
    assert post(client, "move_task", "BRIDGE", paint.pk, way="up") == 302
    assert post(client, "move_task", "BRIDGE", paint.pk, way="in") == 302
    names = [each.name for each in town.bridge.tasks.all()]
    assert names == ["Build", "Dig", "Pour", "Paint it red", "Open"]
    assert post(client, "remove_plan_task", "BRIDGE", paint.pk) == 302
    assert not Task.objects.filter(pk=paint.pk).exists()


def test_a_faulty_row_stays_open_with_its_fault(town: Town) -> None:
    client, dig = session(town.lena), town.tasks["Dig"]
    sent = {"name": "Dig", "weight": "1", "progress": "0", "starts_on": "2026-03-02", "ends_on": "2026-03-01"}
    response = client.post(reverse("save_plan_task", args=["BRIDGE", dig.pk]), sent)
    assert response.status_code == 400
    assert "The end is before the start." in response.content.decode()
    assert 'value="2026-03-02"' in response.content.decode()


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten_unseen(town: Town) -> None:
    client, dig = session(town.lena), town.tasks["Dig"]
    html = page(client, "initiative_plan", "BRIDGE", edit=str(dig.pk))
    token = html.split('name="edit_token" value="')[1].split('"')[0]
    Task.objects.filter(pk=dig.pk).update(name="Dig deeper")
    sent = {"name": "Dig wider", "weight": "3", "progress": "0", "edit_token": token}
    response = client.post(reverse("save_plan_task", args=["BRIDGE", dig.pk]), sent)
    assert response.status_code == 409
    assert "Dig deeper" in response.content.decode()
    dig.refresh_from_db()
    assert dig.name == "Dig deeper"


def test_who_does_a_task_says_how_far_it_is_and_nothing_else(town: Town) -> None:
    client, pour = session(town.rolf), town.tasks["Pour"]
    assert post(client, "report_task", "BRIDGE", pour.pk, progress="60") == 302
    pour.refresh_from_db()
    assert pour.progress == 60
    assert post(client, "report_task", "BRIDGE", town.tasks["Dig"].pk, progress="60") == 403
    assert post(client, "save_plan_task", "BRIDGE", pour.pk, name="Mine") == 403


def test_lines_are_shown_with_their_faults_before_they_are_stored(town: Town) -> None:
    client = session(town.lena)
    head, good = "name\twho\tstart\tend\tphase", "Measure\tRolf\t2026-04-01\t3.4.2026\tSurvey"
    text = f"{head}\n{good}\nDraw\tNobody\t4/5/2026"
    html = client.post(reverse("paste_tasks", args=["BRIDGE"]), {"text": text}).content.decode()
    assert "Nobody is called &#x27;Nobody&#x27;." in html
    assert "&#x27;4/5/2026&#x27; is no day" in html
    assert post(client, "paste_tasks", "BRIDGE", text=f"{head}\n{good}", store="1") == 302
    measure = Task.objects.get(name="Measure")
    assert measure.part_of is not None
    assert (measure.part_of.name, measure.owner, measure.ends_on) == (
        "Survey",
        town.rolf,
        dt.date(2026, 4, 3),
    )


def test_a_dependency_is_found_in_another_plan_and_a_circle_is_named(town: Town) -> None:
    client, pave = session(town.rolf), town.tasks["Pave"]
    html = page(client, "add_dependency", "ROAD", pave.pk, q="bridge dig")
    assert "The bridge: Dig" in html
    dig = town.tasks["Dig"]
    chosen = {"before": dig.pk, "bond": "fs", "lag_days": "1", "note": "Sand"}
    assert post(client, "add_dependency", "ROAD", pave.pk, **chosen) == 302
    link = Dependency.objects.get(before=dig, after=pave)
    assert (link.bond, link.lag_days, link.note) == ("fs", 1, "Sand")
    wrong = {"before": town.tasks["Open"].pk, "bond": "fs", "lag_days": "0"}
    response = client.post(reverse("add_dependency", args=["ROAD", pave.pk]), wrong)
    assert (response.status_code, "Open → Pave → Open" in response.content.decode()) == (400, True)
    assert post(client, "change_dependency", "ROAD", link.pk, bond="ss", lag_days="0") == 302
    assert post(client, "remove_dependency", "ROAD", link.pk) == 302
    assert not Dependency.objects.filter(pk=link.pk).exists()


def test_a_second_baseline_needs_a_reason_and_shifts_show(town: Town) -> None:
    client = session(town.lena)
    assert post(client, "set_baseline", "BRIDGE") == 302
    assert post(client, "set_baseline", "BRIDGE") == 400
    dig = town.tasks["Dig"]
    Task.objects.filter(pk=dig.pk).update(ends_on=town.day(3))
    assert "4 days later than agreed" in page(client, "plan_baseline", "BRIDGE", 1)
    assert post(client, "set_baseline", "BRIDGE", reason="Rain") == 302
    assert "as agreed" in page(client, "plan_baseline", "BRIDGE", 2)
    assert "Rain" in page(session(town.viewer), "initiative_plan", "BRIDGE")


def test_the_plan_of_what_has_ended_is_history(town: Town) -> None:
    town.bridge.stage = Stage.COMPLETED
    town.bridge.save()
    client = session(town.lena)
    response = client.post(reverse("add_plan_task", args=["BRIDGE"]), {"new-name": "More"})
    assert response.status_code == 409
    assert "is history" in response.content.decode()
    assert "task-new" not in page(client, "initiative_plan", "BRIDGE")


def test_htmx_gets_the_part_it_swaps(town: Town) -> None:
    client = session(town.lena)
    html = client.get(reverse("initiative_plan", args=["BRIDGE"]), headers={"HX-Request": "true"})
    assert b"<html" not in html.content
    assert b"plan-grid" in html.content


def test_the_portfolio_stands_in_time_and_on_the_roadmap(town: Town) -> None:
    set_baseline(by=None, initiative=town.bridge)
    html = page(session(town.viewer), "portfolio_gantt")
    assert html.count("gantt-diamond") == 2  # Open, and the key
    assert "The bridge" in html
    roadmap = page(session(town.viewer), "roadmap")
    assert "Serves no priority" in roadmap
    hide(town.road)
    for route in ("portfolio_gantt", "roadmap"):
        assert "The road" not in page(session(town.viewer), route, stage="all")


def test_the_calendar_holds_milestones_and_ends_of_tasks(town: Town) -> None:
    report_task(by=None, task=town.tasks["Dig"], progress=100)
    text = page(session(town.viewer), "initiative_calendar", "BRIDGE")
    assert text.count("BEGIN:VEVENT") == 3
    assert "SUMMARY:Milestone: Open" in text


def test_an_empty_plan_says_what_to_do(town: Town) -> None:
    Task.objects.all().delete()
    assert "No action plan yet" in page(session(town.viewer), "initiative_plan", "BRIDGE")
    assert "task-new" in page(session(town.lena), "initiative_plan", "BRIDGE")
    add_task(by=None, initiative=town.bridge, name="Undated")
    assert "no day yet" in page(session(town.lena), "initiative_plan", "BRIDGE")


def test_it_goes_out_as_lines_that_can_be_pasted(town: Town) -> None:
    hide(town.road)
    text = page(session(town.viewer), "initiative_plan", "BRIDGE", format="csv")
    rows = [line.split(",") for line in text.removeprefix("\ufeff").splitlines()]
    assert [row[0] for row in rows] == ["name", "Dig", "Pour", "Open"]
    pour = dict(zip(rows[0], rows[2], strict=True))
    assert (pour["phase"], pour["because_of"], pour["delay_days"]) == ("Build", "Dig", "1")
    assert "Pave" not in text


def test_many_tasks_and_initiatives_take_as_many_queries_as_few(town: Town) -> None:
    client = session(town.lena)
    routes = [reverse("initiative_plan", args=["BRIDGE"]), reverse("portfolio_gantt"), reverse("roadmap")]
    grow(town, 0)
    queries(client, routes[0])  # what every page keeps for a while is asked for now
    before = [queries(client, route) for route in routes]
    for number in (1, 2, 3):
        grow(town, number)
    assert [queries(client, route) for route in routes] == before


def grow(town: Town, number: int) -> None:
    """One more initiative, a task of it on which one of the bridge waits, and one more task of the bridge."""
    other = Initiative.objects.create(code=f"I{number}", name=f"More {number}", stage=Stage.ACTIVE)
    task = town.add(other, f"Far {number}", 0, 5, owner=town.rolf)
    link_tasks(by=None, before=task, after=town.tasks["Pour"])
    town.add(town.bridge, f"Near {number}", -5, -2, owner=town.rolf)


def queries(client: Client, route: str) -> int:
    """How often a page asks the database."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(route).status_code == 200
    return len(asked)


def test_page_and_rest_leave_the_same_rows(town: Town) -> None:
    client = session(town.lena)
    said = {"name": "Paint", "starts_on": "2026-12-01", "ends_on": "2026-12-04", "weight": "2"}
    assert (
        post(
            client,
            "add_plan_task",
            "BRIDGE",
            **{f"new-{key}": value for key, value in said.items()},
            **{"new-kind": "task"},
        )
        == 302
    )
    body = {**said, "weight": 2, "initiative": "BRIDGE"}
    assert client.post("/api/v1/tasks/", body, content_type="application/json").status_code == 201
    rows = Task.objects.filter(name="Paint").order_by("position")
    assert rows[0].position + 1 == rows[1].position
    known = [{k: v for k, v in row.items() if k not in ("id", "position")} for row in rows.values()]
    assert known[0] == known[1]
