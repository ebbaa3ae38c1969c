"""The strategy's part of /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router
from strategy.api.alignment import AlignmentMatrix
from strategy.api.analysis import AnalysisItems, Assumptions, Capabilities, Competitors, Scenarios
from strategy.api.calendar import StrategyDates
from strategy.api.cause_effects import CauseEffects
from strategy.api.charter import CharterOfTheOffice
from strategy.api.commentaries import Commentaries
from strategy.api.consultation import Consultations, Invitations
from strategy.api.contributions import Activities, Contributions, Sections
from strategy.api.department_plans import DepartmentPlans
from strategy.api.goals import Goals, GoalSteps
from strategy.api.maps import StrategyMaps
from strategy.api.objectives import Objectives
from strategy.api.options import PriorityLinks, StatementParts, StrategicOptions, StrategyGaps
from strategy.api.parts import Perspectives, Priorities
from strategy.api.plans import Plans
from strategy.api.remarks import Remarks
from strategy.api.restatements import RestatementsOfPlans
from strategy.api.revisions import PlanVersions, Revisions
from strategy.api.rounds import AnalysisRounds, RoundItems
from strategy.api.scorecards import Scorecards
from strategy.api.values import PlanValues

router = Router()
router.register("plans", Plans, "plans")
router.register("plan-values", PlanValues, "plan-values")
router.register("perspectives", Perspectives, "perspectives")
router.register("priorities", Priorities, "priorities")
router.register("objectives", Objectives, "objectives")
router.register("goals", Goals, "goals")
router.register("goal-steps", GoalSteps, "goal-steps")
router.register("commentaries", Commentaries, "commentaries")
router.register("scorecards", Scorecards, "scorecards")
router.register("restatements", RestatementsOfPlans, "restatements")
router.register("revisions", Revisions, "revisions")
router.register("plan-versions", PlanVersions, "plan-versions")
router.register("consultations", Consultations, "consultations")
router.register("consultation-invitations", Invitations, "consultation-invitations")
router.register("remarks", Remarks, "remarks")
router.register("alignment", AlignmentMatrix, "alignment")
router.register("department-plans", DepartmentPlans, "department-plans")
router.register("contributions", Contributions, "contributions")
router.register("activities", Activities, "activities")
router.register("plan-sections", Sections, "plan-sections")
router.register("analysis-items", AnalysisItems, "analysis-items")
router.register("capabilities", Capabilities, "capabilities")
router.register("competitors", Competitors, "competitors")
router.register("scenarios", Scenarios, "scenarios")
router.register("assumptions", Assumptions, "assumptions")
router.register("strategy-maps", StrategyMaps, "strategy-maps")
router.register("cause-effects", CauseEffects, "cause-effects")
router.register("rounds", AnalysisRounds, "rounds")
router.register("round-items", RoundItems, "round-items")
router.register("strategic-options", StrategicOptions, "strategic-options")
router.register("statement-parts", StatementParts, "statement-parts")
router.register("priority-links", PriorityLinks, "priority-links")
router.register("strategy-gaps", StrategyGaps, "strategy-gaps")
router.register("strategy-dates", StrategyDates, "strategy-dates")
router.register("charter", CharterOfTheOffice, "charter")
