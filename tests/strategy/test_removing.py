"""Taking elements out of a plan: what is in use says so and is archived; the past keeps it."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.errors import Conflict
from kpis.engine.frequency import Frequency
from kpis.models import KPI
from kpis.queries import calendar
from org.actions import create_department
from org.models import User
from strategy.actions import (
    add_objective,
    add_priority,
    add_value,
    archive_element,
    link_kpi,
    remove_element,
    restore_element,
    set_plan_state,
)
from strategy.models import (
    Consultation,
    Objective,
    ObjectiveKPI,
    ObjectivePlacement,
    Perspective,
    Plan,
    Priority,
    Remark,
    Value,
)
from strategy.queries import plan_structure
from strategy.removing import uses_of
from strategy.scoring import read_scorecard

DAY = dt.timedelta(days=1)


@pytest.fixture
def placed(staff: User, plan: Plan, kpi: KPI) -> Objective:
    """An objective of the customers' perspective and of a priority, measured by a KPI."""
    made = add_objective(
        by=staff,
        plan=plan,
        code="O1",
        name="Safer streets",
        perspective=plan.perspectives.get(code="customer"),
        priority=add_priority(by=staff, plan=plan, code="P1", name="Calm"),
        weight=3,
    )
    link_kpi(by=staff, objective=made, kpi=kpi, weight=2)
    return made


def standing(plan: Plan, day: dt.date) -> list[tuple[str, str | None, str | None, float, list[str]]]:
    """The objectives of a day: code, perspective, priority, weight, KPIs."""
    return [
        (
            each.objective.code,
            each.perspective.code if each.perspective else None,
            each.priority.code if each.priority else None,
            each.weight,
            [link.kpi.code for link in each.kpi_links],
        )
        for each in plan_structure(plan, day).objectives
    ]


def test_what_nothing_uses_is_removed(staff: User, plan: Plan, objective: Objective) -> None:
    remove_element(by=staff, element=plan.perspectives.get(code="learning"))
    remove_element(by=staff, element=objective)

    assert (Objective.objects.count(), plan.perspectives.count()) == (0, 3)


def test_what_is_in_use_says_by_what(staff: User, plan: Plan, placed: Objective) -> None:
    assert [(str(use.kind), use.name, use.url) for use in uses_of(placed)] == [
        ("KPI", "Serious road injuries", "/performance/kpis/injuries/")
    ]
    with pytest.raises(Conflict, match=r"Serious road injuries.*Archive"):
        remove_element(by=staff, element=placed)
    with pytest.raises(Conflict, match="Safer streets"):
        remove_element(by=staff, element=plan.perspectives.get(code="customer"))
    with pytest.raises(Conflict, match="Safer streets"):
        remove_element(by=staff, element=plan.priorities.get())

    assert (Objective.objects.count(), Priority.objects.count(), Perspective.objects.count()) == (1, 1, 4)


def test_an_archived_objective_leaves_from_today_and_stays_before(
    staff: User, plan: Plan, placed: Objective
) -> None:
    today = timezone.localdate()

    archive_element(by=staff, element=placed)

    assert standing(plan, today) == []
    assert standing(plan, today - DAY) == [("O1", "customer", "P1", 3.0, ["injuries"])]


def test_brought_back_it_stands_where_it_stood(staff: User, plan: Plan, placed: Objective) -> None:
    today = timezone.localdate()
    archive_element(by=staff, element=placed, since=today - 5 * DAY)

    restore_element(by=staff, element=placed)

    assert standing(plan, today) == [("O1", "customer", "P1", 3.0, ["injuries"])]
    link = ObjectiveKPI.objects.current().valid_on(today).get()
    assert (link.weight, ObjectivePlacement.objects.current().valid_on(today - DAY).count()) == (2, 0)


@pytest.mark.parametrize(("kind", "left"), [("perspective", (None, "P1")), ("priority", ("customer", None))])
def test_the_objectives_of_what_is_archived_stand_in_none(
    staff: User, plan: Plan, placed: Objective, kind: str, left: tuple[str | None, str | None]
) -> None:
    today = timezone.localdate()
    element = plan.priorities.get() if kind == "priority" else plan.perspectives.get(code="customer")

    archive_element(by=staff, element=element)

    assert standing(plan, today) == [("O1", *left, 3.0, ["injuries"])]
    assert standing(plan, today - DAY) == [("O1", "customer", "P1", 3.0, ["injuries"])]
    assert "customer" not in [each.code for each in plan_structure(plan).perspectives] or kind == "priority"


def test_the_scorecard_leaves_it_out_from_its_day(staff: User, plan: Plan, placed: Objective) -> None:
    city = create_department(by=None, code="city", name="City")
    today = timezone.localdate()
    year = calendar().containing(today, Frequency.YEAR)
    archive_element(by=staff, element=placed)
    archive_element(by=staff, element=plan.perspectives.get(code="learning"))

    now, before = read_scorecard(plan, city, year), read_scorecard(plan, city, year, today - DAY)

    assert [line.objective.code for line in now.objectives] == []
    assert [line.objective.code for line in before.objectives] == ["O1"]
    shown = [
        [each.perspective.code for each in card.perspectives if each.perspective] for card in (now, before)
    ]
    assert shown == [["customer", "financial", "process"], ["customer", "financial", "process", "learning"]]


def test_nothing_is_archived_or_brought_back_twice(staff: User, plan: Plan, objective: Objective) -> None:
    with pytest.raises(Conflict, match="not archived"):
        restore_element(by=staff, element=objective)
    archive_element(by=staff, element=objective)
    with pytest.raises(Conflict, match="archived already"):
        archive_element(by=staff, element=objective)


def test_of_a_plan_in_force_nothing_is_taken_out_but_by_a_revision(
    staff: User, plan: Plan, objective: Objective
) -> None:
    set_plan_state(by=None, plan=plan, state="active")

    for act in (remove_element, archive_element):
        with pytest.raises(Conflict, match="revision"):
            act(by=staff, element=objective)

    assert Objective.objects.filter(archived_on__isnull=True).count() == 1


def test_the_page_asks_names_the_uses_and_archives(staff: User, plan: Plan, placed: Objective) -> None:
    client = Client()
    client.force_login(staff, backend="org.sign_in.EmailBackend")
    url = reverse("remove_element", args=["objective", placed.pk])

    asked = client.get(url).content.decode()
    refused = client.post(url, {"deed": "remove"})
    archived = client.post(url, {"deed": "archive"})

    assert ("Serious road injuries" in asked, 'value="remove"' in asked, 'value="archive"' in asked) == (
        True,
        False,
        True,
    )
    assert (refused.status_code, archived.status_code) == (409, 302)
    assert Objective.objects.get().archived_on == timezone.localdate()
    plan_page = client.get(reverse("plan", args=[plan.code])).content.decode()
    assert url in plan_page
    client.post(url, {"deed": "restore"})
    assert Objective.objects.get().archived_on is None
    assert client.get(reverse("remove_element", args=["plan", plan.pk])).status_code == 404


def test_by_rest_what_is_in_use_is_a_conflict_and_can_be_archived(
    staff: User, plan: Plan, placed: Objective
) -> None:
    client = Client()
    client.force_login(staff, backend="org.sign_in.EmailBackend")
    path = "/api/v1/objectives/h30:O1/"

    refused = client.delete(path)
    archived = client.post(f"{path}archive/")
    listed = client.get("/api/v1/objectives/?plan=h30&archived_on__isnull=true").json()["results"]
    restored = client.post(f"{path}restore/")

    assert (refused.status_code, "Serious road injuries" in refused.json()["detail"]) == (409, True)
    assert (archived.status_code, archived.json()["archived_on"]) == (200, timezone.localdate().isoformat())
    assert (listed, restored.json()["archived_on"]) == ([], None)
    assert client.delete("/api/v1/perspectives/h30:learning/").status_code == 204


def test_a_value_that_somebody_spoke_of_is_archived_and_the_plan_says_it_no_longer(
    staff: User, plan: Plan
) -> None:
    spoken, other = (add_value(by=staff, plan=plan, name=name) for name in ("Candour", "Care"))
    round_ = Consultation.objects.create(plan=plan, name="First look")
    Remark.objects.create(
        consultation=round_, about="value", value=spoken, text="Too vague", kind="comment", author=staff
    )
    client = Client()
    client.force_login(staff, backend="org.sign_in.EmailBackend")

    with pytest.raises(Conflict, match=r"Remark.*Archive"):
        remove_element(by=staff, element=spoken)
    remove_element(by=staff, element=other)
    client.post(reverse("remove_element", args=["value", spoken.pk]), {"deed": "archive"})

    assert (plan.standing_values, list(Value.objects.all())) == ([], [spoken])
    page = client.get(reverse("plan", args=[plan.code]))
    assert (page.context["values_held"], "Candour" in page.content.decode()) == ([], True)
    assert client.get("/api/v1/plans/h30/").json()["values"] == []

    client.post(reverse("remove_element", args=["value", spoken.pk]), {"deed": "restore"})
    assert [each.name for each in plan.standing_values] == ["Candour"]


def test_values_are_kept_by_rest_as_well(staff: User, plan: Plan) -> None:
    client = Client()
    client.force_login(staff, backend="org.sign_in.EmailBackend")
    sent = {"plan": "h30", "name": "Candour", "description": "Plainly"}
    json = {"content_type": "application/json"}

    made = client.post("/api/v1/plan-values/", sent, **json).json()
    path = f"/api/v1/plan-values/{made['id']}/"
    changed = client.patch(path, {"name": "Frankness"}, **json).json()
    archived = client.post(f"{path}archive/").json()

    assert made == {"id": made["id"], **sent, "position": 0, "archived_on": None}
    assert changed == {**made, "name": "Frankness"}
    assert archived == {**changed, "archived_on": timezone.localdate().isoformat()}
    assert client.get("/api/v1/plan-values/?archived_on__isnull=true").json()["results"] == []
    assert (client.post(f"{path}restore/").status_code, client.delete(path).status_code) == (200, 204)
