"""Groups, how ready they are, and what is done for them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.due import due_from
from core.errors import Conflict, Refused
from initiatives.actions.readiness import add_action, add_group, change_action, rate_group, remove_group
from initiatives.enums import ActionState, Confidentiality, Dimension, Stage
from initiatives.models import AffectedGroup, Initiative, ReadinessAction, ReadinessRating
from initiatives.readiness.reading import DimensionReading, read_groups
from initiatives.readiness.visible import with_relations
from org.actions import create_department
from org.enums import Role
from org.models import User
from tests.initiatives.status.conftest import someone


@dataclass(frozen=True)
class Depot:
    """Lina leads `lanes`, which end in a month and change the work of `drivers`; Owen is to do `talk`."""

    lanes: Initiative
    drivers: AffectedGroup
    talk: ReadinessAction
    lina: User
    owen: User
    vera: User
    today: dt.date


@pytest.fixture
def depot(db: None) -> Depot:
    """The drivers know of it and do not want it."""
    today = timezone.localdate()
    city = create_department(by=None, code="city", name="City")
    lina, owen, vera = (someone(name, Role.VIEWER) for name in ("Lina", "Owen", "Vera"))
    lanes = Initiative.objects.create(
        code="LANES",
        name="Bus lanes",
        department=city,
        lead=lina,
        stage=Stage.ACTIVE,
        starts_on=today - dt.timedelta(days=30),
        ends_on=today + dt.timedelta(days=30),
    )
    drivers = add_group(by=lina, initiative=lanes, name="Drivers", department=city, people=140, impact=4)
    early = {"awareness": 2, "desire": 3, "knowledge": 1}
    rate_group(by=lina, group=drivers, rated_on=today - dt.timedelta(days=60), **early)
    rate_group(by=lina, group=drivers, rated_on=today, awareness=5, desire=2, note="Talks.")
    talk = add_action(
        by=lina, group=drivers, name="Agree on breaks", dimension=Dimension.DESIRE, owner=owen, due_on=today
    )
    return Depot(lanes, drivers, talk, lina, owen, vera, today)


def session(user: User) -> Client:
    """Signed in."""
    client = Client()
    client.force_login(user, backend="org.sign_in.EmailBackend")
    return client


def text_of(answer: Any) -> str:
    """The page with its spaces made one."""
    return " ".join(answer.content.decode().split())


def test_the_latest_word_on_each_dimension_counts_and_says_what_moved(depot: Depot) -> None:
    (reading,) = read_groups(list(with_relations(AffectedGroup.objects.all())))
    assert reading.barrier == Dimension.DESIRE
    assert list(reading.dimensions) == [
        DimensionReading(Dimension.AWARENESS, 5, 3, is_barrier=False),
        DimensionReading(Dimension.DESIRE, 2, -1, is_barrier=True),
        DimensionReading(Dimension.KNOWLEDGE, 1, None, is_barrier=False),
        DimensionReading(Dimension.ABILITY, None, None, is_barrier=False),
        DimensionReading(Dimension.REINFORCEMENT, None, None, is_barrier=False),
    ]


def test_a_rating_of_the_same_day_is_put_right(depot: Depot) -> None:
    rate_group(by=depot.owen, group=depot.drivers, rated_on=depot.today, desire=4)
    newest = ReadinessRating.objects.first()
    assert newest is not None
    assert (newest.awareness, newest.desire, newest.rated_by) == (5, 4, depot.owen)
    assert ReadinessRating.objects.count() == 2


@pytest.mark.parametrize(
    ("said", "field"),
    [({}, "awareness"), ({"desire": 6}, "desire"), ({"desire": 3, "days": 1}, "rated_on")],
)
def test_what_no_rating_can_say_is_refused(depot: Depot, said: dict[str, int], field: str) -> None:
    day = depot.today + dt.timedelta(days=said.pop("days", -7))
    with pytest.raises(Refused) as refusal:
        rate_group(by=depot.lina, group=depot.drivers, rated_on=day, **said)
    assert [fault.field for fault in refusal.value.faults] == [field]


def test_the_owner_of_an_action_is_asked_and_ticks_it(depot: Depot) -> None:
    (item,) = [
        each
        for each in due_from(depot.owen, depot.today, depot.today)
        if each.kind == "initiatives.readiness"
    ]
    assert (item.title, item.detail, item.due_on) == ("Agree on breaks", "Bus lanes · Drivers", depot.today)
    client = session(depot.owen)
    assert f'id="action-{depot.talk.pk}"' in text_of(client.get(item.url))
    tick = reverse("tick_readiness_action", args=["LANES", depot.talk.pk])
    assert session(depot.vera).post(tick, {"done": "1"}).status_code == 403
    assert client.post(tick, {"done": "1"}).status_code == 302
    depot.talk.refresh_from_db()
    assert (depot.talk.state, depot.talk.done_on) == (ActionState.DONE, depot.today)
    kinds = {each.kind for each in due_from(depot.owen, depot.today, depot.today)}
    assert "initiatives.readiness" not in kinds
    client.post(tick)
    depot.talk.refresh_from_db()
    assert (depot.talk.state, depot.talk.done_on) == (ActionState.OPEN, None)


def test_a_group_for_which_something_was_done_stays(depot: Depot) -> None:
    change_action(by=depot.lina, action=depot.talk, state=ActionState.DONE)
    with pytest.raises(Conflict):
        remove_group(by=depot.lina, group=depot.drivers)


def test_nothing_changes_in_what_is_archived(depot: Depot) -> None:
    Initiative.objects.update(archived_on=depot.today)
    depot.lanes.refresh_from_db()
    with pytest.raises(Conflict):
        add_group(by=depot.lina, initiative=depot.lanes, name="Cyclists")


def test_a_group_is_added_rated_and_shown(depot: Depot) -> None:
    client = session(depot.lina)
    add = client.post(
        reverse("add_affected_group", args=["LANES"]), {"name": "Shops", "people": "90", "impact": "3"}
    )
    assert add.status_code == 302
    shops = AffectedGroup.objects.get(name="Shops")
    rated = client.post(
        reverse("rate_group", args=["LANES", shops.pk]),
        {"rated_on": depot.today.isoformat(), "awareness": "4", "desire": "4"},
    )
    assert rated.url == reverse("initiative_readiness", args=["LANES"]) + f"#group-{shops.pk}"
    text = text_of(client.get(rated.url))
    assert "Held up at desire" in text
    assert "barrier point" in text
    panel = text_of(client.get(reverse("initiative", args=["LANES"])))
    assert "Held up at desire" in panel


def test_the_portfolio_names_who_is_not_ready_while_the_day_comes_and_hides_the_restricted(
    depot: Depot,
) -> None:
    page = session(depot.vera).get(reverse("portfolio_readiness"))
    assert [row["group"] for row in page.context["late"]] == [depot.drivers]
    (line,) = page.context["lines"]
    assert (line["name"], line["cells"][0]["initiatives"]) == ("City", [depot.lanes])
    Initiative.objects.update(confidentiality=Confidentiality.RESTRICTED)
    hidden = session(depot.vera).get(reverse("portfolio_readiness"))
    assert (hidden.context["late"], hidden.context["lines"]) == ([], [])
    assert "Bus lanes" not in text_of(hidden)
    assert "Drivers" in text_of(session(depot.owen).get(reverse("portfolio_readiness")))


def test_readiness_by_rest_says_the_barrier_and_lets_owners_only_tick(depot: Depot) -> None:
    client = session(depot.owen)
    (group,) = client.get("/api/v1/affected-groups/", {"initiative": "LANES"}).json()["results"]
    assert (group["name"], group["barrier"]) == ("Drivers", "desire")
    url = f"/api/v1/readiness-actions/{depot.talk.pk}/"
    renamed = client.patch(url, {"name": "Nothing"}, content_type="application/json")
    assert renamed.status_code == 403
    done = client.patch(url, {"state": "done"}, content_type="application/json")
    assert (done.status_code, done.json()["done_on"]) == (200, depot.today.isoformat())
