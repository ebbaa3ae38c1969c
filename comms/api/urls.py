"""Communication's part of /api/v1/; `smo.api` puts the parts together."""

from comms.api.reports import ReportDefinitions, ReportRuns
from core.api.routers import Router

router = Router()
router.register("report-definitions", ReportDefinitions, "report-definitions")
router.register("report-runs", ReportRuns, "report-runs")
