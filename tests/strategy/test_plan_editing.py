"""Plans and what they are made of, edited in the browser."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from core.changes import changes_of
from kpis.models import KPI
from org.actions import FAR_PAST, create_department
from org.enums import Role
from org.models import User
from strategy.actions import (
    add_objective,
    add_priority,
    add_value,
    link_cause,
    link_kpi,
    set_plan_state,
)
from strategy.models import (
    CauseEffect,
    Objective,
    ObjectiveKPI,
    ObjectivePlacement,
    PerspectiveWeight,
    Plan,
    Priority,
    Value,
)

SPRING = dt.date(2026, 3, 1)


@pytest.fixture
def as_staff(staff: User) -> Client:
    """The browser of a member of the office."""
    return browser(staff)


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="org.sign_in.EmailBackend")
    return client


def post(client: Client, route: str, *args: Any, **data: Any) -> Any:
    """Send the form of a route."""
    return client.post(reverse(route, args=args), data)


def deeds(thing: Model) -> list[tuple[str, str, int | None]]:
    """What the history holds of an object: deed, action, who; the latest first."""
    changes = changes_of(thing._meta.label_lower, thing.pk)
    return [(each.deed, each.action, each.user_pk) for each in changes]


def current(rows: Any, *facts: str) -> list[tuple[Any, ...]]:
    """Known now: from when to when, and what."""
    found = rows.current().order_by("valid")
    return [(row.valid.lower, row.valid.upper, *(getattr(row, fact) for fact in facts)) for row in found]


def test_a_new_plan_has_a_code_of_its_name_and_the_four_perspectives(as_staff: Client, staff: User) -> None:
    answer = post(
        as_staff,
        "add_plan",
        name="Harbour city 2035",
        vision="Calm water",
        starts_on="2031-01-01",
        ends_on="2035-12-31",
        min_coverage="60",
        default_perspectives="on",
    )

    plan = Plan.objects.get()
    assert answer["Location"] == "/strategy/plan/harbour-city-2035/"
    assert (plan.name, plan.vision, plan.starts_on, plan.min_coverage, plan.state) == (
        "Harbour city 2035",
        "Calm water",
        dt.date(2031, 1, 1),
        0.6,
        "draft",
    )
    assert [each.code for each in plan.perspectives.all()] == ["customer", "financial", "process", "learning"]
    assert deeds(plan) == [("insert", "strategy.create_plan", staff.pk)]


def test_a_plan_can_begin_without_perspectives(as_staff: Client) -> None:
    post(as_staff, "add_plan", name="Bare", code="a/b", min_coverage="50")

    plan = Plan.objects.get()
    assert (plan.code, plan.perspectives.count()) == ("a/b", 0)
    assert as_staff.get("/strategy/change/plan/a/b/").status_code == 200


def test_it_changes_what_a_plan_says(as_staff: Client, plan: Plan, staff: User) -> None:
    said = {"name": "Harbour 2031", "vision": "V", "mission": "M", "description": "D"}
    answer = post(as_staff, "change_plan", "h30", **said, starts_on="", ends_on="", min_coverage="12.5")

    assert answer["Location"] == "/strategy/plan/h30/"
    wanted = {"code": "h30", **said, "min_coverage": 0.125}
    assert Plan.objects.filter(**wanted).exists()
    assert deeds(plan)[0] == ("update", "strategy.change_plan", staff.pk)


def test_the_form_begins_with_what_the_plan_says(as_staff: Client, plan: Plan) -> None:
    form = as_staff.get("/strategy/change/plan/h30/").context["form"]

    assert (form["name"].value(), form["min_coverage"].value()) == ("Harbour 2030", "50")


def test_a_plan_moves_on_only_to_what_may_follow(
    as_staff: Client, plan: Plan, staff: User, person: Callable[[str], User]
) -> None:
    executive = person(Role.EXECUTIVE)
    as_executive = browser(executive)

    def offered() -> list[str]:
        form = as_staff.get("/strategy/change/state/h30/").context["form"]
        return [state for state, _label in form.fields["state"].choices]

    steps = []
    for state in ("consultation", "approved", "active", "archived"):
        steps.append(offered())
        post(as_executive if state == "approved" else as_staff, "plan_state", "h30", state=state)

    assert steps == [
        ["consultation"],
        ["draft"],
        ["active", "draft"],
        ["archived"],
    ]
    assert Plan.objects.get().state == "archived"
    assert [who for _deed, action, who in deeds(plan) if action == "strategy.set_plan_state"] == [
        staff.pk,
        staff.pk,
        executive.pk,
        staff.pk,
    ]
    assert post(as_staff, "plan_state", "h30", state="draft").status_code == 400


def test_executives_approve_and_do_nothing_else_to_a_plan(plan: Plan, person: Callable[[str], User]) -> None:
    client = browser(person(Role.EXECUTIVE))
    form = client.get("/strategy/change/state/h30/").context["form"]

    assert [state for state, _label in form.fields["state"].choices] == ["approved"]
    assert "Move on" in client.get("/strategy/plan/h30/").content.decode()
    assert post(client, "plan_state", "h30", state="active").status_code == 400
    assert post(client, "plan_state", "h30", state="approved").status_code == 302
    assert Plan.objects.get().state == "approved"


def test_values_are_added_changed_and_removed(as_staff: Client, plan: Plan, staff: User) -> None:
    post(as_staff, "add_value", "h30", name="Candour", description="Say it")
    value = Value.objects.get()
    post(as_staff, "change_value", value.pk, name="Candour", description="Say it plainly")
    assert list(plan.values_held.values_list("name", "description")) == [("Candour", "Say it plainly")]

    assert b"the history keeps it" in as_staff.get(f"/strategy/remove/value/{value.pk}/").content
    post(as_staff, "remove_element", "value", value.pk, deed="remove")
    assert not Value.objects.exists()
    assert deeds(value) == [
        ("delete", "strategy.remove_element", staff.pk),
        ("update", "strategy.change_value", staff.pk),
        ("insert", "strategy.add_value", staff.pk),
    ]


def test_a_perspective_is_added_and_changed(as_staff: Client, plan: Plan) -> None:
    post(as_staff, "add_perspective", "h30", code="sea", name="Sea", question="", weight="2", since="")
    sea = plan.perspectives.get(code="sea")
    post(as_staff, "change_perspective", sea.pk, code="water", name="Water", question="Is it clean?")

    sea.refresh_from_db()
    assert (sea.code, sea.name, sea.question, sea.position) == ("water", "Water", "Is it clean?", 4)
    assert current(PerspectiveWeight.objects.filter(perspective=sea), "weight") == [(FAR_PAST, None, 2.0)]


def test_weights_of_perspectives_change_together_from_a_day(as_staff: Client, plan: Plan) -> None:
    pks = list(plan.perspectives.values_list("pk", flat=True))
    data = {f"weight_{pk}": weight for pk, weight in zip(pks, (40, 20, "30.5", 0), strict=True)}
    answer = post(as_staff, "weigh_perspectives", "h30", **data, since="2026-03-01")

    assert answer["Location"] == "/strategy/plan/h30/"
    assert [current(PerspectiveWeight.objects.filter(perspective=pk), "weight") for pk in pks] == [
        [(SPRING, None, weight)] for weight in (40.0, 20.0, 30.5, 0.0)
    ]
    form = as_staff.get("/strategy/change/weights/h30/").context["form"]
    assert [form[f"weight_{pk}"].value() for pk in pks] == [40, 20, 30.5, 0]


def test_a_weight_below_nothing_is_refused_beside_its_field_and_none_is_stored(
    as_staff: Client, plan: Plan
) -> None:
    first, *rest = list(plan.perspectives.values_list("pk", flat=True))
    data = {f"weight_{pk}": 2 for pk in rest} | {f"weight_{first}": -1}
    answer = post(as_staff, "weigh_perspectives", "h30", **data, since="2026-03-01")

    assert answer.status_code == 400
    assert list(answer.context["form"].errors) == [f"weight_{first}"]
    assert not PerspectiveWeight.objects.exists()


def test_a_priority_is_added_and_changed(as_staff: Client, plan: Plan) -> None:
    post(as_staff, "add_priority", "h30", code="P1", name="Friends with the sea")
    pk = Priority.objects.get().pk
    post(as_staff, "change_priority", pk, code="P1", name="At ease with the sea", description="All of us")

    said = list(Priority.objects.values_list("plan", "code", "name", "description"))
    assert said == [(plan.pk, "P1", "At ease with the sea", "All of us")]


def test_an_objective_is_added_where_it_stands(as_staff: Client, plan: Plan, staff: User) -> None:
    city = create_department(by=staff, code="city", name="City")
    priority = add_priority(by=staff, plan=plan, code="P1", name="Sea")
    perspective = plan.perspectives.get(code="process")
    answer = post(
        as_staff,
        "add_objective",
        "h30",
        name="Ready for storms",
        code="O1",
        perspective=perspective.pk,
        priority=priority.pk,
        weight="2",
        owner=staff.pk,
        lead="city",
    )

    objective = Objective.objects.get()
    assert answer["Location"] == f"/strategy/objective/{objective.pk}/"
    assert (objective.name, objective.owner, objective.lead) == ("Ready for storms", staff, city)
    assert current(ObjectivePlacement.objects, "perspective", "priority", "weight") == [
        (FAR_PAST, None, perspective, priority, 2.0)
    ]
    proposed = as_staff.get(f"/strategy/add/objective/h30/?perspective={perspective.pk}")
    begins = {name: proposed.context["form"][name].value() for name in ("perspective", "code", "weight")}
    assert begins == {"perspective": str(perspective.pk), "code": "O2", "weight": 1}


def test_an_objective_changes_its_words_and_its_place_apart(
    as_staff: Client, objective: Objective, staff: User
) -> None:
    perspective = objective.plan.perspectives.get(code="learning")
    post(as_staff, "change_objective", objective.pk, name="Safest streets", code="S1", ends_on="2030-12-31")
    answer = post(
        as_staff, "place_objective", objective.pk, perspective=perspective.pk, weight="3", since="2026-03-01"
    )

    objective.refresh_from_db()
    assert answer["Location"] == f"/strategy/objective/{objective.pk}/"
    assert (objective.name, objective.code, objective.ends_on) == (
        "Safest streets",
        "S1",
        dt.date(2030, 12, 31),
    )
    assert current(ObjectivePlacement.objects, "perspective", "weight") == [
        (FAR_PAST, SPRING, None, 1.0),
        (SPRING, None, perspective, 3.0),
    ]
    assert deeds(objective)[0] == ("update", "strategy.change_objective", staff.pk)


def test_a_change_keeps_an_owner_who_left_and_a_department_outside_the_tree(
    as_staff: Client, objective: Objective, staff: User
) -> None:
    gone = User.objects.create(email="gone@city.example", name="Gone", is_active=False)
    later = create_department(by=staff, code="later", name="Later", since=dt.date(2100, 1, 1))
    Objective.objects.update(owner=gone, lead=later)

    form = as_staff.get(reverse("change_objective", args=[objective.pk])).context["form"]
    begins = {name: form[name].value() or "" for name in form.fields}
    post(as_staff, "change_objective", objective.pk, **begins | {"name": "Safe streets"})

    objective.refresh_from_db()
    assert (objective.name, objective.owner, objective.lead) == ("Safe streets", gone, later)


def test_a_kpi_is_linked_weighed_and_unlinked_from_a_day(
    as_staff: Client, objective: Objective, kpi: KPI
) -> None:
    pk = objective.pk
    post(as_staff, "link_kpi", pk, kpi=kpi.pk, weight="2")
    assert list(as_staff.get(reverse("link_kpi", args=[pk])).context["form"].fields["kpi"].queryset) == []

    post(as_staff, "weigh_kpis", pk, **{f"weight_{kpi.pk}": "5"}, since="2026-03-01")
    asked = as_staff.get(reverse("unlink_kpi", args=[pk, kpi.pk]))
    post(as_staff, "unlink_kpi", pk, kpi.pk, since="2026-06-01")

    assert "no longer measures “Safer streets”" in asked.content.decode()
    assert current(ObjectiveKPI.objects, "kpi", "weight") == [
        (FAR_PAST, SPRING, kpi, 2.0),
        (SPRING, dt.date(2026, 6, 1), kpi, 5.0),
    ]


def test_cause_and_effect_are_claimed_from_both_sides_and_withdrawn(
    as_staff: Client, objective: Objective, staff: User
) -> None:
    light = add_objective(by=staff, plan=objective.plan, code="O2", name="Lights")
    post(as_staff, "add_cause", objective.pk, objective=light.pk, note="after dark")
    link = CauseEffect.objects.get()
    assert (link.cause, link.effect, link.note) == (light, objective, "after dark")

    circle = post(as_staff, "add_effect", objective.pk, objective=light.pk)
    assert (circle.status_code, "in a circle: O1 → O2 → O1" in circle.content.decode()) == (400, True)

    post(as_staff, "unlink_cause", objective.pk, link.pk)
    post(as_staff, "add_effect", objective.pk, objective=light.pk)
    assert list(CauseEffect.objects.current().values_list("cause", "effect")) == [(objective.pk, light.pk)]
    assert deeds(link) == [
        ("update", "strategy.unlink_cause", staff.pk),
        ("insert", "strategy.link_cause", staff.pk),
    ]


@pytest.mark.parametrize(
    ("route", "data", "field", "reason"),
    [
        ("change_plan", {"name": "X", "min_coverage": "150"}, "min_coverage", "less than or equal to 100"),
        (
            "change_plan",
            {"name": "X", "min_coverage": "50", "starts_on": "2030-01-01", "ends_on": "2029-01-01"},
            "ends_on",
            "before the start",
        ),
        ("add_perspective", {"name": "X", "code": "PROCESS", "weight": "1"}, "code", "PROCESS is taken"),
        ("add_objective", {"name": "X", "code": "a b", "weight": "1"}, "code", "without spaces"),
        ("add_objective", {"name": "", "code": "O9", "weight": "1"}, "name", "required"),
        ("add_priority", {}, "name", "required"),
        ("plan_state", {"state": "archived"}, "state", "Select a valid choice"),
    ],
)
def test_it_says_beside_the_field_why_it_refuses(
    as_staff: Client, objective: Objective, route: str, data: dict[str, str], field: str, reason: str
) -> None:
    answer = post(as_staff, route, "h30", **data)

    assert (answer.status_code, reason in str(answer.context["form"].errors[field])) == (400, True)


def test_an_archived_plan_offers_no_change_and_takes_none(
    as_staff: Client, objective: Objective, staff: User
) -> None:
    for state in ("active", "archived"):
        set_plan_state(by=None, plan=objective.plan, state=state)

    page = as_staff.get("/strategy/plan/h30/").content.decode()
    page += as_staff.get(reverse("objective", args=[objective.pk])).content.decode()
    answer = post(as_staff, "change_plan", "h30", name="Other", min_coverage="50")

    assert [address for address in EDITS if address in page] == []
    assert (answer.status_code, "is archived" in answer.content.decode()) == (409, True)
    assert Plan.objects.get().name == "Harbour 2030"


EDITS = ["/strategy/change/", "/strategy/add/", "/place/", "/kpis/add/", "/causes/add/"]
EDITING = [
    "add_plan",
    "change_plan",
    "plan_state",
    "weigh_perspectives",
    "add_value",
    "add_perspective",
    "add_priority",
    "add_objective",
    "change_value",
    "remove_element",
    "change_perspective",
    "change_priority",
    "change_objective",
    "place_objective",
    "link_kpi",
    "weigh_kpis",
    "unlink_kpi",
    "add_effect",
    "add_cause",
    "unlink_cause",
]


@pytest.fixture
def addresses(objective: Objective, kpi: KPI, staff: User) -> list[str]:
    """Every page that edits a plan, in the order of `EDITING`."""
    plan = objective.plan
    other = add_objective(by=staff, plan=plan, code="O2", name="Lights")
    link_kpi(by=staff, objective=objective, kpi=kpi)
    arguments = {
        "add_plan": [],
        "change_value": [add_value(by=staff, plan=plan, name="Candour").pk],
        "change_perspective": [plan.perspectives.all()[0].pk],
        "change_priority": [add_priority(by=staff, plan=plan, code="P1", name="Sea").pk],
        "unlink_kpi": [objective.pk, kpi.pk],
        "unlink_cause": [objective.pk, link_cause(by=staff, cause=objective, effect=other).pk],
    }
    arguments["remove_element"] = ["value", *arguments["change_value"]]
    of_objective = {
        "change_objective",
        "place_objective",
        "link_kpi",
        "weigh_kpis",
        "add_effect",
        "add_cause",
    }
    arguments |= {route: [objective.pk] for route in of_objective}
    return [reverse(route, args=arguments.get(route, [plan.code])) for route in EDITING]


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.EXECUTIVE])
def test_who_may_only_read_drafts_changes_nothing(
    person: Callable[[str], User], addresses: list[str], role: str
) -> None:
    client = browser(person(role))
    if role == Role.EXECUTIVE:  # who approves
        addresses.remove(reverse("plan_state", args=["h30"]))

    assert {client.get(address).status_code for address in addresses} == {403}
    assert {client.post(address, {}).status_code for address in addresses} == {403}
    assert b"/strategy/change/plan/" not in client.get("/strategy/plan/h30/").content


@pytest.mark.parametrize("role", [Role.DEPARTMENT_HEAD, Role.CONTRIBUTOR, Role.VIEWER])
def test_what_is_hidden_cannot_be_edited_nor_told_from_what_is_not_there(
    person: Callable[[str], User], addresses: list[str], role: str
) -> None:
    client = browser(person(role))
    expected = [403] + [404] * (len(EDITING) - 1)

    assert [client.get(address).status_code for address in addresses] == expected
    assert [client.post(address, {}).status_code for address in addresses] == expected


def test_every_page_is_reached_by_a_link_where_one_may_edit(
    as_staff: Client, addresses: list[str], objective: Objective
) -> None:
    asked = ["/strategy/", "/strategy/plan/h30/", f"/strategy/objective/{objective.pk}/"]
    linked = "".join(as_staff.get(address).content.decode() for address in asked)
    linked += as_staff.get(reverse("change_value", args=[Value.objects.get().pk])).content.decode()

    assert [address for address in addresses if f'"{address}"' not in linked] == []
    assert [as_staff.get(address).status_code for address in addresses] == [200] * len(EDITING)
