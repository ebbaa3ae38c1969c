"""Benefits: what came by the KPI, looks at them, and where they show."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.due import due_from
from core.errors import Conflict, Refused
from initiatives.actions.benefits import add_benefit, change_benefit, check_benefit, remove_benefit
from initiatives.benefits.effect import Point
from initiatives.benefits.reading import read_benefits
from initiatives.enums import Realised
from initiatives.models import Benefit, BenefitCheck, Initiative
from tests.initiatives.benefits.conftest import TODAY, Town


def session(user: Any) -> Client:
    """Signed in."""
    client = Client()
    client.force_login(user, backend="org.sign_in.EmailBackend")
    return client


def text_of(answer: Any) -> str:
    """The page with its spaces made one."""
    return " ".join(answer.content.decode().split())


def test_what_came_is_the_kpis_newest_value_against_that_of_the_start(town: Town) -> None:
    (reading,) = read_benefits([town.benefit], TODAY)
    effect = reading.effect
    assert effect is not None
    assert (effect.baseline, effect.latest) == (10.0, Point(dt.date(2026, 10, 31), 7.0))
    assert (effect.change, effect.share, reading.proposed) == (-3.0, 0.75, Realised.NOT_YET)
    (later,) = read_benefits([town.benefit], dt.date(2027, 7, 1))
    assert later.proposed == Realised.PARTLY


def test_a_benefit_without_a_kpi_says_nothing_of_itself(town: Town) -> None:
    words = add_benefit(by=None, initiative=town.lamps, name="Brighter", money_a_year=Decimal(900))
    (reading,) = read_benefits([words], TODAY)
    assert (reading.effect, reading.proposed, reading.points) == (None, "", ())


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": " "}, "name"),
        ({"kpi": None}, "kpi"),
        ({"expected": 0.0}, "expected"),
        ({"baseline_on": dt.date(2027, 6, 30)}, "due_on"),
    ],
)
def test_what_no_benefit_can_say_is_refused(town: Town, fields: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refusal:
        change_benefit(by=town.lina, benefit=town.benefit, **fields)
    assert [fault.field for fault in refusal.value.faults] == [field]


def test_the_owner_is_asked_and_looks(town: Town) -> None:
    (item,) = [each for each in due_from(town.owen, TODAY, TODAY) if each.kind == "initiatives.benefit"]
    assert (item.title, item.due_on) == ("What was realised? Fewer complaints", dt.date(2026, 11, 1))
    client = session(town.owen)
    form = client.get(item.url).context["form"]
    assert form["realised"].value() == -3.0
    said = {"checked_on": "2026-11-22", "check_on": "2027-03-01", "realised": "-3"}
    said |= {"verdict": "partly", "note": "Two streets are dark."}
    assert client.post(item.url, said).status_code == 302
    check = BenefitCheck.objects.get()
    assert (check.verdict, check.realised, check.checked_by) == (Realised.PARTLY, -3.0, town.owen)
    assert Benefit.objects.get().check_on == dt.date(2027, 3, 1)
    assert [each for each in due_from(town.owen, TODAY, TODAY) if each.kind == "initiatives.benefit"] == []
    text = text_of(client.get(reverse("initiative_benefits", args=["LAMPS"])))
    assert "Two streets are dark." in text
    assert "75 % of what is expected" in text


def test_what_falls_short_needs_a_word_and_what_was_found_stays(town: Town) -> None:
    with pytest.raises(Refused) as refusal:
        check_benefit(by=town.owen, benefit=town.benefit, checked_on=TODAY, verdict=Realised.NO)
    assert [fault.field for fault in refusal.value.faults] == ["note"]
    check_benefit(by=town.owen, benefit=town.benefit, checked_on=TODAY, verdict=Realised.YES)
    with pytest.raises(Conflict):
        remove_benefit(by=town.lina, benefit=town.benefit)


def test_a_kpis_page_names_who_should_move_it_and_hides_what_is_restricted(town: Town) -> None:
    url = reverse("kpi", args=["complaints"]) + "?department=roads"
    assert "should change it by −4 by 30 June 2027" in text_of(session(town.city.viewer).get(url))
    Initiative.objects.update(confidentiality="restricted")
    assert "should change it" not in text_of(session(town.city.viewer).get(url))
    assert "should change it" in text_of(session(town.owen).get(url))


def test_the_portfolios_benefits_count_what_the_reader_sees(town: Town) -> None:
    add_benefit(by=None, initiative=town.lamps, name="Less power", money_a_year=Decimal(1500))
    shown = session(town.city.staff).get(reverse("portfolio_benefits"))
    assert shown.context["sums"] == {
        "expected": Decimal(1500),
        "realised": None,
        "benefits": 2,
        "checked": 0,
        "kept": 0,
    }
    Initiative.objects.update(confidentiality="restricted")
    hidden = session(town.city.viewer).get(reverse("portfolio_benefits"))
    assert hidden.context["sums"]["benefits"] == 0
    assert "Lamps" not in text_of(hidden)
