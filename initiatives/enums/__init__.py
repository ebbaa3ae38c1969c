"""Choices of initiatives, by topic; the state machines' transitions stand beside them."""

from initiatives.enums.means import (
    ActionState,
    Axis,
    Better,
    Dimension,
    MoneyKind,
    ScoringState,
    SolvingState,
    TechnologyKind,
)
from initiatives.enums.portfolio import (
    ENDED,
    STAGE_TRANSITIONS,
    UNDER_WAY,
    Confidentiality,
    ElementKind,
    ElementState,
    GateOutcome,
    Size,
    Stage,
    Strength,
    Verdict,
)
from initiatives.enums.work import Bond, Cadence, Rag, Realised, TaskKind, UpdateState

__all__ = [
    "ENDED",
    "STAGE_TRANSITIONS",
    "UNDER_WAY",
    "ActionState",
    "Axis",
    "Better",
    "Bond",
    "Cadence",
    "Confidentiality",
    "Dimension",
    "ElementKind",
    "ElementState",
    "GateOutcome",
    "MoneyKind",
    "Rag",
    "Realised",
    "ScoringState",
    "Size",
    "SolvingState",
    "Stage",
    "Strength",
    "TaskKind",
    "TechnologyKind",
    "UpdateState",
    "Verdict",
]
