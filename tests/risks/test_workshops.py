"""Workshops: alone first, then together, then into the register; nothing is seen before its step."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from core.due import due_from
from core.errors import Conflict, Refused
from org.models import User
from risks.actions.workshops import (
    agree_on,
    begin_workshop,
    close_workshop,
    give_workshop_ratings,
    merge_proposed,
    move_workshop,
    propose_risk,
    say_through,
    split_proposed,
    take_back,
)
from risks.enums import Confidentiality, WorkshopState
from risks.models import ProposedRisk, Risk, RiskMatrix, Workshop, WorkshopRating
from risks.workshops.duplicates import possible_duplicates
from risks.workshops.spread import consensus, spread_of
from risks.workshops.visible import visible_proposed, visible_ratings, visible_workshops
from tests.kpis.city import City, make_city

LEVELS = [{"label": word, "text": ""} for word in ("Small", "Middling", "Great")]
BANDS = [
    {"key": "low", "label": "Low", "tone": "low", "least": 1, "review_months": 12},
    {"key": "high", "label": "High", "tone": "high", "least": 5, "review_months": 3},
]


@pytest.fixture
def city(db: None) -> City:
    RiskMatrix.objects.create(name="Three", likelihoods=LEVELS, impacts=LEVELS, bands=BANDS, is_current=True)
    return make_city()


@pytest.fixture
def shop(city: City) -> Workshop:
    """The head of Works asks the steward and the viewer, and has the lamps rated as well."""
    lamps = Risk.objects.create(code="LAMPS", title="Lamps fail in frost", department=city["works"])
    people = [city.steward_of_health, city.viewer]
    return begin_workshop(
        by=city.head_of_works, name="Winter", people=people, department=city["works"], risks=[lamps]
    )


def titles(user: User) -> list[str]:
    return [each.title for each in visible_proposed(user)]


def test_nobody_sees_what_others_propose_until_it_is_shared(city: City, shop: Workshop) -> None:
    propose_risk(by=city.viewer, workshop=shop, title=" Snow blocks the depot ")
    propose_risk(by=city.steward_of_health, workshop=shop, title="Nurses are ill")
    seen = {user.name: titles(user) for user in (city.viewer, city.head_of_works, city.staff)}
    assert seen == {
        "Vera Viewer": ["Lamps fail in frost", "Snow blocks the depot"],
        "Hana Head": ["Lamps fail in frost"],
        "Sam Staff": ["Lamps fail in frost"],
    }
    page = _page(city.head_of_works, shop)
    assert ("Snow blocks" in page, "2 proposals so far" in page) == (False, True)
    move_workshop(by=city.head_of_works, workshop=shop, state=WorkshopState.RATING)
    everything = ["Lamps fail in frost", "Snow blocks the depot", "Nurses are ill"]
    assert [titles(user) for user in (city.viewer, city.head_of_works)] == [everything, everything]
    assert "Snow blocks" in _page(city.head_of_works, shop)


def test_the_api_tells_no_more_than_the_page(city: City, shop: Workshop) -> None:
    propose_risk(by=city.viewer, workshop=shop, title="Ice")
    client = Client()
    client.force_login(city.head_of_works)

    def told() -> list[tuple[str, int]]:
        [one] = client.get("/api/v1/risk-workshops/").json()["workshops"]
        return [(each["title"], each["ratings"]) for each in one["proposed"]]

    assert told() == []
    move_workshop(by=None, workshop=shop, state=WorkshopState.RATING)
    ice = shop.proposed.get(title="Ice")
    give_workshop_ratings(by=city.viewer, workshop=shop, ratings={ice.pk: (1, 2, "")})
    assert told() == [("Lamps fail in frost", 0), ("Ice", 0)]
    move_workshop(by=None, workshop=shop, state=WorkshopState.TOGETHER)
    assert told() == [("Lamps fail in frost", 0), ("Ice", 1)]


def test_nobody_sees_what_others_give_until_all_look_at_it_together(city: City, shop: Workshop) -> None:
    lamps = shop.proposed.get()
    move_workshop(by=city.head_of_works, workshop=shop, state=WorkshopState.RATING)
    give_workshop_ratings(by=city.viewer, workshop=shop, ratings={lamps.pk: (1, 2, "Seen it twice")})
    give_workshop_ratings(by=city.steward_of_health, workshop=shop, ratings={lamps.pk: (3, 3, "")})
    counts = {user.name: visible_ratings(user).count() for user in (city.viewer, city.head_of_works)}
    assert counts == {"Vera Viewer": 1, "Hana Head": 0}
    assert "Seen it twice" not in _page(city.head_of_works, shop)
    move_workshop(by=city.head_of_works, workshop=shop, state=WorkshopState.TOGETHER)
    assert visible_ratings(city.head_of_works).count() == 2
    page = _page(city.steward_of_health, shop)
    assert ("Seen it twice" in page, "Vera Viewer</" in page) == (True, False)


def test_a_workshop_ends_with_new_risks_and_new_ratings(city: City, shop: Workshop) -> None:
    head = city.head_of_works
    snow = propose_risk(by=city.viewer, workshop=shop, title="Snow blocks the depot", cause="No plough")
    again = propose_risk(by=city.viewer, workshop=shop, title="Snow blocks our depot")
    dropped = propose_risk(by=city.viewer, workshop=shop, title="Aliens")
    move_workshop(by=head, workshop=shop, state=WorkshopState.RATING)
    assert [(each.into, each.other) for each in possible_duplicates(shop, head)] == [(snow, again)]
    merge_proposed(by=head, into=snow, proposed=again)
    with pytest.raises(Conflict):
        give_workshop_ratings(by=city.viewer, workshop=shop, ratings={again.pk: (1, 1, "")})
    move_workshop(by=head, workshop=shop, state=WorkshopState.TOGETHER)
    lamps = shop.proposed.get(risk__code="LAMPS")
    with pytest.raises(Refused):
        close_workshop(by=head, workshop=shop, take={snow.pk: "SNOW"})  # nothing agreed yet
    agree_on(by=head, proposed=snow, likelihood=3, impact=2)
    agree_on(by=head, proposed=lamps, likelihood=1, impact=1)
    close_workshop(by=head, workshop=shop, take={snow.pk: "SNOW", lamps.pk: ""})
    rows = [
        (
            risk.code,
            risk.cause,
            risk.department,
            [(each.score, each.rationale, each.assessor) for each in risk.ratings.all()],
        )
        for risk in Risk.objects.order_by("code")
    ]
    why = "Workshop “Winter”"
    assert rows == [
        ("LAMPS", "", city["works"], [(1, why, head)]),
        ("SNOW", "No plough", city["works"], [(6, why, head)]),
    ]
    dropped.refresh_from_db()
    assert dropped.risk is None
    with pytest.raises(Conflict):
        move_workshop(by=head, workshop=shop, state=WorkshopState.RATING)


def test_steps_refuse_what_belongs_to_another(city: City, shop: Workshop) -> None:
    mine = propose_risk(by=city.viewer, workshop=shop, title="Ice")
    lamps = shop.proposed.get(risk__code="LAMPS")
    for refused in (
        lambda: propose_risk(by=city.staff, workshop=shop, title="Not asked"),
        lambda: take_back(by=city.steward_of_health, proposed=mine),
        lambda: give_workshop_ratings(by=city.viewer, workshop=shop, ratings={mine.pk: (1, 1, "")}),
        lambda: move_workshop(by=None, workshop=shop, state=WorkshopState.TOGETHER),
        lambda: merge_proposed(by=None, into=lamps, proposed=mine),
        lambda: agree_on(by=None, proposed=mine, likelihood=1, impact=1),
        lambda: close_workshop(by=None, workshop=shop, take={}),
    ):
        with pytest.raises(Conflict):
            refused()
    take_back(by=city.viewer, proposed=mine)
    move_workshop(by=None, workshop=shop, state=WorkshopState.RATING)
    with pytest.raises(Refused):
        give_workshop_ratings(by=city.viewer, workshop=shop, ratings={lamps.pk: (4, 1, "")})
    assert not WorkshopRating.objects.exists()


def test_what_belongs_together_can_be_separated_again(city: City, shop: Workshop) -> None:
    one = propose_risk(by=city.viewer, workshop=shop, title="Ice")
    other = propose_risk(by=city.viewer, workshop=shop, title="Icy roads")
    move_workshop(by=None, workshop=shop, state=WorkshopState.RATING)
    merge_proposed(by=None, into=one, proposed=other)
    with pytest.raises(Conflict):
        merge_proposed(by=None, into=other, proposed=one)
    split_proposed(by=None, proposed=other)
    assert not ProposedRisk.objects.filter(merged_into__isnull=False).exists()


def test_a_restricted_risk_is_not_for_a_workshop_and_hides_when_it_becomes_one(
    city: City, shop: Workshop
) -> None:
    lamps = Risk.objects.get()
    lamps.confidentiality = Confidentiality.RESTRICTED
    lamps.save()
    with pytest.raises(Refused):
        begin_workshop(by=city.staff, name="No", people=[city.viewer], risks=[lamps])
    assert {user.name: titles(user) for user in (city.viewer, city.head_of_works)} == {
        "Vera Viewer": [],
        "Hana Head": ["Lamps fail in frost"],
    }
    with pytest.raises(Refused):  # a head answers for new risks, so a department of hers is needed
        begin_workshop(by=city.head_of_works, name="No", people=[city.viewer], department=city["health"])


def test_who_is_asked_is_reminded_until_through_with_the_step(city: City, shop: Workshop) -> None:
    today = timezone.localdate()
    until = today + dt.timedelta(days=30)

    def due(user: User) -> list[str]:
        found = due_from(user, today, until)
        return [each.kind for each in found if each.kind.startswith("risks.workshop")]

    assert (due(city.viewer), due(city.staff)) == (["risks.workshop_proposing"], [])
    say_through(by=city.viewer, workshop=shop)
    assert due(city.viewer) == []
    move_workshop(by=None, workshop=shop, state=WorkshopState.RATING)
    assert due(city.viewer) == ["risks.workshop_rating"]
    Workshop.objects.update(closes_on=today - dt.timedelta(days=1))
    assert due(city.head_of_works) == ["risks.workshop_over"]


def test_only_who_is_asked_leads_or_is_of_the_office_knows_of_it(city: City, shop: Workshop) -> None:
    users = (city.viewer, city.steward_of_health, city.head_of_works, city.staff)
    assert [visible_workshops(user).count() for user in users] == [1, 1, 1, 1]
    shop.participants.filter(person=city.viewer).delete()
    assert visible_workshops(city.viewer).count() == 0
    client = Client()
    client.force_login(city.viewer)
    assert client.get(f"/register/workshops/{shop.pk}/").status_code == 404


def test_the_page_carries_a_workshop_through(city: City, shop: Workshop) -> None:
    viewer, head = Client(), Client()
    viewer.force_login(city.viewer)
    head.force_login(city.head_of_works)
    url = f"/register/workshops/{shop.pk}/"
    lamps = shop.proposed.get()

    def send(client: Client, **data: object) -> int:
        return client.post(url, {key.replace("_", "-"): value for key, value in data.items()}).status_code

    assert send(viewer, deed="propose", kind="threat", title="Ice") == 302
    assert send(viewer, deed="share") == 403
    assert send(head, deed="share") == 302
    ice = shop.proposed.get(title="Ice")
    fields = {f"likelihood-{ice.pk}": 3, f"impact-{ice.pk}": 3, "through": "on"}
    assert send(viewer, deed="rate", **{f"likelihood-{lamps.pk}": 2}) == 400  # no impact
    assert send(viewer, deed="rate", **fields) == 302
    assert send(head, deed="together") == 302
    assert send(head, deed="agree", proposed=ice.pk, likelihood=3, impact=3) == 302
    assert send(head, deed="close", **{f"take-{ice.pk}": "on", f"code-{ice.pk}": "ICE"}) == 302
    assert Risk.objects.get(code="ICE").ratings.get().score == 9
    assert send(head, deed="close") == 409
    assert "ICE" in _page(city.viewer, shop) or "Ice" in _page(city.viewer, shop)


def test_agreement_goes_from_opposite_ends_to_all_the_same() -> None:
    assert consensus([1, 5, 1, 5], 5) == pytest.approx(0)
    assert consensus([3, 3, 3], 5) == pytest.approx(1)
    assert consensus([2, 3, 3], 5) > consensus([1, 3, 5], 5)
    spread = spread_of([(1, 2), (1, 2), (3, 2)], 3, 3)
    assert spread is not None
    told = (spread.count, spread.median, spread.likelihoods, spread.impacts, spread.counts[1, 2])
    assert told == (3, (1, 2), (1, 3), (2, 2), 2)
    assert spread_of([], 3, 3) is None


def _page(user: User, shop: Workshop) -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(f"/register/workshops/{shop.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()
