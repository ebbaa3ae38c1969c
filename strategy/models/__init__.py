"""Tables of the strategy."""

from strategy.models.analysis import (
    AnalysisItem,
    AnalysisRound,
    ItemVote,
    PairedItem,
    PriorityAnswer,
    RoundInvitation,
    StrategicOption,
)
from strategy.models.assessment import Assumption, Capability, Competitor, Scenario, ScenarioEffect
from strategy.models.calendar import CalendarFeed, Charter, CharterMember, CharterService, StrategyDate
from strategy.models.consultation import Consultation, ConsultationInvitation, Remark
from strategy.models.goal import Goal, GoalStep, OperationalActivity
from strategy.models.links import CauseEffect, ObjectiveKPI
from strategy.models.objective import Objective, ObjectivePlacement
from strategy.models.participation import Commentary, Contribution, SupportingDepartment, TeamMember
from strategy.models.plan import Plan, PlanSection, StatementPart, Value
from strategy.models.revision import Agreement, PlanVersion, Revision
from strategy.models.stakeholder import Stakeholder
from strategy.models.structure import Perspective, PerspectiveWeight, Priority, ServedPart

__all__ = [
    "Agreement",
    "AnalysisItem",
    "AnalysisRound",
    "Assumption",
    "CalendarFeed",
    "Capability",
    "CauseEffect",
    "Charter",
    "CharterMember",
    "CharterService",
    "Commentary",
    "Competitor",
    "Consultation",
    "ConsultationInvitation",
    "Contribution",
    "Goal",
    "GoalStep",
    "ItemVote",
    "Objective",
    "ObjectiveKPI",
    "ObjectivePlacement",
    "OperationalActivity",
    "PairedItem",
    "Perspective",
    "PerspectiveWeight",
    "Plan",
    "PlanSection",
    "PlanVersion",
    "Priority",
    "PriorityAnswer",
    "Remark",
    "Revision",
    "RoundInvitation",
    "Scenario",
    "ScenarioEffect",
    "ServedPart",
    "Stakeholder",
    "StatementPart",
    "StrategicOption",
    "StrategyDate",
    "SupportingDepartment",
    "TeamMember",
    "Value",
]
