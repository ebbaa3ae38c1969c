"""Choices of risks, by topic; the state machines' transitions stand beside them."""

from risks.enums.assessment import (
    WORKSHOP_TRANSITIONS,
    Knowledge,
    ProposalState,
    RatingKind,
    Scoring,
    WorkshopState,
)
from risks.enums.register import (
    RESPONSES,
    RISK_TRANSITIONS,
    Confidentiality,
    Response,
    ReviewOutcome,
    RiskKind,
    RiskState,
    Side,
)
from risks.enums.response import ContingencyState, Crossing, IndicatorState, MitigationState, Spread

__all__ = [
    "RESPONSES",
    "RISK_TRANSITIONS",
    "WORKSHOP_TRANSITIONS",
    "Confidentiality",
    "ContingencyState",
    "Crossing",
    "IndicatorState",
    "Knowledge",
    "MitigationState",
    "ProposalState",
    "RatingKind",
    "Response",
    "ReviewOutcome",
    "RiskKind",
    "RiskState",
    "Scoring",
    "Side",
    "Spread",
    "WorkshopState",
]
