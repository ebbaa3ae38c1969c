"""The pages of the analysis: who sees what, and what happens on them."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.search import find
from kpis.actions import Entry, record_measurements
from kpis.actions.rollup import roll_up_dirty
from org.actions import create_user
from org.models import User
from strategy.actions import add_priority
from strategy.actions.analysis import add_finding, add_item, archive_item, judge_effect
from strategy.enums import ItemState, PlanState
from strategy.models import AnalysisItem, Assumption, Capability, Plan, ScenarioEffect
from tests.kpis.city import City, make_city, month


@pytest.fixture
def item(plan: Plan, staff: User) -> AnalysisItem:
    return add_item(by=staff, plan=plan, statement="Deep water", quadrant="strength", impact=4)


@pytest.fixture
def reads(client: Client) -> Callable[[User, str], str]:
    """The page at an address as somebody reads it."""

    def read(user: User, url: str) -> str:
        client.force_login(user)
        response = client.get(url)
        assert response.status_code == 200, url
        return response.content.decode()

    return read


def furnish(plan: Plan, staff: User, copies: int = 1) -> None:
    """Something of everything, so many times."""
    priority = add_priority(by=staff, plan=plan, code="calm", name="Calm water")
    for n in range(copies):
        add_item(by=staff, plan=plan, statement=f"Trade {n}", lens="pestel", category="economic", impact=3)
        add_item(by=staff, plan=plan, statement=f"Loyal crews {n}", quadrant="strength", owner=staff)
        add_finding(by=staff, plan=plan, kind="capability", name=f"Data {n}", now=2, wanted=4, owner=staff)
        add_finding(by=staff, plan=plan, kind="competitor", name=f"Quay {n}", share=12.5, threat=4)
        add_finding(by=staff, plan=plan, kind="assumption", statement=f"It rains {n}", confidence=1, impact=5)
        scenario = add_finding(by=staff, plan=plan, kind="scenario", name=f"Dry {n}", year=2032)
        judge_effect(by=staff, scenario=scenario, priority=priority, effect=2, meaning=f"Water first {n}")


def test_an_empty_analysis_says_what_to_do(plan: Plan, staff: User, reads: Callable[..., str]) -> None:
    page = reads(staff, reverse("analysis", args=["h30"]))

    assert "Nobody has looked around yet" in page
    assert reverse("add_finding", args=["swot", "h30"]) in page


@pytest.mark.parametrize(
    ("show", "said"),
    [
        ("", ["Loyal crews 0", "Data 0", "2 now, 4 wanted", "It rains 0", "Dry 0", "Quay 0"]),
        ("state", ["Data 0", "2 now, 4 wanted", "No year with a score yet"]),
        ("swot", ["Loyal crews 0", "Move to Weaknesses"]),
        ("surroundings", ["Trade 0", "Impact 3 of 5", "Five forces", "Market trends"]),
        ("competitors", ["Quay 0", "12.5", "4/5"]),
        ("scenarios", ["Dry 0", "around 2032", "Water first 0", "all the more important"]),
        ("assumptions", ["It rains 0", "no tripwire"]),
        ("all", ["Data 0", "Loyal crews 0", "Trade 0", "Quay 0", "Dry 0", "It rains 0"]),
        ("nonsense", ["What weighs most"]),
    ],
)
def test_each_part_shows_what_was_found(
    plan: Plan, staff: User, reads: Callable[..., str], show: str, said: list[str]
) -> None:
    furnish(plan, staff)

    page = reads(staff, f"{reverse('analysis', args=['h30'])}?show={show}")

    assert [each for each in said if each not in page] == []


@pytest.mark.parametrize("show", ["", "all"])
def test_the_number_of_queries_does_not_grow(plan: Plan, staff: User, client: Client, show: str) -> None:
    client.force_login(staff)
    url = f"{reverse('analysis', args=['h30'])}?show={show}"

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(url)
        return len(captured)

    furnish(plan, staff)
    queries()
    one = queries()
    Plan.objects.get().priorities.all().delete()
    furnish(plan, staff, copies=3)
    assert queries() == one


@pytest.mark.parametrize(
    ("role", "state", "status"),
    [
        ("administrator", PlanState.DRAFT, 200),
        ("executive", PlanState.DRAFT, 200),
        ("department_head", PlanState.DRAFT, 404),
        ("department_head", PlanState.CONSULTATION, 200),
        ("contributor", PlanState.ACTIVE, 403),
        ("viewer", PlanState.ACTIVE, 403),
        ("viewer", PlanState.DRAFT, 404),
    ],
)
def test_only_those_who_lead_or_are_consulted_read_it(
    plan: Plan, person: Callable[[str], User], client: Client, role: str, state: str, status: int
) -> None:
    Plan.objects.update(state=state)
    client.force_login(person(role))

    assert client.get(reverse("analysis", args=["h30"])).status_code == status


def test_an_item_that_is_not_ones_to_know_is_not_there(
    plan: Plan, item: AnalysisItem, person: Callable[[str], User], client: Client
) -> None:
    Plan.objects.update(state=PlanState.ACTIVE)
    client.force_login(person("viewer"))

    assert client.get(reverse("finding", args=["item", item.pk])).status_code == 404


def test_what_is_only_its_contributors_is_hidden_from_the_office(
    plan: Plan, item: AnalysisItem, person: Callable[[str], User], client: Client
) -> None:
    viewer = person("viewer")
    AnalysisItem.objects.update(state=ItemState.OWN, contributor=viewer)

    statuses = []
    for user in (viewer, User.objects.get(email="smo_staff@city.example")):
        client.force_login(user)
        statuses.append(client.get(reverse("finding", args=["item", item.pk])).status_code)
    assert statuses == [200, 404]


def test_an_owner_keeps_evidence_and_review_and_nothing_else(
    plan: Plan, item: AnalysisItem, person: Callable[[str], User], client: Client
) -> None:
    viewer = person("viewer")
    AnalysisItem.objects.update(owner=viewer)
    client.force_login(viewer)
    url = reverse("change_finding", args=["item", item.pk])

    response = client.post(
        url, {"evidence": "Soundings of 2025", "review_on": "2027-01-31", "statement": "Taken over"}
    )

    assert response.status_code == 302
    item.refresh_from_db()
    assert (item.evidence, item.review_on, item.statement, item.impact) == (
        "Soundings of 2025",
        dt.date(2027, 1, 31),
        "Deep water",
        4,
    )
    assert client.get(reverse("remove_finding", args=["item", item.pk])).status_code == 403
    assert client.post(reverse("place_item", args=[item.pk]), {"move": "threat"}).status_code == 403


def test_an_item_is_added_where_it_is_asked_for(plan: Plan, staff: User, client: Client) -> None:
    client.force_login(staff)
    url = reverse("add_finding", args=["pestel", "h30"])

    response = client.post(url, {"statement": "Rules tighten", "category": "legal", "impact": "4"})

    assert response.headers["Location"] == f"{reverse('analysis', args=['h30'])}?show=surroundings"
    made = AnalysisItem.objects.get()
    assert (made.lens, made.category, made.quadrant, made.impact) == ("pestel", "legal", "", 4)


def test_a_refused_item_keeps_what_was_typed(plan: Plan, staff: User, client: Client) -> None:
    client.force_login(staff)

    response = client.post(reverse("add_finding", args=["pestel", "h30"]), {"statement": "Rules tighten"})

    assert response.status_code == 400
    assert "Rules tighten" in response.content.decode()
    assert not AnalysisItem.objects.exists()


@pytest.mark.parametrize("kind", ["capability", "competitor", "scenario", "assumption"])
def test_each_kind_is_added_read_changed_and_removed(
    plan: Plan, staff: User, client: Client, reads: Callable[..., str], kind: str
) -> None:
    client.force_login(staff)
    headline = "statement" if kind == "assumption" else "name"
    fields = {headline: "First words", "evidence": "A study", "tripwire": "none"}
    client.post(reverse("add_finding", args=[kind, "h30"]), fields)
    model: Any = {"capability": plan.capabilities, "competitor": plan.competitors}.get(kind) or (
        plan.scenarios if kind == "scenario" else plan.assumptions
    )
    found = model.get()
    page = reads(staff, reverse("finding", args=[kind, found.pk]))

    changed = client.post(
        reverse("change_finding", args=[kind, found.pk]), {**fields, headline: "Second words"}
    )
    assert ("First words" in page, "A study" in page, changed.status_code) == (True, True, 302)
    assert str(model.get()) == "Second words"

    client.post(reverse("remove_finding", args=[kind, found.pk]))
    assert not model.exists()


def test_an_item_is_archived_and_brought_back(item: AnalysisItem, staff: User, client: Client) -> None:
    client.force_login(staff)
    url = reverse("remove_finding", args=["item", item.pk])
    states = []
    for _ in range(2):
        client.post(url)
        item.refresh_from_db()
        states.append(item.state)

    assert states == [ItemState.ARCHIVED, ItemState.SHARED]


@pytest.mark.parametrize(
    ("moves", "strengths", "threats"),
    [
        ([("Deep water", "down")], ["Crews", "Deep water", "Depth"], []),
        ([("Depth", "up"), ("Depth", "up"), ("Depth", "up")], ["Depth", "Deep water", "Crews"], []),
        ([("Crews", "threat")], ["Deep water", "Depth"], ["Crews"]),
        ([("Crews", "sideways")], ["Deep water", "Crews", "Depth"], []),
        ([("Crews", "off")], ["Deep water", "Crews", "Depth"], []),
    ],
)
def test_cards_move_by_their_menus_without_scripts(
    plan: Plan,
    item: AnalysisItem,
    staff: User,
    client: Client,
    moves: list[tuple[str, str]],
    strengths: list[str],
    threats: list[str],
) -> None:
    for statement in ("Crews", "Depth"):
        add_item(by=staff, plan=plan, statement=statement, quadrant="strength")
    client.force_login(staff)

    for statement, move in moves:
        moved = AnalysisItem.objects.get(statement=statement)
        response = client.post(reverse("place_item", args=[moved.pk]), {"move": move})
        assert response.headers["Location"].endswith(f"?show=swot#item-{moved.pk}")

    def shown(quadrant: str) -> list[str]:
        rows = AnalysisItem.objects.filter(quadrant=quadrant).order_by("position", "pk")
        return [each.statement for each in rows]

    assert (shown("strength"), shown("threat")) == (strengths, threats)


def test_a_dragged_card_answers_with_the_board_and_says_where_it_is(
    plan: Plan, item: AnalysisItem, staff: User, client: Client
) -> None:
    add_item(by=staff, plan=plan, statement="Storms", quadrant="threat")
    client.force_login(staff)

    response = client.post(
        reverse("place_item", args=[item.pk]),
        {"move": "threat", "position": "0"},
        headers={"HX-Request": "true"},
    )

    answer = response.content.decode()
    assert answer.index("Deep water") < answer.index("Storms")
    assert "“Deep water” is number 1 of 2 in Threats." in answer
    assert "<html" not in answer


def test_archived_items_leave_the_page(
    plan: Plan, item: AnalysisItem, staff: User, reads: Callable[..., str]
) -> None:
    archive_item(by=staff, item=item)

    assert "Deep water" not in reads(staff, f"{reverse('analysis', args=['h30'])}?show=all")


def test_effects_are_judged_for_all_priorities_at_once(plan: Plan, staff: User, client: Client) -> None:
    priorities = [add_priority(by=staff, plan=plan, code=code, name=code) for code in ("P1", "P2")]
    scenario = add_finding(by=staff, plan=plan, kind="scenario", name="Dry summers")
    client.force_login(staff)
    words = {f"effect_{priorities[0].pk}": "-2", f"meaning_{priorities[0].pk}": "No water"}

    client.post(reverse("scenario_effects", args=[scenario.pk]), {**words, f"effect_{priorities[1].pk}": "0"})

    assert list(ScenarioEffect.objects.values_list("priority__code", "effect", "meaning")) == [
        ("P1", -2, "No water")
    ]


def test_its_owner_answers_a_tripped_assumption(
    plan: Plan, staff: User, person: Callable[[str], User], client: Client
) -> None:
    viewer = person("viewer")
    assumption = add_finding(
        by=staff,
        plan=plan,
        kind="assumption",
        statement="It rains",
        owner=viewer,
        tripwire="date",
        trips_on=dt.date(2026, 1, 1),
    )
    assert assumption.tripped_by == "1 January 2026 has come."
    client.force_login(viewer)
    url = reverse("answer_assumption", args=[assumption.pk])
    assert "1 January 2026 has come." in client.get(url).content.decode()

    empty = client.post(url, {"state": "holds", "answer": ""})
    client.post(url, {"state": "broken", "answer": "It did not.", "trips_on": "2027-01-01"})

    assert empty.status_code == 400
    stored = Assumption.objects.get()
    assert (stored.state, stored.answer, stored.answered_by, stored.tripped_at, stored.trips_on) == (
        "broken",
        "It did not.",
        viewer,
        None,
        dt.date(2027, 1, 1),
    )


def test_the_page_of_an_item_shows_what_its_kpi_says_now(client: Client, db: None) -> None:
    city: City = make_city()
    plan = Plan.objects.create(code="h30", name="Harbour")
    last = dt.date.today().replace(day=1) - dt.timedelta(1)
    rows = [
        Entry(city.complaints.pk, city[code].pk, month(last.year, last.month), 41.0)
        for code in ("roads", "parks", "health")
    ]
    record_measurements(by=city.staff, rows=rows)
    roll_up_dirty()
    item = add_item(
        by=city.staff, plan=plan, statement="People complain", quadrant="weakness", kpi=city.complaints
    )
    client.force_login(city.staff)

    page = client.get(reverse("finding", args=["item", item.pk])).content.decode()

    assert "123" in page
    assert f"{last:%B %Y}" in page


def test_the_form_keeps_an_owner_who_has_left(plan: Plan, staff: User, client: Client) -> None:
    gone = create_user(by=None, email="gone@city.example", name="Gone")
    found = add_finding(by=staff, plan=plan, kind="capability", name="Data", owner=gone)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    client.force_login(staff)
    url = reverse("change_finding", args=["capability", found.pk])

    client.post(url, {"name": "Data", "owner": str(gone.pk), "now": "3"})

    assert list(Capability.objects.values_list("now", "owner")) == [(3, gone.pk)]


def test_the_search_finds_what_one_may_know_of(
    plan: Plan, item: AnalysisItem, staff: User, person: Callable[[str], User]
) -> None:
    viewer = person("viewer")
    add_finding(by=staff, plan=plan, kind="assumption", statement="Deep water stays", owner=viewer)

    def titles(user: User) -> list[str]:
        return [each.title for found in find(user, "deep wat").values() for each in found]

    assert (titles(staff), titles(viewer)) == (["Deep water", "Deep water stays"], ["Deep water stays"])
