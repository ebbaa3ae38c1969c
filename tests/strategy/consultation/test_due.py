"""What rounds ask of people, in My work."""

import datetime as dt

import pytest
from django.utils import timezone

from core.models import OutboxEvent
from core.outbox import deliver
from org.models import User
from strategy.actions.consultation import answer_remark, close_consultation, invite, say, withdraw_remark
from strategy.consultation import support_of
from strategy.consultation.reading import Reader, only_open, read
from strategy.due.consultation import answers_due, objections_due, words_due
from strategy.models import Consultation, Plan

FAR = dt.timedelta(days=60)


def due(provider: object, user: User) -> list[tuple[str, str]]:
    today = timezone.localdate()
    items = provider(user, today, today + FAR)  # type: ignore[operator]
    return [(each.title, each.url) for each in items]


def test_a_word_is_due_from_the_head_until_one_is_said(
    consultation: Consultation, head: User, viewer: User
) -> None:
    page = f"/strategy/consultation-round/{consultation.pk}/"
    before = [due(words_due, user) for user in (head, viewer)]

    remark = say(by=head, consultation=consultation, about="plan", kind="endorsement")
    said = due(words_due, head)
    withdraw_remark(by=head, remark=remark)

    assert before == [[("Say what you think of Harbour 2035", page)], []]
    assert said == []
    assert due(words_due, head) == before[0]


def test_an_answer_is_due_from_who_began_a_round_that_is_over(
    consultation: Consultation, staff: User, head: User
) -> None:
    remark = say(by=head, consultation=consultation, about="plan", kind="comment", text="Hm")
    while_open = due(answers_due, staff)
    close_consultation(by=staff, consultation=consultation)
    closed = [due(answers_due, user) for user in (staff, head)]

    answer_remark(by=staff, remark=remark, outcome="noted")

    page = f"/strategy/consultation-round/{consultation.pk}/?show=open"
    assert (while_open, closed, due(answers_due, staff)) == ([], [[("Answer 1 remark", page)], []], [])


@pytest.mark.parametrize(("outcome", "asked"), [("not_taken_up", 1), ("taken_up", 0)])
def test_whether_an_objection_still_stands_is_asked_after_its_answer(
    consultation: Consultation, staff: User, head: User, outcome: str, asked: int
) -> None:
    remark = say(by=head, consultation=consultation, about="plan", kind="objection", text="No")
    assert due(objections_due, head) == []

    answer_remark(by=staff, remark=remark, outcome=outcome, answer="Sorry.")

    assert len(due(objections_due, head)) == asked


def test_who_is_invited_gets_a_mail_once(
    consultation: Consultation, head: User, mailoutbox: list[object]
) -> None:
    event = OutboxEvent.objects.get(name="strategy.consultation_invited")

    deliver(event.pk)
    deliver(event.pk)

    assert [each.to for each in mailoutbox] == [["hedda@city.example"]]  # type: ignore[attr-defined]


def test_an_endorsement_without_a_word_waits_for_nobody(
    consultation: Consultation, draft: Plan, staff: User, head: User, viewer: User
) -> None:
    invite(by=staff, consultation=consultation, people=[viewer])
    say(by=head, consultation=consultation, about="plan", kind="endorsement")
    say(by=viewer, consultation=consultation, about="plan", kind="endorsement", text="If the buses come.")
    close_consultation(by=staff, consultation=consultation)
    support = support_of(draft)
    said = read(consultation, list(consultation.remarks.all()), Reader(may_answer=True))

    assert [title for title, _url in due(answers_due, staff)] == ["Answer 1 remark"]
    assert (support.endorsements, support.asking, support.unanswered) == (2, 1, 1)
    assert said[0].open_count == 1
    assert [line.remark.author for each in only_open(said) for line in each.lines] == [viewer]


def test_answers_are_told_once_nothing_waits_and_name_what_was_answered(
    consultation: Consultation, staff: User, head: User, mailoutbox: list[object]
) -> None:
    say(by=head, consultation=consultation, about="vision", kind="endorsement")
    remark = say(by=head, consultation=consultation, about="mission", kind="comment", text="Hm")
    close_consultation(by=staff, consultation=consultation)
    answer_remark(by=staff, remark=remark, outcome="noted", answer="Thank you.")

    deliver(OutboxEvent.objects.get(name="strategy.remark_answered").pk)

    assert len(mailoutbox) == 1
    body = mailoutbox[0].body  # type: ignore[attr-defined]
    assert ("Mission" in body, "Vision" in body) == (True, False)
