"""Asking at gates, deciding there, and what stays recorded of it."""

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from core.due import due_from
from core.errors import Conflict, Refused
from core.models import OutboxEvent
from core.outbox import deliver
from initiatives.actions.criteria import add_criterion, change_criterion
from initiatives.actions.gates import Answer, ask_gate, decide_gate, record_stage, withdraw_gate
from initiatives.actions.portfolio import archive_initiative
from initiatives.enums import GateOutcome, Stage
from initiatives.events import STAGE_CHANGED
from initiatives.models import GateDecision, Initiative
from org.actions import create_user
from org.enums import AccountKind
from tests.initiatives.portfolio.conftest import Town
from tests.kpis.test_import_pages import browser


def asked(town: Town, **more: Any) -> GateDecision:
    """The lamps ask for approval."""
    said: dict[str, Any] = {"by": town.lina, "to_stage": Stage.APPROVED, "request": "All is planned"}
    return ask_gate(initiative=town.lamps, **said | more)


def stage_of(initiative: Initiative) -> str:
    """As stored now."""
    return Initiative.objects.get(pk=initiative.pk).stage


def test_what_was_answered_stays_as_the_criteria_stood_then(town: Town) -> None:
    money = add_criterion(by=None, to_stage=Stage.APPROVED, text="Money is there", required=True)
    add_criterion(by=None, to_stage=Stage.APPROVED, text="Somebody was asked")

    gate = asked(town, answers={money.pk: Answer(False, " one year lacks ")})
    change_criterion(by=None, criterion=money, text="Money and people are there")

    gate.refresh_from_db()
    assert gate.outcome == GateOutcome.WAITING
    assert gate.criteria == [
        {"text": "Money is there", "required": True, "met": False, "note": "one year lacks"},
        {"text": "Somebody was asked", "required": False, "met": None, "note": ""},
    ]
    assert stage_of(town.lamps) == Stage.PROPOSED


def test_an_executive_lets_it_pass_with_conditions_and_it_enters_the_stage(town: Town) -> None:
    gate = asked(town)

    decide_gate(by=town.eve, gate=gate, outcome="passed_if", reason="Fine.", conditions="Not on Sundays")

    lamps = Initiative.objects.get(pk=town.lamps.pk)
    kept = lamps.gates.get()
    assert (lamps.stage, lamps.stage_since) == (Stage.APPROVED, timezone.localdate())
    assert (kept.outcome, kept.conditions, kept.decided_by) == ("passed_if", "Not on Sundays", town.eve)
    event = OutboxEvent.objects.get(name=STAGE_CHANGED)
    assert event.payload == {"initiative": lamps.pk, "before": "proposed", "after": "approved"}


def test_returned_it_stays_where_it_is_and_may_ask_again(town: Town) -> None:
    gate = asked(town)

    with pytest.raises(Refused) as refused:
        decide_gate(by=town.eve, gate=gate, outcome="returned")
    assert [fault.field for fault in refused.value.faults] == ["reason"]
    decide_gate(by=town.eve, gate=gate, outcome="returned", reason="Who pays the second year?")

    assert stage_of(town.lamps) == Stage.PROPOSED
    assert asked(town).outcome == GateOutcome.WAITING


def test_nobody_decides_what_they_asked_for_and_programs_decide_nothing(town: Town) -> None:
    gate = asked(town, by=town.eve)
    program = create_user(by=None, email="desk@city.example", name="Desk", kind=AccountKind.SERVICE)

    for who, words in ((town.eve, "somebody else"), (program, "Programs")):
        with pytest.raises(Conflict, match=words):
            decide_gate(by=who, gate=gate, outcome="passed")

    decide_gate(by=town.emil, gate=gate, outcome="passed")
    assert stage_of(town.lamps) == Stage.APPROVED


def test_what_is_settled_stays_settled(town: Town) -> None:
    gate = asked(town)
    with pytest.raises(Conflict, match="waits at a gate already"):
        asked(town)
    withdraw_gate(by=town.lina, gate=gate)

    with pytest.raises(Conflict, match="settled before"):
        decide_gate(by=town.eve, gate=gate, outcome="passed")
    with pytest.raises(Conflict, match="settled before"):
        withdraw_gate(by=town.lina, gate=gate)
    assert stage_of(town.lamps) == Stage.PROPOSED


def test_a_move_without_a_decision_is_made_at_once_with_its_reason(town: Town) -> None:
    gate = ask_gate(by=town.hana, initiative=town.trees, to_stage="proposed", request="Talked through")

    assert (gate.outcome, gate.decided_by, gate.request) == ("passed", town.hana, "Talked through")
    assert stage_of(town.trees) == town.trees.stage == Stage.PROPOSED
    with pytest.raises(Refused):
        ask_gate(by=town.hana, initiative=town.trees, to_stage="idea", request=" ")
    with pytest.raises(Conflict, match="there is no"):
        ask_gate(by=town.hana, initiative=town.trees, to_stage="completed", request="Done")


def test_a_stage_of_another_system_is_recorded_with_where_it_comes_from(town: Town) -> None:
    gate = record_stage(by=town.staff, initiative=town.trees, stage="completed", reason="Import of May")

    assert gate is not None
    assert (gate.from_stage, gate.to_stage, gate.request) == ("idea", "completed", "Import of May")
    assert record_stage(by=town.staff, initiative=town.trees, stage="completed", reason="Again") is None


def test_nothing_is_asked_of_what_is_archived(town: Town) -> None:
    archive_initiative(by=town.hana, initiative=town.trees)

    with pytest.raises(Conflict, match="archived"):
        ask_gate(by=town.hana, initiative=town.trees, to_stage="proposed", request="After all")
    assert browser(town.hana).get(reverse("ask_gate", args=["TREES"])).status_code == 409


def test_what_waits_at_a_gate_is_not_archived(town: Town) -> None:
    asked(town)

    with pytest.raises(Conflict, match="waits at a gate"):
        archive_initiative(by=town.staff, initiative=town.lamps)


def test_a_waiting_gate_is_due_from_executives_who_did_not_ask(town: Town) -> None:
    today = timezone.localdate()
    gate = asked(town, by=town.eve, decide_by=today + dt.timedelta(days=3))

    def due(user: Any) -> list[tuple[dt.date, str]]:
        items = due_from(user, today, today + dt.timedelta(days=30))
        return [(item.due_on, item.url) for item in items if item.kind == "initiatives.gate"]

    assert due(town.emil) == [
        (today + dt.timedelta(days=3), reverse("gate_decision", args=["LAMPS", gate.pk]))
    ]
    assert due(town.eve) == due(town.hana) == []


def test_executives_hear_what_waits_and_who_asked_hears_what_was_decided(town: Town) -> None:
    gate = asked(town)
    assert [(sent.to, sent.subject) for sent in told()] == [
        (["eve@city.example"], "A decision is wanted: Lamps that last"),
        (["emil@city.example"], "A decision is wanted: Lamps that last"),
    ]

    decide_gate(by=town.eve, gate=gate, outcome="returned", reason="Who pays?")
    [sent] = told()
    assert (sent.to, "Who pays?" in sent.body) == (["lina@city.example"], True)


def told() -> list[Any]:
    """Deliver what waits in the outbox; the mails that went out."""
    mail.outbox.clear()
    for event in OutboxEvent.objects.filter(delivered_at=None):
        deliver(event.pk)
    return sorted(mail.outbox, key=lambda sent: sent.to, reverse=True)


def test_it_is_asked_and_decided_on_the_pages(town: Town) -> None:
    criterion = add_criterion(by=None, to_stage=Stage.APPROVED, text="Money is there", required=True)
    lina, eve = browser(town.lina), browser(town.eve)
    address = f"{reverse('ask_gate', args=['LAMPS'])}?to=approved"
    form = {"to": "approved", "request": "We are ready", f"met_{criterion.pk}": "yes"}

    assert "Money is there" in lina.get(address).content.decode()
    assert lina.post(address, form | {"request": ""}).status_code == 400
    answer = lina.post(address, form)
    gate = GateDecision.objects.get()
    record = reverse("gate_decision", args=["LAMPS", gate.pk])
    assert (answer.status_code, answer["Location"]) == (302, record)
    assert "Your decision" not in lina.get(record).content.decode()
    assert "Your decision" in eve.get(record).content.decode()
    assert eve.post(record, {"outcome": "passed"}).status_code == 302
    assert lina.post(record, {"outcome": "passed"}).status_code == 403
    assert eve.post(record, {"outcome": "passed"}).status_code == 409
    assert stage_of(town.lamps) == Stage.APPROVED
    assert lina.get(f"{reverse('ask_gate', args=['LAMPS'])}?to=completed").status_code == 409
