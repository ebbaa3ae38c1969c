"""The part of risks in /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router
from risks.api.exposure import ExposureRuns, RiskQuantities
from risks.api.pictures import HeatMaps, ObjectivesAtRisk

router = Router()
router.register("heat-map", HeatMaps, "heat-map")
router.register("objectives-at-risk", ObjectivesAtRisk, "objectives-at-risk")
router.register("exposure-runs", ExposureRuns, "exposure-runs")
router.register("risk-quantities", RiskQuantities, "risk-quantities")
