"""Tables of risks, by topic."""

from risks.models.exposure import ExposureRun, RiskQuantity
from risks.models.matrix import LossAppetite, RiskCategory, RiskMatrix
from risks.models.response import (
    ContingencyPlan,
    ContingencyStep,
    Escalation,
    Mitigation,
    RatingProposal,
    RiskIndicator,
)
from risks.models.risk import (
    Risk,
    RiskControl,
    RiskDepartment,
    RiskFactor,
    RiskLink,
    RiskRating,
    RiskReview,
    SharedCause,
)
from risks.models.workshop import Participant, ProposedRisk, Workshop, WorkshopRating

__all__ = [
    "ContingencyPlan",
    "ContingencyStep",
    "Escalation",
    "ExposureRun",
    "LossAppetite",
    "Mitigation",
    "Participant",
    "ProposedRisk",
    "RatingProposal",
    "Risk",
    "RiskCategory",
    "RiskControl",
    "RiskDepartment",
    "RiskFactor",
    "RiskIndicator",
    "RiskLink",
    "RiskMatrix",
    "RiskQuantity",
    "RiskRating",
    "RiskReview",
    "SharedCause",
    "Workshop",
    "WorkshopRating",
]
