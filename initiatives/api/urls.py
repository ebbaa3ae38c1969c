"""The part of initiatives in /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router
from initiatives.api.affected_groups import AffectedGroups
from initiatives.api.baselines import Baselines, PlanNotices
from initiatives.api.benefits import BenefitChecks, Benefits
from initiatives.api.dependencies import Dependencies
from initiatives.api.framework import InitiativeElements, MethodElements, Methods, MethodStages
from initiatives.api.gates import GateDecisions
from initiatives.api.initiatives import Initiatives
from initiatives.api.means_lists import FundingSources, Skills, Technologies
from initiatives.api.money_follows import MoneyFollowsStrategy
from initiatives.api.money_lines import MoneyLines
from initiatives.api.overlaps import Overlaps
from initiatives.api.people import Allocations, Capacities
from initiatives.api.portfolio_framework import GateCriteria, InitiativeCategories
from initiatives.api.readiness_actions import ReadinessActions
from initiatives.api.readiness_ratings import ReadinessRatings
from initiatives.api.resource_load import ResourceLoad
from initiatives.api.scenarios import PortfolioScenarios
from initiatives.api.scoring import Scores, ScoringCriteria, ScoringRounds
from initiatives.api.serving import InitiativeContributions, InitiativeDepartments
from initiatives.api.states import InitiativeStates
from initiatives.api.status import StatusUpdates, UpdateQuestions
from initiatives.api.tasks import Tasks
from initiatives.api.technology_uses import TechnologyUses

router = Router()
router.register("affected-groups", AffectedGroups, "affected-groups")
router.register("allocations", Allocations, "allocations")
router.register("baselines", Baselines, "baselines")
router.register("benefit-checks", BenefitChecks, "benefit-checks")
router.register("benefits", Benefits, "benefits")
router.register("capacities", Capacities, "capacities")
router.register("funding-sources", FundingSources, "funding-sources")
router.register("gate-criteria", GateCriteria, "gate-criteria")
router.register("gate-decisions", GateDecisions, "gate-decisions")
router.register("initiative-categories", InitiativeCategories, "initiative-categories")
router.register("initiative-contributions", InitiativeContributions, "initiative-contributions")
router.register("initiative-departments", InitiativeDepartments, "initiative-departments")
router.register("initiative-elements", InitiativeElements, "initiative-elements")
router.register("initiative-states", InitiativeStates, "initiative-states")
router.register("initiatives", Initiatives, "initiatives")
router.register("method-elements", MethodElements, "method-elements")
router.register("method-stages", MethodStages, "method-stages")
router.register("methods", Methods, "methods")
router.register("money-follows-strategy", MoneyFollowsStrategy, "money-follows-strategy")
router.register("money-lines", MoneyLines, "money-lines")
router.register("overlaps", Overlaps, "overlaps")
router.register("plan-notices", PlanNotices, "plan-notices")
router.register("portfolio-scenarios", PortfolioScenarios, "portfolio-scenarios")
router.register("readiness-actions", ReadinessActions, "readiness-actions")
router.register("readiness-ratings", ReadinessRatings, "readiness-ratings")
router.register("resource-load", ResourceLoad, "resource-load")
router.register("scores", Scores, "scores")
router.register("scoring-criteria", ScoringCriteria, "scoring-criteria")
router.register("scoring-rounds", ScoringRounds, "scoring-rounds")
router.register("skills", Skills, "skills")
router.register("status-updates", StatusUpdates, "status-updates")
router.register("task-dependencies", Dependencies, "task-dependencies")
router.register("tasks", Tasks, "tasks")
router.register("technologies", Technologies, "technologies")
router.register("technology-uses", TechnologyUses, "technology-uses")
router.register("update-questions", UpdateQuestions, "update-questions")
