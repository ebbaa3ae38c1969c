"""Stage gates: asking to enter a stage, deciding it, and the moves that need no decision."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from initiatives.enums import GateOutcome
from initiatives.events import gate_asked, gate_decided, stage_changed
from initiatives.gates.moves import needs_decision, why_not
from initiatives.gates.reading import criteria_before
from initiatives.models import GateDecision, Initiative
from initiatives.validators import check_standing, refuse
from org.enums import AccountKind
from org.models import User

DECISIONS = (GateOutcome.PASSED, GateOutcome.PASSED_IF, GateOutcome.RETURNED)


class Answer(NamedTuple):
    """How an initiative stands to a criterion: met, not met or (None) nobody says, with a note."""

    met: bool | None = None
    note: str = ""


@action
def ask_gate(
    *,
    by: User | None,
    initiative: Initiative,
    to_stage: str,
    request: str,
    answers: Mapping[int, Answer] | None = None,
    decide_by: dt.date | None = None,
) -> GateDecision:
    """Ask to enter a stage; a move that needs no decision is made at once and recorded as passed.

    `request`: what for, or the reason. `answers`: to the criteria of that stage, by their id; they are kept
    as they stand now. Raises Refused, or Conflict where the stage cannot follow or a gate waits already.
    """
    locked = _locked(initiative)
    reason = why_not(locked.stage, to_stage)
    if reason:
        raise Conflict(reason)
    if locked.gates.filter(outcome=GateOutcome.WAITING).exists():
        raise Conflict(_("“%(name)s” waits at a gate already.") % {"name": locked.name})
    refuse(_nothing_said(request, "request", _("Say what is asked for, and why.")))
    gate = GateDecision(
        initiative=locked,
        from_stage=locked.stage,
        to_stage=to_stage,
        request=request.strip(),
        criteria=criteria_snapshot(to_stage, answers or {}),
        asked_by=by,
        decide_by=decide_by,
    )
    if needs_decision(locked.stage, to_stage):
        gate.save()
        gate_asked(gate)
    else:
        _record(gate, by, GateOutcome.PASSED)
        _enter(locked, to_stage)
        initiative.stage, initiative.stage_since = locked.stage, locked.stage_since
    return gate


def criteria_snapshot(stage: str, answers: Mapping[int, Answer]) -> list[dict[str, Any]]:
    """The criteria of a stage as they stand now, with how they are met; they may be worded anew later."""
    asked = [(each, answers.get(each.pk, Answer())) for each in criteria_before(stage)]
    return [
        {"text": each.text, "required": each.required, "met": answer.met, "note": answer.note.strip()}
        for each, answer in asked
    ]


@action
def decide_gate(
    *, by: User | None, gate: GateDecision, outcome: str, reason: str = "", conditions: str = ""
) -> GateDecision:
    """Let an initiative pass (with conditions), or return it with a reason.

    Raises Refused, or Conflict: nobody decides what they asked for, programs decide nothing, and what is
    decided or withdrawn stays so.
    """
    initiative = _locked(gate.initiative)
    locked = _waiting(gate)
    _check_decider(locked, by)
    refuse(_decision_faults(outcome, reason, conditions))
    if initiative.stage != locked.from_stage:
        raise Conflict(_("The initiative left the stage from which this was asked; withdraw it."))
    locked.reason, locked.conditions = reason.strip(), conditions.strip()
    _record(locked, by, outcome)
    if outcome != GateOutcome.RETURNED:
        _enter(initiative, locked.to_stage)
    gate_decided(locked)
    return locked


@action
def withdraw_gate(*, by: User | None, gate: GateDecision, reason: str = "") -> GateDecision:
    """Take back what was asked for; raises Conflict where it is decided."""
    _locked(gate.initiative)
    locked = _waiting(gate)
    locked.reason = reason.strip()
    _record(locked, by, GateOutcome.WITHDRAWN)
    return locked


@action
def record_stage(*, by: User | None, initiative: Initiative, stage: str, reason: str) -> GateDecision | None:
    """Take over the stage that another system says, whatever the way there; None where it stands there.

    Recorded as a decision that passed, with the reason; raises Conflict where a gate waits.
    """
    locked = _locked(initiative)
    if locked.stage == stage:
        return None
    if locked.gates.filter(outcome=GateOutcome.WAITING).exists():
        raise Conflict(_("“%(name)s” waits at a gate: decide or withdraw it first.") % {"name": locked.name})
    gate = GateDecision(
        initiative=locked, from_stage=locked.stage, to_stage=stage, request=reason, asked_by=by
    )
    _record(gate, by, GateOutcome.PASSED)
    _enter(locked, stage)
    initiative.stage, initiative.stage_since = locked.stage, locked.stage_since
    return gate


def _locked(initiative: Initiative) -> Initiative:
    """The initiative as it stands now, kept from changing until the transaction ends."""
    locked: Initiative = Initiative.objects.select_for_update(of=("self",)).get(pk=initiative.pk)
    check_standing(locked)
    return locked


def _waiting(gate: GateDecision) -> GateDecision:
    found: GateDecision = GateDecision.objects.select_for_update(of=("self",)).get(pk=gate.pk)
    if found.outcome != GateOutcome.WAITING:
        words = _("This was settled before: “%(outcome)s”.")
        raise Conflict(words % {"outcome": found.get_outcome_display()})
    return found


def _record(gate: GateDecision, by: User | None, outcome: str) -> None:
    gate.outcome, gate.decided_by, gate.decided_at = outcome, by, timezone.now()
    gate.save()


def _enter(initiative: Initiative, stage: str) -> None:
    before, initiative.stage = initiative.stage, stage
    initiative.stage_since = timezone.localdate()
    initiative.save(update_fields=["stage", "stage_since"])
    stage_changed(initiative, before)


def _check_decider(gate: GateDecision, by: User | None) -> None:
    if by is None:
        return
    if by.kind == AccountKind.SERVICE:
        raise Conflict(_("Programs do not decide at gates; a person has to."))
    if gate.asked_by_id == by.pk:
        raise Conflict(_("You asked for this: somebody else of the leadership decides it."))


def _decision_faults(outcome: str, reason: str, conditions: str) -> Iterator[Fault]:
    if outcome not in DECISIONS:
        yield Fault(_("It passes, passes with conditions, or is returned."), field="outcome")
    if outcome == GateOutcome.RETURNED:
        yield from _nothing_said(reason, "reason", _("Say what is missing, so that it can be mended."))
    if outcome == GateOutcome.PASSED_IF:
        yield from _nothing_said(conditions, "conditions", _("Say under which conditions."))


def _nothing_said(text: str, field: str, words: str) -> Sequence[Fault]:
    return [] if text.strip() else [Fault(words, field=field, code="required")]
