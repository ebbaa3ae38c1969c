"""What initiatives tell the floors above, and themselves."""

from core.outbox import emit
from initiatives.models import GateDecision, Initiative

STAGE_CHANGED = "initiatives.stage_changed"
GATE_ASKED = "initiatives.gate_asked"
GATE_DECIDED = "initiatives.gate_decided"


def stage_changed(initiative: Initiative, before: str) -> None:
    """An initiative went from one stage to another."""
    emit(STAGE_CHANGED, initiative=initiative.pk, before=before, after=initiative.stage)


def gate_asked(gate: GateDecision) -> None:
    """Somebody asks for a decision at a gate."""
    emit(GATE_ASKED, gate=gate.pk, initiative=gate.initiative_id)


def gate_decided(gate: GateDecision) -> None:
    """A decision at a gate was made, whatever it is."""
    emit(GATE_DECIDED, gate=gate.pk, initiative=gate.initiative_id, outcome=gate.outcome)
