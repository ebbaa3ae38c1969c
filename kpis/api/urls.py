"""The measuring instrument's part of /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router
from kpis.api.measurements import Measurements

router = Router()
router.register("measurements", Measurements, "measurements")
