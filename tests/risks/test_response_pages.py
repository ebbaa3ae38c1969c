"""The pages of what is done about risks show it, and ratings come in by the form."""

import pytest
from django.test import Client
from django.urls import reverse

from risks.actions.contingency import add_plan, add_step, call_up
from risks.actions.response import add_mitigation
from risks.models import RiskRating
from tests.initiatives.portfolio.conftest import make_town
from tests.risks.conftest import make_register


@pytest.mark.django_db
def test_a_risk_is_rated_by_its_form_and_shows_what_is_done_about_it(client: Client) -> None:
    register = make_register(make_town())
    plan = add_plan(by=None, risk=register.frost, name="Torches")
    add_step(by=None, plan=plan, name="Hand them out", within_hours=4)
    call_up(by=None, plan=plan, reason="Dark")
    add_mitigation(by=None, risk=register.frost, name="Salt the masts")
    client.force_login(register.staff)
    posted = {
        "kind": "current",
        "cell": "3-2",
        "rated_on": "2026-01-05",
        "rationale": "Ice",
    }
    address = reverse("rate_risk", args=["FROST"])
    refused = client.post(address, {**posted, "cell": ""})
    assert (refused.status_code, RiskRating.objects.count()) == (400, 0)
    assert "Choose a cell of the matrix." in refused.content.decode()
    answer = client.post(address, posted)
    assert (answer.status_code, RiskRating.objects.get().score) == (302, 6)
    assert 'value="3-2" checked' in client.get(address).content.decode()
    page = client.get(reverse("risk", args=["FROST"])).content.decode()
    for words in ("Salt the masts", "Hand them out", "Called up", "3 × 2 = 6"):
        assert words in page
    for route in ("risk_actions", "risk_indicators", "risk_review"):
        assert client.get(reverse(route)).status_code == 200
    for kind in ("mitigation", "factor", "control", "plan", "step", "indicator"):
        assert client.get(reverse("add_risk_part", args=["FROST", kind])).status_code == 200


@pytest.mark.django_db
def test_who_does_an_action_says_how_far_it_is_and_nothing_else(client: Client) -> None:
    register = make_register(make_town())
    lina = register.town.lina
    action = add_mitigation(by=None, risk=register.frost, name="Salt", owner=lina, cost=100)
    other = add_mitigation(by=None, risk=register.frost, name="Heaters")
    client.force_login(lina)
    address = reverse("change_risk_part", args=["FROST", "mitigation", action.pk])
    assert client.post(address, {"state": "under_way", "progress": "60", "cost": "1"}).status_code == 302
    action.refresh_from_db()
    assert (action.state, action.progress, action.cost, action.owner) == ("under_way", 60, 100, lina)
    theirs = reverse("change_risk_part", args=["FROST", "mitigation", other.pk])
    assert client.get(theirs).status_code == 403
    page = client.get(reverse("risk", args=["FROST"])).content.decode()
    assert (address in page, theirs in page) == (True, False)
