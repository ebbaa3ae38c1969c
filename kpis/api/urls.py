"""The measuring instrument's part of /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router
from kpis.api.kpis import Kpis
from kpis.api.measurements import Measurements
from kpis.api.series import SeriesOfKpis
from kpis.api.targets import Targets

router = Router()
router.register("kpis", Kpis, "kpis")
router.register("series", SeriesOfKpis, "series")
router.register("targets", Targets, "targets")
router.register("measurements", Measurements, "measurements")
