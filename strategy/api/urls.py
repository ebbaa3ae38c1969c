"""The strategy's part of /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router
from strategy.api.scorecards import Scorecards

router = Router()
router.register("scorecards", Scorecards, "scorecards")
