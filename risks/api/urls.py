"""The part of risks in /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router
from risks.api.exposure import ExposureRuns, RiskQuantities
from risks.api.matrices import LossAppetites, RiskCategories, RiskMatrices, SharedCauses
from risks.api.pictures import HeatMaps, ObjectivesAtRisk
from risks.api.register import RiskLinks, Risks
from risks.api.workshops import RiskWorkshops

router = Router()
router.register("loss-appetites", LossAppetites, "loss-appetites")
router.register("risk-categories", RiskCategories, "risk-categories")
router.register("risk-links", RiskLinks, "risk-links")
router.register("risk-matrices", RiskMatrices, "risk-matrices")
router.register("risks", Risks, "risks")
router.register("shared-causes", SharedCauses, "shared-causes")
router.register("heat-map", HeatMaps, "heat-map")
router.register("objectives-at-risk", ObjectivesAtRisk, "objectives-at-risk")
router.register("exposure-runs", ExposureRuns, "exposure-runs")
router.register("risk-quantities", RiskQuantities, "risk-quantities")
router.register("risk-workshops", RiskWorkshops, "risk-workshops")
