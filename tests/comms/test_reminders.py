"""Reminders: one mail a person and day, when there is news, never two."""

import datetime as dt
import email
import email.policy
import threading
from collections.abc import Iterable
from typing import Any

import pytest
from django.db import connection
from pytest_django import Settings

from comms.actions import remind, send_reminders
from comms.models import Reminder
from comms.reminding import Due, is_worth_a_mail
from comms.tasks import send_reminders as task
from core import due as registry
from core.due import DueItem
from org.actions import change_user, create_user, grant_role
from org.enums import Role
from org.models import User
from tests.comms.conftest import Mailbox
from tests.installation import free_port

TODAY = dt.date(2026, 11, 20)


def item(days: int, title: str = "Potholes, October 2026") -> DueItem:
    """Something due so many days after today."""
    where = f"/my-work/#{title.split(',')[0].lower()}"
    return DueItem(TODAY + dt.timedelta(days=days), "kpis.value", title, where, "Roads")


@pytest.fixture
def due(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[DueItem]]:
    """What is due, by address; the registry's only provider."""
    items: dict[str, list[DueItem]] = {}

    def provider(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
        return [each for each in items.get(user.email, []) if each.due_on <= until]

    monkeypatch.setattr(registry, "_providers", [provider])
    return items


@pytest.fixture
def tom(db: None) -> User:
    """A contributor."""
    user = create_user(by=None, email="tom@city.example", name="Tom")
    grant_role(by=None, user=user, role=Role.CONTRIBUTOR)
    return user


def bodies(mailbox: Mailbox) -> tuple[Any, str, str]:
    """The newest message with its HTML and text."""
    content = mailbox.messages[-1].content
    assert isinstance(content, bytes)
    message = email.message_from_bytes(content, policy=email.policy.default)
    html, text = message.get_body(("html",)), message.get_body(("plain",))
    assert html is not None
    assert text is not None
    return message, html.get_content(), text.get_content()


def test_one_mail_names_everything_with_its_address(
    tom: User, due: dict[str, list[DueItem]], mailbox: Mailbox, settings: Settings
) -> None:
    settings.BASE_URL = "https://smo.city.example"
    due[tom.email] = [
        item(-5, "Signals, October 2026"),
        item(0),
        item(2, "Trees, Q3 2026"),
        item(9, "Far off"),
    ]

    assert send_reminders(TODAY) == 1

    message, html, text = bodies(mailbox)
    assert (message["To"], message["Subject"]) == (
        "tom@city.example",
        "Your work: 1 thing is late, 2 are due",
    )
    assert [body.count("https://smo.city.example/my-work/#") for body in (html, text)] == [3, 3]
    assert text.index("Late") < text.index("Signals") < text.index("Due today") < text.index("Potholes")
    assert "Roads, was due 15 November 2026" in text
    assert "Far off" not in html + text
    for outside in ("src=", "@import", "url(", "<link", "<script"):
        assert outside not in html


def test_the_same_day_sends_no_second_mail(
    tom: User, due: dict[str, list[DueItem]], mailbox: Mailbox
) -> None:
    due[tom.email] = [item(0)]
    assert send_reminders(TODAY) == 1
    due[tom.email].append(item(-1, "Came later"))
    assert send_reminders(TODAY) == 0
    assert len(mailbox.messages) == 1


def test_the_task_runs_twice_and_sends_once(
    tom: User, due: dict[str, list[DueItem]], mailbox: Mailbox
) -> None:
    due[tom.email] = [DueItem(dt.date(2020, 1, 1), "kpis.value", "Old", "/my-work/")]
    task()
    task()
    assert len(mailbox.messages) == 1


def mails_from(tom: User, due: dict[str, list[DueItem]], items: list[DueItem], days: range) -> list[int]:
    """On which days (counted from today) a mail goes out."""
    due[tom.email] = items
    return [day for day in days if send_reminders(TODAY + dt.timedelta(days=day))]


def test_it_comes_before_the_day_on_the_day_after_it_and_every_week(
    tom: User, due: dict[str, list[DueItem]], mailbox: Mailbox
) -> None:
    assert mails_from(tom, due, [item(0)], range(-6, 20)) == [-3, 0, 1, 8, 15]


def test_a_second_thing_shares_the_mail_of_the_first(
    tom: User, due: dict[str, list[DueItem]], mailbox: Mailbox
) -> None:
    items = [item(0), item(1, "Trees, October 2026")]
    assert mails_from(tom, due, items, range(-6, 10)) == [-3, -2, 0, 1, 2, 9]


def test_what_was_done_is_not_said_again(tom: User, due: dict[str, list[DueItem]], mailbox: Mailbox) -> None:
    assert mails_from(tom, due, [item(0)], range(-3, 1)) == [-3, 0]
    assert mails_from(tom, due, [], range(1, 20)) == []


def test_nothing_due_is_worth_no_mail() -> None:
    assert not is_worth_a_mail(Due((), (), ()), {}, TODAY)


def test_each_gets_their_own_and_those_who_left_get_none(
    tom: User, due: dict[str, list[DueItem]], mailbox: Mailbox
) -> None:
    gone = create_user(by=None, email="gone@city.example", name="Gone")
    ann = create_user(by=None, email="ann@city.example", name="Ann")
    change_user(by=None, user=gone, name="Gone", is_active=False)
    for user in (tom, gone, ann):
        due[user.email] = [item(0, f"For {user.name}")]
    assert send_reminders(TODAY) == 2
    told = {bodies_of.rcpt_tos[0]: bodies_of.content.decode() for bodies_of in mailbox.messages}
    assert set(told) == {"tom@city.example", "ann@city.example"}
    assert "For Tom" not in told["ann@city.example"]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_once(tom: User, due: dict[str, list[DueItem]], mailbox: Mailbox) -> None:
    due[tom.email] = [item(0)]
    start = threading.Barrier(2)

    def one() -> None:
        start.wait()
        send_reminders(TODAY)
        connection.close()

    threads = [threading.Thread(target=one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(mailbox.messages) == 1


def test_a_server_that_is_away_leaves_the_mail_for_the_next_run(
    tom: User, due: dict[str, list[DueItem]], mailbox: Mailbox, settings: Settings
) -> None:
    due[tom.email] = [item(0)]
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    assert send_reminders(TODAY) == 0
    assert not Reminder.objects.exists()
    settings.EMAIL_PORT = port
    assert send_reminders(TODAY) == 1


def test_an_answer_that_is_lost_is_not_sent_again(
    tom: User, due: dict[str, list[DueItem]], mailbox: Mailbox
) -> None:
    due[tom.email] = [item(0)]
    mailbox.hang_up = True
    send_reminders(TODAY)
    send_reminders(TODAY)
    assert len(mailbox.messages) == 1


def test_a_reminder_by_hand_says_all_and_only_once_a_day(
    tom: User, staff: User, due: dict[str, list[DueItem]], mailbox: Mailbox
) -> None:
    assert not remind(by=staff, person=tom)  # nothing is due
    due[tom.email] = [DueItem(dt.date(2020, 1, 1), "kpis.value", "Old", "/my-work/")]
    assert remind(by=staff, person=tom)
    assert not remind(by=staff, person=tom)
    assert len(mailbox.messages) == 1
