"""What is done about risks by REST: who says what of whose action, and what stays unknown."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from risks.actions.contingency import add_plan, add_step, call_up
from risks.actions.response import add_mitigation
from risks.models import RatingProposal, RiskRating
from tests.kpis.test_import_pages import browser
from tests.risks.conftest import Register

LEVELS: dict[str, Any] = {"to_likelihood": 1, "to_impact": 2}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def undone(register: Register) -> Iterator[None]:
    """What a test stores is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    register.frost.refresh_from_db()


def send(client: Client, method: str, name: str, body: Any, *where: object) -> Any:
    """A call of a route of the API."""
    address = reverse(f"api-{name}", args=[str(each) for each in where])
    return client.generic(method, address, body, content_type="application/json")


def test_whose_action_it_is_says_how_far_it_is_and_no_more(register: Register) -> None:
    lina = register.town.lina
    action = add_mitigation(
        by=None, risk=register.frost, name="Salt", owner=lina, to_likelihood=1, to_impact=2
    )
    client = browser(lina)
    name = send(client, "PATCH", "mitigations-detail", '{"name": "Sugar"}', action.pk)
    done = send(client, "PATCH", "mitigations-detail", '{"state": "done"}', action.pk)
    assert (name.status_code, done.status_code) == (403, 200)
    assert (done.json()["name"], done.json()["progress"]) == ("Salt", 100)

    proposal = RatingProposal.objects.get()
    yes = '{"accepted": true, "reason": "Less ice"}'
    refused = send(client, "POST", "rating-proposals-decide", yes, proposal.pk)
    taken = send(browser(register.staff), "POST", "rating-proposals-decide", yes, proposal.pk)
    again = send(browser(register.staff), "POST", "rating-proposals-decide", yes, proposal.pk)
    assert [each.status_code for each in (refused, taken, again)] == [403, 200, 409]
    rating = RiskRating.objects.get()
    assert (taken.json()["state"], taken.json()["rating"]) == ("accepted", rating.pk)
    assert (rating.score, rating.rationale, rating.assessor) == (2, "Less ice", register.staff)


def test_whose_step_it_is_ticks_it_while_the_plan_runs(register: Register) -> None:
    plan = add_plan(by=None, risk=register.frost, name="Torches")
    step = add_step(by=None, plan=plan, name="Hand out", who=register.town.lina)
    other = add_step(by=None, plan=plan, name="Collect")
    client = browser(register.town.lina)
    early = send(client, "PATCH", "contingency-steps-detail", '{"done": true}', step.pk)
    call_up(by=None, plan=plan, reason="Dark")
    done = send(client, "PATCH", "contingency-steps-detail", '{"done": true}', step.pk)
    words = send(client, "PATCH", "contingency-steps-detail", '{"name": "Keep"}', step.pk)
    others = send(client, "PATCH", "contingency-steps-detail", '{"done": true}', other.pk)
    end = send(client, "POST", "contingency-plans-end", '{"outcome": "Light"}', plan.pk)
    assert [each.status_code for each in (early, done, words, others, end)] == [409, 200, 403, 403, 403]
    assert done.json()["done_at"] is not None
    assert (done.json()["risk"], done.json()["name"]) == ("FROST", "Hand out")


def test_what_belongs_to_a_hidden_risk_is_as_unknown_as_nothing(register: Register) -> None:
    plan = add_plan(by=None, risk=register.secret, name="Whispered plan")
    step = f'{{"plan": {plan.pk}, "name": "Whisper"}}'
    hana, eve = browser(register.town.hana), browser(register.town.eve)
    assert hana.get(reverse("api-contingency-plans-detail", args=[plan.pk])).status_code == 404
    told = send(hana, "POST", "contingency-steps-list", step)
    assert (told.status_code, "There is no" in told.content.decode()) == (400, True)
    asked = {"plan": plan.pk}
    assert hana.get(reverse("api-contingency-steps-list"), asked).status_code == 400
    assert eve.get(reverse("api-contingency-steps-list"), asked).status_code == 200


def test_a_level_that_the_matrix_has_not_is_refused_by_name(register: Register) -> None:
    client = browser(register.staff)
    refused = send(client, "POST", "risk-ratings-list", '{"risk": "FROST", "likelihood": 4, "impact": 1}')
    made = send(
        client,
        "POST",
        "risk-ratings-list",
        '{"risk": "FROST", "likelihood": 3, "impact": 2, "knowledge": "weak"}',
    )
    assert (refused.status_code, made.status_code) == (400, 201)
    assert "likelihood" in refused.content.decode()
    assert (made.json()["score"], made.json()["band"], made.json()["kind"]) == (6, "High", "current")
    register.frost.refresh_from_db()
    assert register.frost.knowledge == "weak"


def test_an_escalation_is_answered_once(register: Register) -> None:
    body = '{"risk": "FROST", "reason": "All lamps are out"}'
    raised = send(browser(register.staff), "POST", "escalations-list", body)
    key, answer = raised.json()["id"], '{"answer": "Buy new ones"}'
    eve = browser(register.town.eve)
    codes = [send(eve, "POST", "escalations-answer", answer, key).status_code for _time in range(2)]
    assert (raised.status_code, codes) == (201, [200, 409])
    register.frost.refresh_from_db()
    assert register.frost.escalated_at is None


def test_accepting_is_for_who_may(register: Register) -> None:
    body = '{"response": "accept", "reason": "It is rare", "accepted_until": "2999-01-01"}'
    staff = send(browser(register.staff), "POST", "risks-respond", body, "FROST")
    eve = send(browser(register.town.eve), "POST", "risks-respond", body, "FROST")
    assert (staff.status_code, eve.status_code) == (400, 200)
    assert (eve.json()["accepted_by"], eve.json()["accepted_until"]) == (
        register.town.eve.email,
        "2999-01-01",
    )
