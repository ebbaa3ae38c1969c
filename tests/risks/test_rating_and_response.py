"""Ratings, responses, actions that propose, plans that are called up, reviews."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.utils import timezone

from core.errors import Conflict, Refused
from risks.actions import contingency
from risks.actions.rating import rate_risk
from risks.actions.response import add_mitigation, change_mitigation, choose_response, decide_proposal
from risks.actions.reviewing import review_risk
from risks.models import RatingProposal, RiskRating
from risks.reviewing.cadence import months_later, next_review
from tests.risks.conftest import Register


@pytest.fixture(autouse=True)
def undone(register: Register) -> Iterator[None]:
    """What a test stores is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    register.frost.refresh_from_db()


def test_a_current_rating_says_when_to_look_again(register: Register) -> None:
    today = timezone.localdate()
    rating = rate_risk(by=register.staff, risk=register.frost, likelihood=3, impact=2, rationale="Iced over")
    assert (rating.score, rating.assessor, register.frost.next_review_on) == (
        6,
        register.staff,
        months_later(today, 3),
    )
    rate_risk(
        by=None, risk=register.frost, likelihood=1, impact=1, rated_on=today - dt.timedelta(days=400)
    )  # an earlier day: what counts stays
    assert register.frost.next_review_on == months_later(today, 3)


def test_levels_are_the_matrixs_and_days_have_come(register: Register) -> None:
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    with pytest.raises(Refused) as refusal:
        rate_risk(by=None, risk=register.frost, likelihood=4, impact=0, rated_on=tomorrow, kind="wished")
    assert [each.field for each in refusal.value.faults] == ["likelihood", "impact", "kind", "rated_on"]


def test_months_end_on_their_last_day() -> None:
    assert months_later(dt.date(2026, 11, 30), 3) == dt.date(2027, 2, 28)
    assert next_review(None, dt.date(2026, 1, 5)) == dt.date(2026, 4, 5)


def test_who_may_accepts_a_risk_until_a_day(register: Register) -> None:
    until = timezone.localdate() + dt.timedelta(days=90)
    with pytest.raises(Refused) as refusal:
        choose_response(by=register.staff, risk=register.frost, response="accept", reason="Rare")
    assert [each.field for each in refusal.value.faults] == ["response", "accepted_until"]
    eve = register.town.eve
    choose_response(by=eve, risk=register.frost, response="accept", reason="Rare", accepted_until=until)
    assert (register.frost.accepted_by, register.frost.accepted_until) == (eve, until)
    choose_response(by=register.staff, risk=register.frost, response="reduce", reason="Salt")
    assert (register.frost.accepted_by, register.frost.accepted_until) == (None, None)
    with pytest.raises(Refused):
        choose_response(by=eve, risk=register.frost, response="exploit", reason="Why not")


def test_a_completed_action_proposes_a_rating_and_never_makes_one(register: Register) -> None:
    action = add_mitigation(by=None, risk=register.frost, name="Salt", to_likelihood=1, to_impact=2)
    change_mitigation(by=None, mitigation=action, state="done")
    assert not RiskRating.objects.exists()
    proposal = RatingProposal.objects.get()
    assert (proposal.likelihood, proposal.impact, action.progress) == (1, 2, 100)
    change_mitigation(by=None, mitigation=action, effect="Less ice")  # done already: proposes nothing more
    with pytest.raises(Refused):
        decide_proposal(by=register.staff, proposal=proposal, accepted=False)
    decided = decide_proposal(by=register.staff, proposal=proposal, accepted=True)
    assert (decided.state, RiskRating.objects.get().score) == ("accepted", 2)
    with pytest.raises(Conflict):
        decide_proposal(by=register.staff, proposal=proposal, accepted=True)


def test_a_plan_is_called_up_ticked_and_stood_down(register: Register) -> None:
    plan = contingency.add_plan(by=None, risk=register.frost, name="Torches")
    step = contingency.add_step(by=None, plan=plan, name="Hand out", within_hours=4)
    with pytest.raises(Conflict):
        contingency.tick_step(by=None, step=step)
    plan = contingency.call_up(by=register.staff, plan=plan, reason="Dark")
    with pytest.raises(Conflict):
        contingency.call_up(by=register.staff, plan=plan, reason="Darker")
    step.refresh_from_db()
    contingency.tick_step(by=None, step=step)
    ended = contingency.stand_down(by=None, plan=plan, outcome="Light again")
    assert (ended.state, ended.called_why, ended.outcome) == ("ended", "Dark", "Light again")
    with pytest.raises(Conflict):
        contingency.remove_plan(by=None, plan=ended)


def test_a_review_says_when_the_next_is_and_does_what_it_says(register: Register) -> None:
    today = timezone.localdate()
    review = review_risk(by=register.staff, risk=register.frost)
    assert (review.next_review_on, register.frost.next_review_on) == (months_later(today, 3),) * 2
    with pytest.raises(Refused):
        review_risk(by=register.staff, risk=register.frost, outcome="escalated")
    review_risk(by=register.staff, risk=register.frost, outcome="escalated", note="Too much")
    assert register.frost.escalation == "Too much"
    review_risk(by=register.staff, risk=register.frost, outcome="closed", note="Gone")
    assert (register.frost.state, register.frost.next_review_on) == ("closed", None)
