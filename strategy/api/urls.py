"""The strategy's part of /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router
from strategy.api.objectives import Objectives
from strategy.api.parts import Perspectives, Priorities
from strategy.api.plans import Plans
from strategy.api.restatements import RestatementsOfPlans
from strategy.api.scorecards import Scorecards

router = Router()
router.register("plans", Plans, "plans")
router.register("perspectives", Perspectives, "perspectives")
router.register("priorities", Priorities, "priorities")
router.register("objectives", Objectives, "objectives")
router.register("scorecards", Scorecards, "scorecards")
router.register("restatements", RestatementsOfPlans, "restatements")
