"""The measuring instrument's part of /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router
from kpis.api.benchmarks import Benchmarks
from kpis.api.closings import Closings
from kpis.api.evidence import EvidenceFiles
from kpis.api.formulas import FormulaChecks
from kpis.api.kpis import Kpis
from kpis.api.measurements import Measurements
from kpis.api.overrides import StatusOverrides
from kpis.api.series import SeriesOfKpis
from kpis.api.splits import BaselineSplits
from kpis.api.targets import CellTargets, Targets

router = Router()
router.register("kpis", Kpis, "kpis")
router.register("kpi-benchmarks", Benchmarks, "kpi-benchmarks")
router.register("formula-checks", FormulaChecks, "formula-checks")
router.register("series", SeriesOfKpis, "series")
router.register("targets", Targets, "targets")
router.register("cell-targets", CellTargets, "cell-targets")
router.register("measurements", Measurements, "measurements")
router.register("closings", Closings, "closings")
router.register("evidence", EvidenceFiles, "evidence")
router.register("status-overrides", StatusOverrides, "status-overrides")
router.register("baseline-splits", BaselineSplits, "baseline-splits")
