"""Reported beside computed, watermelons, questions and their mail, and what stays hidden."""

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.due import due_from
from core.errors import Conflict, Refused
from core.models import OutboxEvent
from core.outbox import deliver
from initiatives.actions.status import answer_question, ask_about_update, keep_draft
from initiatives.models import Initiative, MoneyLine, Task, UpdateQuestion
from initiatives.status.attention import attention
from initiatives.status.portfolio import read_portfolio
from tests.initiatives.status.conftest import Town


def session(user: Any) -> Client:
    """Signed in."""
    client = Client()
    client.force_login(user, backend="org.sign_in.EmailBackend")
    return client


def text_of(answer: Any) -> str:
    """The page with its spaces made one."""
    return " ".join(answer.content.decode().split())


def tell() -> list[Any]:
    """Deliver what waits; the mails that went out."""
    mail.outbox.clear()
    for event in OutboxEvent.objects.filter(delivered_at=None):
        deliver(event.pk)
    return list(mail.outbox)


@pytest.fixture
def watermelon(town: Town) -> Town:
    """Lamps are reported green; their plan is forty days late, their money gone at half the work."""
    town.reported(town.lamps, 1)
    Task.objects.create(initiative=town.lamps, name="Pour", ends_on=town.ago(40), progress=50)
    MoneyLine.objects.create(initiative=town.lamps, year=2026, budget=1_000_000, actual=900_000)
    return town


def test_a_watermelon_shows_with_its_evidence(watermelon: Town) -> None:
    page = session(watermelon.eve).get(reverse("initiative_status", args=["LAMPS"]))
    text = text_of(page)
    assert page.status_code == 200
    assert "Schedule: reported green, the figures say red." in text
    assert "1 of 1 tasks is late: “Pour”, by 40 days." in text
    assert "is spent, at 50 % of the work." in text
    (found,) = attention(watermelon.eve, watermelon.today)
    assert (found.initiative, found.light) == (watermelon.lamps, "green")


def test_the_portfolio_is_filtered_and_counts_what_the_reader_sees(watermelon: Town) -> None:
    town = watermelon
    town.reported(town.trees, 60, help_needed="A decision", schedule="red", schedule_reason="Frost")
    town.reported(town.talks, 60, help_needed="Silence")
    seen = read_portfolio(town.eve, town.today)
    assert [line.initiative.code for line in seen.lines] == ["LAMPS", "TREES", "TALKS"]
    assert seen.counts == {"": 3, "disagree": 1, "overdue": 2, "help": 2, "question": 0}
    assert read_portfolio(town.viewer, town.today).counts["help"] == 1
    assert [line.initiative.code for line in read_portfolio(town.eve, town.today, "works").lines] == [
        "LAMPS",
        "TREES",
    ]
    assert read_portfolio(town.eve, town.today, "nowhere").lines == []
    client = session(town.viewer)
    for query in ("", "?show=help", "?format=csv"):
        text = text_of(client.get(reverse("portfolio_status") + query))
        assert "Trees" in text
        assert "talks" not in text.lower()


def test_the_number_of_queries_does_not_grow(watermelon: Town) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            read_portfolio(watermelon.eve, watermelon.today)
        return len(seen)

    queries()  # the reader's roles are read once
    few = queries()
    Initiative.objects.bulk_create(
        Initiative(code=f"X{n}", name=f"X {n}", stage="active", department=watermelon.roads) for n in range(5)
    )
    for each in Initiative.objects.filter(code__startswith="X"):
        watermelon.reported(each, 20)
    assert queries() == few


def test_a_question_goes_to_the_lead_and_its_answer_back(watermelon: Town) -> None:
    town = watermelon
    update = town.lamps.updates.get()
    question = ask_about_update(by=town.eve, update=update, text="Why green?")
    (letter,) = tell()
    assert (letter.to, letter.subject) == (["lina@city.example"], "A question about Lamps")
    assert f"/initiatives/LAMPS/status/question/{question.pk}/" in letter.body
    asked = due_from(town.lina, town.today, town.today + dt.timedelta(days=7))
    (item,) = [each for each in asked if each.kind == "initiatives.question"]
    assert item.title == "Answer: Why green?"
    client = session(town.lina)
    sent = client.post(item.url, {"answer": "The plan was not ticked."})
    assert (sent.status_code, sent["Location"]) == (302, f"/initiatives/LAMPS/status/#update-{update.pk}")
    (back,) = tell()
    assert (back.to, back.subject) == (["eve@city.example"], "Answered: Lamps")
    question.refresh_from_db()
    assert (question.answer, question.answered_by) == ("The plan was not ticked.", town.lina)
    answer_question(by=town.lina, question=question, answer="It is ticked now.")
    assert tell() == []
    assert "It is ticked now." in text_of(client.get("/initiatives/LAMPS/status/"))


def test_drafts_and_nothing_cannot_be_questioned(town: Town) -> None:
    draft = keep_draft(by=town.lina, initiative=town.lamps, done="Half")
    with pytest.raises(Conflict):
        ask_about_update(by=town.eve, update=draft, text="Why?")
    with pytest.raises(Refused):
        ask_about_update(by=town.eve, update=town.reported(town.trees, 1), text=" ")
    assert not UpdateQuestion.objects.exists()


def test_who_may_no_longer_know_of_it_gets_no_answer(watermelon: Town) -> None:
    question = ask_about_update(by=watermelon.viewer, update=watermelon.lamps.updates.get(), text="Why?")
    tell()
    Initiative.objects.update(confidentiality="restricted")
    answer_question(by=watermelon.lina, question=question, answer="Because.")
    assert tell() == []


def test_three_updates_one_after_the_other(town: Town) -> None:
    for initiative in (town.lamps, town.trees):
        town.reported(initiative, 30, next="Go on")
    client = session(town.hana)
    page = client.get(reverse("updates_due"))
    assert "1 due from you · 1 from others in your departments" in text_of(page)
    assert page.context["first"] == town.trees
    form = client.get(reverse("write_update", args=["TREES"])).context["form"]
    begun = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    sent = client.post(reverse("write_update", args=["TREES"]), {**begun, "then": "next"})
    assert (sent.status_code, sent["Location"]) == (302, "/initiatives/LAMPS/status/update/")
    assert town.trees.updates.first().done == "Go on"  # type: ignore[union-attr]
    last = client.post(sent["Location"], {**begun, "due_on": "", "then": "next"})
    assert last["Location"] == reverse("updates_due")


def test_a_draft_is_kept_as_it_is_typed(town: Town) -> None:
    client = session(town.lina)
    kept = client.post(
        reverse("keep_draft", args=["LAMPS"]),
        {"done": "Half", "progress": "many"},
        headers={"HX-Request": "true"},
    )
    assert kept.content.decode().startswith("Kept at ")
    assert town.lamps.updates.get().done == "Half"
    wrong = client.post(reverse("write_update", args=["LAMPS"]), {"done": "Half", "schedule": "amber"})
    assert wrong.status_code == 400
    assert "Say why, and what is done about it." in text_of(wrong)
    assert client.post(reverse("drop_draft", args=["LAMPS"])).status_code == 302
    assert not town.lamps.updates.exists()
