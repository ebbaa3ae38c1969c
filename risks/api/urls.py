"""The part of risks in /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router
from risks.api.contingency import ContingencyPlans, ContingencySteps
from risks.api.exposure import ExposureRuns, RiskQuantities
from risks.api.factors import RiskControls, RiskFactors
from risks.api.indicators import Escalations, RiskIndicators
from risks.api.matrices import LossAppetites, RiskCategories, RiskMatrices, SharedCauses
from risks.api.pictures import HeatMaps, ObjectivesAtRisk
from risks.api.rating import RiskRatings
from risks.api.register import RiskLinks, Risks
from risks.api.response import Mitigations, RatingProposals
from risks.api.reviewing import RiskReviews
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
router.register("risk-ratings", RiskRatings, "risk-ratings")
router.register("mitigations", Mitigations, "mitigations")
router.register("rating-proposals", RatingProposals, "rating-proposals")
router.register("risk-factors", RiskFactors, "risk-factors")
router.register("risk-controls", RiskControls, "risk-controls")
router.register("contingency-plans", ContingencyPlans, "contingency-plans")
router.register("contingency-steps", ContingencySteps, "contingency-steps")
router.register("risk-indicators", RiskIndicators, "risk-indicators")
router.register("escalations", Escalations, "escalations")
router.register("risk-reviews", RiskReviews, "risk-reviews")
