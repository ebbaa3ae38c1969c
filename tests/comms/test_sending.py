"""A report is frozen once, sent once, and says honestly what became of it."""

import email
import email.policy
import threading
from typing import Any

import pytest
from django.db import connection
from pytest_django import Settings

from comms.actions import change_report, freeze, run_report, send
from comms.actions.runs import digest
from comms.enums import DeliveryState
from comms.models import ReportDefinition, ReportRun
from comms.schedules import Repeats, Schedule
from comms.tasks import run_report as run_report_task
from comms.tasks import send_frozen
from kpis.queries import calendar
from org.actions import change_user
from org.models import User
from strategy.scoring import read_scorecard
from tests.comms.conftest import Mailbox, kpi_in, report_value
from tests.installation import free_port


def parts(mailbox: Mailbox, index: int = 0) -> tuple[Any, str, str]:
    """A message with its HTML and text."""
    content = mailbox.messages[index].content
    assert isinstance(content, bytes)
    message = email.message_from_bytes(content, policy=email.policy.default)
    html, text = message.get_body(("html",)), message.get_body(("plain",))
    assert html is not None
    assert text is not None
    return message, html.get_content(), text.get_content()


def test_everybody_named_gets_one_mail_of_their_own(report: ReportDefinition, mailbox: Mailbox) -> None:
    run = run_report(report, "a slot")
    assert run.state == DeliveryState.SENT
    assert sorted(m.rcpt_tos[0] for m in mailbox.messages) == ["exec@city.example", "staff@city.example"]
    assert all(len(m.rcpt_tos) == 1 for m in mailbox.messages)


def test_the_numbers_in_the_mail_are_the_scorecards(report: ReportDefinition, mailbox: Mailbox) -> None:
    run = run_report(report, "a slot")
    _message, html, text = parts(mailbox)
    frozen = kpi_in(run.numbers)
    card = read_scorecard(
        report.plan, report.plan.objectives.get().kpi_links.get().kpi.series.get().department, _period(run)
    )
    assert frozen["value"] == 70.0
    assert frozen["score"] == card.kpis[0].cell.score
    assert "70" in html
    assert "Off target" in html
    assert "70 visits against 100" in text
    assert run.digest == digest(run.numbers)


def _period(run: ReportRun) -> Any:
    return calendar().parse(run.period)


def test_the_html_refers_to_nothing_outside(report: ReportDefinition, mailbox: Mailbox) -> None:
    run_report(report, "a slot")
    _message, html, _text = parts(mailbox)
    for outside in ("src=", "@import", "url(", "<link", "<script"):
        assert outside not in html


def test_the_same_slot_is_sent_once(report: ReportDefinition, mailbox: Mailbox) -> None:
    first = run_report(report, "a slot")
    assert run_report(report, "a slot").pk == first.pk
    assert len(mailbox.messages) == 2


def test_two_runs_of_the_task_in_one_hour_send_once(report: ReportDefinition, mailbox: Mailbox) -> None:
    run_report_task(report.pk)
    run_report_task(report.pk)
    assert len(mailbox.messages) == 2
    assert ReportRun.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_send_once(report: ReportDefinition, mailbox: Mailbox) -> None:
    run = freeze(by=None, definition=report, slot="a slot")
    start = threading.Barrier(2)

    def one() -> None:
        start.wait()
        send(ReportRun.objects.get(pk=run.pk))
        connection.close()

    threads = [threading.Thread(target=one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(mailbox.messages) == 2


def test_a_later_correction_does_not_change_what_was_sent(
    report: ReportDefinition, mailbox: Mailbox, staff: User
) -> None:
    run = run_report(report, "first")
    before = (run.html, run.digest)
    report_value(staff, 100.0)
    second = run_report(report, "second")
    run.refresh_from_db()
    assert (run.html, run.digest) == before
    assert kpi_in(run.numbers)["value"] == 70.0
    assert kpi_in(second.numbers)["value"] == 100.0
    assert "What changed since the last report" in second.html


def test_a_refused_address_is_said(report: ReportDefinition, mailbox: Mailbox) -> None:
    mailbox.refuse = {"exec@city.example"}
    run = run_report(report, "a slot")
    assert run.state == DeliveryState.FAILED
    assert run.deliveries["staff@city.example"] == "sent"
    assert "No such person" in run.error


def test_a_server_that_is_not_there_is_a_failure(
    report: ReportDefinition, mailbox: Mailbox, settings: Settings
) -> None:
    settings.EMAIL_PORT = free_port()
    run = run_report(report, "a slot")
    assert run.state == DeliveryState.FAILED
    assert "not reached" in run.error


def test_an_answer_that_is_lost_is_unknown_and_nothing_is_sent_again(
    report: ReportDefinition, mailbox: Mailbox, staff: User
) -> None:
    change_report(
        by=staff,
        report=report,
        name=report.name,
        plan=report.plan,
        department=None,
        period_rule=report.period_rule,
        recipients=[staff],
        schedule=_daily(),
        is_active=True,
    )
    mailbox.hang_up = True
    run = run_report(report, "a slot")
    assert run.state == DeliveryState.UNKNOWN
    assert run_report(report, "a slot").state == DeliveryState.UNKNOWN
    assert len(mailbox.messages) == 1


def _daily() -> Any:
    return Schedule(repeats=Repeats.DAILY, hour=6)


def test_what_was_frozen_by_a_worker_that_died_is_sent_by_the_sweeper(
    report: ReportDefinition, mailbox: Mailbox
) -> None:
    run = freeze(by=None, definition=report, slot="a slot")
    send_frozen()
    assert mailbox.messages == []  # its own worker may still be about to send it
    ReportRun.objects.filter(pk=run.pk).update(created_at="2020-01-01T00:00Z")
    send_frozen()
    assert len(mailbox.messages) == 2


def test_people_who_may_not_sign_in_get_nothing(
    report: ReportDefinition, mailbox: Mailbox, executive: User
) -> None:
    change_user(by=None, user=executive, name=executive.name, is_active=False)
    assert run_report(report, "a slot").recipients == ["staff@city.example"]
