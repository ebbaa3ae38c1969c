"""Tables of the strategy."""

from strategy.models.links import CauseEffect, ObjectiveKPI
from strategy.models.objective import Objective, ObjectivePlacement
from strategy.models.plan import Plan, Value
from strategy.models.stakeholder import Stakeholder
from strategy.models.structure import Perspective, PerspectiveWeight, Priority

__all__ = [
    "CauseEffect",
    "Objective",
    "ObjectiveKPI",
    "ObjectivePlacement",
    "Perspective",
    "PerspectiveWeight",
    "Plan",
    "Priority",
    "Stakeholder",
    "Value",
]
