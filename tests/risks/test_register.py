"""The register: unrated is a state, appetite is derived, what is restricted shows nowhere, findings turn."""

import csv
import datetime as dt
import io

import pytest
from django.urls import reverse
from django.utils import timezone

from core.search import find
from risks.actions.register import archive_risk, change_risk, create_risk, remove_risk, set_state
from risks.enums import RatingKind, RiskKind, RiskState
from risks.matrices import band_of, score_of
from risks.models import Risk, RiskRating
from risks.register.rows import read_rows
from risks.register.sentence import sentence_of
from strategy.actions.analysis import add_item
from strategy.enums import Quadrant
from tests.initiatives.test_leaks import said
from tests.kpis.test_import_pages import browser
from tests.risks.conftest import Register

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def rate(register: Register, risk: Risk, likelihood: int, impact: int, ago: int = 0) -> RiskRating:
    """A current rating so many days ago."""
    return RiskRating.objects.create(
        risk=risk,
        kind=RatingKind.CURRENT,
        matrix=register.matrix,
        likelihood=likelihood,
        impact=impact,
        score=score_of(register.matrix, likelihood, impact),
        rated_on=TODAY - dt.timedelta(days=ago),
    )


def test_unrated_is_a_state_and_appetite_is_derived(register: Register) -> None:
    rate(register, register.frost, 2, 2, ago=100)
    rate(register, register.frost, 3, 2)
    found = {row.risk.code: row for row in read_rows(Risk.objects.all(), TODAY)}
    frost, hushed = found["FROST"], found["HUSHED"]
    assert frost.current is not None
    assert (frost.current.word, frost.current.mark, frost.is_above, frost.moved) == ("6 High", "red", True, 2)
    assert (hushed.current, hushed.is_above, hushed.moved) == (None, False, None)


def test_what_is_high_is_bad_of_a_threat_and_good_of_an_opportunity(register: Register) -> None:
    change_risk(by=None, risk=register.frost, kind=RiskKind.OPPORTUNITY)
    rate(register, register.frost, 3, 3)
    row = read_rows(Risk.objects.filter(code="FROST"), TODAY)[0]
    assert row.current is not None
    assert (row.current.mark, row.is_above) == ("green", False)


def test_a_score_below_every_band_is_in_the_lowest(register: Register) -> None:
    assert [band_of(register.matrix, score).key for score in (0, 1, 4, 5, 9)] == [
        "low", "low", "low", "high", "high",
    ]  # fmt: skip


def test_the_filters_find_and_the_file_says_the_same(register: Register) -> None:
    rate(register, register.frost, 3, 3)
    client, url = browser(register.staff), reverse("risks")
    expected = {
        "": {"FROST", "HUSHED"},
        "rating=above": {"FROST"},
        "rating=unrated": {"HUSHED"},
        "department=works": {"FROST"},
        f"objective={register.town.objective.pk}": {"FROST", "HUSHED"},
        "q=bankruptcy": {"HUSHED"},
        "who=restricted": {"HUSHED"},
        "state=closed": set(),
        "mine=owner": set(),
        "category=none": set(),
    }
    found = {}
    for query in expected:
        text = client.get(f"{url}?{query}&format=csv").content.decode("utf-8-sig")
        found[query] = {row["code"] for row in csv.DictReader(io.StringIO(text))}
        assert client.get(f"{url}?{query}").status_code == 200
    assert found == expected


def test_a_finding_turns_into_a_risk_in_one_step_and_is_remembered(register: Register) -> None:
    item = add_item(
        by=None,
        plan=register.town.plan,
        statement="Winters get colder",
        quadrant=Quadrant.THREAT,
        detail="Three in a row",
    )
    client = browser(register.staff)
    page = client.get(reverse("finding", args=["item", item.pk])).content.decode()
    address = f"{reverse('add_risk')}?item={item.pk}"
    assert address in page
    form = client.get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    assert client.post(address, sent).status_code == 302
    risk = Risk.objects.get(item=item)
    assert (risk.title, risk.kind, risk.cause, risk.state) == (
        "Winters get colder", "threat", "Three in a row", "open",
    )  # fmt: skip
    assert risk.title in client.get(reverse("finding", args=["item", item.pk])).content.decode()


def test_what_is_restricted_shows_on_no_page_and_in_no_file(register: Register) -> None:
    town = register.town
    addresses = [
        reverse("risks"),
        f"{reverse('risks')}?format=csv",
        f"{reverse('risks')}?who=restricted",
        reverse("objective", args=[town.objective.pk]),
        reverse("department", args=["city"]),
        f"{reverse('search')}?q=whispered",
        reverse("home"),
    ]
    for user in (town.viewer, town.lina, town.hana):
        client = browser(user)
        told = [each for each in addresses if "Whispered" in said(client.get(each))]
        assert told == [], user
        assert client.get(reverse("risk", args=["HUSHED"])).status_code == 404
        assert find(user, "whispered") == {}
    assert "Whispered" in said(browser(town.eve).get(reverse("department", args=["city"])))
    assert "Whispered" in said(browser(town.eve).get(reverse("risks")))


def test_a_sentence_leaves_out_what_nobody_wrote() -> None:
    risk = Risk(title="Frost", cause="The winter is cold.", event="LEDs fail", consequence="")
    assert sentence_of(risk) == "Because of this: the winter is cold. It may happen that LEDs fail."
    assert sentence_of(Risk(title="Frost")) == ""


def test_links_that_the_editor_cannot_see_stay(register: Register) -> None:
    links = register.frost.links
    hidden = links.create(initiative=register.town.talks)
    client = browser(register.town.hana)
    url = reverse("risk_things", args=["FROST"])
    assert client.post(url, {"initiatives": [register.town.lamps.pk]}).status_code == 302
    assert {each.initiative_id for each in links.all()} == {register.town.lamps.pk, hidden.initiative_id}


def test_a_risk_moves_on_only_as_allowed(register: Register) -> None:
    risk = create_risk(by=None, code="ONCE", title="Once", state=RiskState.PROPOSED)
    client = browser(register.staff)
    url = reverse("risk_state", args=["ONCE"])
    assert client.post(url, {"state": "occurred"}).status_code == 400
    assert client.post(url, {"state": "closed"}).status_code == 400
    assert client.post(url, {"state": "closed", "note": "It was nothing"}).status_code == 302
    archive_risk(by=None, risk=Risk.objects.get(pk=risk.pk))
    answer = client.post(
        reverse("change_risk", args=["ONCE"]),
        {"code": "ONCE", "title": "T", "kind": "threat", "confidentiality": "open"},
    )
    assert answer.status_code == 409
    remove = create_risk(by=None, code="NEW", title="New", state=RiskState.PROPOSED)
    remove_risk(by=None, risk=remove)
    set_state(by=None, risk=register.frost, state=RiskState.OCCURRED)
    assert list(Risk.objects.order_by("code").values_list("code", "state")) == [
        ("FROST", "occurred"), ("HUSHED", "open"), ("ONCE", "closed"),
    ]  # fmt: skip
