"""The strategy's part of /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router
from strategy.api.alignment import AlignmentMatrix
from strategy.api.consultation import Consultations, Invitations
from strategy.api.contributions import Activities, Contributions, Sections
from strategy.api.department_plans import DepartmentPlans
from strategy.api.objectives import Objectives
from strategy.api.parts import Perspectives, Priorities
from strategy.api.plans import Plans
from strategy.api.remarks import Remarks
from strategy.api.restatements import RestatementsOfPlans
from strategy.api.scorecards import Scorecards

router = Router()
router.register("plans", Plans, "plans")
router.register("perspectives", Perspectives, "perspectives")
router.register("priorities", Priorities, "priorities")
router.register("objectives", Objectives, "objectives")
router.register("scorecards", Scorecards, "scorecards")
router.register("restatements", RestatementsOfPlans, "restatements")
router.register("consultations", Consultations, "consultations")
router.register("consultation-invitations", Invitations, "consultation-invitations")
router.register("remarks", Remarks, "remarks")
router.register("alignment", AlignmentMatrix, "alignment")
router.register("department-plans", DepartmentPlans, "department-plans")
router.register("contributions", Contributions, "contributions")
router.register("activities", Activities, "activities")
router.register("plan-sections", Sections, "plan-sections")
