"""Tables of initiatives, by topic."""

from initiatives.models.choosing import Scenario, Score, Scorer, ScoringCriterion, ScoringRound
from initiatives.models.initiative import (
    Contribution,
    GateDecision,
    Initiative,
    InitiativeDepartment,
    InitiativeElement,
    OverlapVerdict,
)
from initiatives.models.means import (
    Allocation,
    Capacity,
    FundingSource,
    MoneyLine,
    Skill,
    Technology,
    TechnologyUse,
)
from initiatives.models.method import Category, GateCriterion, Method, MethodElement, MethodStage
from initiatives.models.readiness import AffectedGroup, ReadinessAction, ReadinessRating
from initiatives.models.status import Benefit, BenefitCheck, StatusUpdate, UpdateQuestion
from initiatives.models.task import Baseline, BaselineTask, Dependency, PlanNotice, Task

__all__ = [
    "AffectedGroup",
    "Allocation",
    "Baseline",
    "BaselineTask",
    "Benefit",
    "BenefitCheck",
    "Capacity",
    "Category",
    "Contribution",
    "Dependency",
    "FundingSource",
    "GateCriterion",
    "GateDecision",
    "Initiative",
    "InitiativeDepartment",
    "InitiativeElement",
    "Method",
    "MethodElement",
    "MethodStage",
    "MoneyLine",
    "OverlapVerdict",
    "PlanNotice",
    "ReadinessAction",
    "ReadinessRating",
    "Scenario",
    "Score",
    "Scorer",
    "ScoringCriterion",
    "ScoringRound",
    "Skill",
    "StatusUpdate",
    "Task",
    "Technology",
    "TechnologyUse",
    "UpdateQuestion",
]
